"""English as these pages write it."""
