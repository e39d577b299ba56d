"""What people asked: deliberations, suggestions, commitments and the process they belong to."""
