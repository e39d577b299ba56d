"""The card of a goal for the council's networks: a picture of 1200 by 630, drawn on the server."""
