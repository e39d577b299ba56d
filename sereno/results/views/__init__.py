"""What a planner, a reviewer and a director see of the results."""
