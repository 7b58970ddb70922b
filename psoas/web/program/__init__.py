"""The program: its weeks, its items, and what a person may change."""
