"""What is seen of people: the start page, who is enrolled, who stands where."""
