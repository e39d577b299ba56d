"""A document as a workbook: one sheet a table, and the sealed text in the last."""
