"""The least and most that can be asked of a plan, and the scale of check-ins: read by parser, forms and planner."""

from __future__ import annotations

MINUTES = (5.0, 90.0)
"""Minutes of a session (assumed)."""
DAYS = (1, 7)
"""Days a week."""
WEEKS = (1, 26)
"""Weeks of a plan (assumed)."""
SIGNAL = (0.0, 10.0)
"""Every signal of a check-in."""
