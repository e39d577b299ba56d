"""The yearly report: one frozen content, shown as a page and printed as a tagged PDF."""
