"""Tools for the people who work on Psoas; no part of the package."""
