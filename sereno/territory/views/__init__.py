"""What is seen of the map: its parishes, what is in each, and files to bring in."""
