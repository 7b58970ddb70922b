"""Self-tests: the list, one of them, its pictures."""
