"""What sets the example up: rows in bulk, and the lines of the logbook that tell of them."""
