"""Tests of the Word files and of the templates they are drawn from."""
