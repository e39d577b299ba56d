"""Rows from what the council does with the barrios."""
