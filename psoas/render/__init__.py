"""Scenes, pictures and charts of the body."""
