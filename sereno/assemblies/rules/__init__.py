"""How a suggestion is followed, answered and accounted for, without a database."""
