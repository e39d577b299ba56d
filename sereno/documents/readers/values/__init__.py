"""Typed values out of the words of a cell: pure, never raising, the refusal named by a code."""
