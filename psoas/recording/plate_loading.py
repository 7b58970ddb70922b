"""Limits of force from which a plate counts as stood on and its centre of pressure counts as known."""

from __future__ import annotations

CONTACT_FORCE_N = 20.0
"""Vertical force from which a foot is on a plate (Zeni 2008 and others use 20 N)."""
PRESSURE_FORCE_N = 10.0
"""Vertical force below which a centre of pressure is noise and is not given (assumed)."""
