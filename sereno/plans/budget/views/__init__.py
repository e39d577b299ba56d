"""The pages of the budget, a subject a file."""
