"""How one recording is analysed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from psoas.body.anatomy.lumbar_rhythm import DEFAULT
from psoas.body.person import Person
from psoas.mechanics.muscle_force_estimation import ForceSetting
from psoas.recording import Up


@dataclass(frozen=True)
class AnalysisOptions:
    """How one recording is analysed: the keywords of ``analyze``, without what it writes and whom it tells."""

    static: str | Path | None = None
    forces: str | Path | None = None
    markers: str | Path | None = None
    person: Person = field(default_factory=Person)
    up: Up = "auto"
    lumbar_rhythm: str = DEFAULT
    smoothness: float = 0.0
    with_forces: bool = True
    setting: ForceSetting | None = None
    model: str | Path | None = None
    graft_psoas: bool = False
    step_heights: tuple[float, ...] = ()
