"""Psoas: measures the whole psoas, from spine to thigh, in recordings of people moving."""

from __future__ import annotations

from psoas.analysis.result import Analysis, Quality
from psoas.body.model.body import Body
from psoas.body.person import Person
from psoas.body.postures import Posture, posture, postures
from psoas.core.errors import BodyError, InputError, PsoasError
from psoas.core.version import __version__
from psoas.kinematics.motion import Motion
from psoas.mechanics.muscle_geometry import Mechanics, MuscleGroup
from psoas.pipeline import analyze
from psoas.recording import Recording, read

__all__ = [
    "Analysis",
    "Body",
    "BodyError",
    "InputError",
    "Mechanics",
    "Motion",
    "MuscleGroup",
    "Person",
    "Posture",
    "PsoasError",
    "Quality",
    "Recording",
    "__version__",
    "analyze",
    "posture",
    "postures",
    "read",
]
