"""From the session log to the next doses: decisions, substitutions, outcomes."""
