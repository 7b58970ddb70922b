"""The app: pages, small islands, and the rules that keep one person's data on one machine."""
