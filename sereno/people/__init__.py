"""Who: the persons who act, their roles and shifts, and what each may do."""
