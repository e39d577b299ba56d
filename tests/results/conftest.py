"""A council that measures: a published plan over records whose answers are known by hand."""
