"""The interface for other programs: the same queries and actions, under a token."""
