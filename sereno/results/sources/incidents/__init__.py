"""Rows from the incidents that were answered."""
