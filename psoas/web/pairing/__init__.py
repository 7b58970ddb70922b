"""Phones in the local network: pairing and trust."""
