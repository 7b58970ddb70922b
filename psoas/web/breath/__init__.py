"""The breath pages: techniques, the pacer, and a recorded signal."""
