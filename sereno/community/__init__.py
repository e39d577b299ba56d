"""What the council does with the barrios: trainings and joint operations."""
