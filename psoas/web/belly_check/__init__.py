"""The safety check before pressure on the belly."""
