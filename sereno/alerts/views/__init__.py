"""The pages of alerts: signals for technicians, kinds and times for the room."""
