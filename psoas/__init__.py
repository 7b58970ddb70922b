"""Psoas: measures the whole psoas, from spine to thigh, in recordings of people moving."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
