"""How a period is named, how a promise stands, and which cells must not be shown."""
