"""Psoas: measures the whole psoas, from spine to thigh, in recordings of people moving.

What stands in ``__all__`` is imported when it is first used, so that ``psoas --help`` does not wait for the engine.
"""

from __future__ import annotations

import importlib as _importlib
import typing as _typing

from psoas.core.version import __version__

if _typing.TYPE_CHECKING:
    from psoas.analysis.result import Analysis, Quality
    from psoas.body.model.body import Body
    from psoas.body.person import Person
    from psoas.body.postures import Posture, posture, postures
    from psoas.core.errors import BodyError, InputError, PsoasError
    from psoas.exports.results import Results, load_results
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
    "Results",
    "__version__",
    "analyze",
    "load_results",
    "posture",
    "postures",
    "read",
]

_MODULES = {
    "psoas.analysis.result": ("Analysis", "Quality"),
    "psoas.body.model.body": ("Body",),
    "psoas.body.person": ("Person",),
    "psoas.body.postures": ("Posture", "posture", "postures"),
    "psoas.core.errors": ("BodyError", "InputError", "PsoasError"),
    "psoas.exports.results": ("Results", "load_results"),
    "psoas.kinematics.motion": ("Motion",),
    "psoas.mechanics.muscle_geometry": ("Mechanics", "MuscleGroup"),
    "psoas.pipeline": ("analyze",),
    "psoas.recording": ("Recording", "read"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """A public name, imported now."""
    if name not in _HOMES:
        raise AttributeError(f"{__name__}.{name}")
    return getattr(_importlib.import_module(_HOMES[name]), name)
