"""A document as an editable Word file, from a template a clerk can change."""
