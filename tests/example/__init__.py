"""Tests of the example council."""
