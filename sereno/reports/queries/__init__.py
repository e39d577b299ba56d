"""The questions a reader asks: what was promised, what was done, where a number comes from."""
