"""Spanish as Ecuador writes it."""
