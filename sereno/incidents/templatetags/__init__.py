"""Words for what the console shows."""
