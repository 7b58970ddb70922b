"""Measures: uploading a recording, its analysis, its report, the history."""
