"""Running or walking: decided once, by how long a foot stays on the ground."""

from __future__ import annotations

RUNNING_STANCE_PERCENT = 50.0
"""A foot on the ground for less than half of the stride leaves a time with neither foot down: a flight (definition)."""


def is_running(stance_percent: float) -> bool:
    """Whether a gait is running.

    Args:
        stance_percent: Mean share of the stride that a foot is on the ground, percent.
    """
    return stance_percent < RUNNING_STANCE_PERCENT
