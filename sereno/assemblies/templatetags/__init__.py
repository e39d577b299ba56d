"""The words of this room on its pages."""
