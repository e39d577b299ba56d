"""The pages of what people asked: for anyone, at the table of an assembly, and at the desk."""
