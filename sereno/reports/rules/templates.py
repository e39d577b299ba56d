"""How big a template may be that a council gives."""

LARGEST = 2 * 1024 * 1024
LARGEST_OPENED = 20 * 1024 * 1024
MOST_LOOPS = 40
