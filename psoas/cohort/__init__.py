"""Many recordings at once: found, analysed on Dask, journalled, and laid out over people. See docs/cohort.md."""

from __future__ import annotations

from psoas.cohort.batch import CohortCounts, run_cohort

__all__ = ["CohortCounts", "run_cohort"]
