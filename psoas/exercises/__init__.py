"""Exercises held on the body: what they require, their effects, their animation."""
