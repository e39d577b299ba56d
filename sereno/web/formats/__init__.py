"""How Ecuador writes numbers and dates, for Django's own widgets and filters."""
