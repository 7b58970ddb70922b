"""A doctor has looked: what they looked at, when, and what they said."""
