"""What happened: one line per act, chained, written once, never changed."""
