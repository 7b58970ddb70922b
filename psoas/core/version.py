"""The version of this package, for results, pages and caches that say or depend on what made them."""

from __future__ import annotations

__version__ = "0.1.0"
