"""From a file's bytes to what it says, in two steps: its paper, then the reading of its kind."""
