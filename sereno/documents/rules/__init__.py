"""What is decided about a reading: what is doubtful, what is personal, what a row becomes."""
