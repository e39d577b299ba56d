"""Alerts by HTTP, from telephones, gateways and panels with a key."""
