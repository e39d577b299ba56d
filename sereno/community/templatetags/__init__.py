"""Words for what the council does with the barrios."""
