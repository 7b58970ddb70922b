"""Psoas: measures the whole psoas, from spine to thigh, in recordings of people moving."""

from __future__ import annotations

__version__ = "0.1.0"

from psoas.analyze import analyze
from psoas.body.body import Body
from psoas.body.person import Person
from psoas.body.posture import Posture, posture, postures
from psoas.errors import BodyError, InputError, PsoasError
from psoas.kinematics.motion import Motion
from psoas.mechanics.geometry import Mechanics, MuscleGroup
from psoas.recording import Recording, read
from psoas.report.analysis import Analysis, Quality

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
