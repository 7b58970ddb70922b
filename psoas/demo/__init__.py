"""A made-up person to look around with."""
