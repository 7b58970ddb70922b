"""The plan: findings in, a program out, in which every item names the finding that caused it."""
