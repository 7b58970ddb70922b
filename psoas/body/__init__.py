"""The body: anatomy as tables with sources, and the one object that owns it."""
