"""Progress: practice, changes over time, dose proposals, check-ins."""
