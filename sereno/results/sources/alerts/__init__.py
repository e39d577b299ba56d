"""Rows from the calls for help."""
