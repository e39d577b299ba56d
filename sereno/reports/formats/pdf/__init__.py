"""A document as a tagged PDF, with its sealed text attached."""
