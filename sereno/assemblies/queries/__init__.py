"""The pictures that the pages of what people asked are drawn from."""
