"""What a page about answers shows, put together from several models."""
