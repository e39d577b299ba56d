"""How a number is printed, whether a promise was kept, and which cells must not be shown."""
