"""Alerts from a neighbour's telephone: one page, one big button."""
