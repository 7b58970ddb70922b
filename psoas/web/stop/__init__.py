"""The stop page: whom to call."""
