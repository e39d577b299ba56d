"""What an operator sees and does: the console, the answers, the list and the whole story."""
