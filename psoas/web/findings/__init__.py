"""The findings: what needs a doctor, and what was found."""
