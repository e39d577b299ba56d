"""Sereno: from the barrio's alarm to the published figure."""
