"""Charts, the 3D scene and the report: any result as pages a person can read."""

from __future__ import annotations
