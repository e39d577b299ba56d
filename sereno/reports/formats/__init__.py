"""Documents out, one folder each."""
