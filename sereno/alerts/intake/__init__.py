"""The channels: bytes in, one folder each."""
