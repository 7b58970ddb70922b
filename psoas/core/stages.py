"""The stages of one analysis, by which its progress is reported. Words for them: ``job.stage.*`` in the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from psoas.core.message import Message, message


class Stage(StrEnum):
    """One stage of an analysis, in the order in which they run."""

    LOADING = "loading"
    CALIBRATION = "calibration"
    INVERSE_KINEMATICS = "inverse_kinematics"
    GEOMETRY = "geometry"
    GAIT = "gait"
    FORCES = "forces"
    UNCERTAINTY = "uncertainty"
    MODEL = "model"
    REPORT = "report"

    @property
    def message(self) -> Message:
        """The stage in words."""
        return message(f"job.stage.{self.value}")


Progress = Callable[[Stage, int, int], None]
"""Called with the stage, how far it is, and of how much."""
