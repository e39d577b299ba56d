"""Addresses that no plan can have: pages of the house already answer there."""

RESERVED = frozenset({"nuevo", "organigrama", "ordenanzas", "catalogos"})
