"""What it costs to write a council's documents, beside the ways that others write them."""
