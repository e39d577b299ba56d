"""Where: canton, parish, barrio and place, with the boundaries of each epoch."""
