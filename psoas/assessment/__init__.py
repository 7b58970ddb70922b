"""Screening first, then findings: answers and measures in, sentences with their number, doubt and evidence out."""
