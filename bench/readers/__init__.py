"""How much of a table is recovered from each format, beside what other libraries recover."""
