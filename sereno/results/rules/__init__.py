"""How a number is worked out and sealed, how far a promise was kept, what counts as evidence."""
