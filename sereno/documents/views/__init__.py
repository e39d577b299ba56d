"""The pages of documents: bringing them in, reviewing them, and answering whoever wrote them."""
