"""The intake: consent, the questions, height and mass, and deleting everything."""
