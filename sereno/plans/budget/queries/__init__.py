"""What is asked of the budget, a picture a file."""
