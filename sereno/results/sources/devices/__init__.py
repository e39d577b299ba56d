"""Rows from the devices in the street and the places they stand at."""
