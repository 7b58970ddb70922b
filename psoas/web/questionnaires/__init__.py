"""Questionnaires: the list, one of them, its score."""
