"""Tests of the card of a goal."""
