"""Template tags of devices."""
