"""Tags of the budget."""
