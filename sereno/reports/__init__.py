"""What is published: figures, goals, the report, and where each number comes from."""
