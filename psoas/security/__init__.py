"""Certificates and pairing tokens for the local network."""
