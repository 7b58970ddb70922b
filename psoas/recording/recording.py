"""What every reader returns: one recording, checked once at the door and never again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from psoas.core.arrays import Floats, read_only
from psoas.core.message import Message
from psoas.recording.subject import Subject


@dataclass(frozen=True)
class Markers:
    """Marker trajectories.

    ``positions`` has shape (frames, markers, 3), in metres, lab axes X forward-ish, Y up, Z right; NaN means "not
    seen".
    """

    names: tuple[str, ...]
    positions: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "positions", read_only(self.positions))


@dataclass(frozen=True)
class Coordinates:
    """Joint coordinates as the file holds them: ``values`` (frames, names) are kept exactly.

    Rotations are degrees when ``in_degrees`` (as OpenSim writes them), else radians; translations are metres.
    """

    names: tuple[str, ...]
    values: Floats
    in_degrees: bool

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", read_only(self.values))


@dataclass(frozen=True)
class Plate:
    """One force plate: arrays of shape (samples, 3); newtons, metres, newton metres; force acts on the person.

    ``corners`` (4, 3) of its surface in metres, in order around it; None where the file does not tell them.
    """

    name: str
    force: Floats
    point: Floats
    torque: Floats
    corners: Floats | None = None

    def __post_init__(self) -> None:
        for key in ("force", "point", "torque"):
            object.__setattr__(self, key, read_only(getattr(self, key)))
        if self.corners is not None:
            object.__setattr__(self, "corners", read_only(self.corners))

    def rotated(self, rotation: Floats) -> Plate:
        """The plate in other axes: everything turned by a rotation (3, 3)."""
        corners = None if self.corners is None else self.corners @ rotation.T
        return Plate(self.name, self.force @ rotation.T, self.point @ rotation.T, self.torque @ rotation.T, corners)

    def reversed(self) -> Plate:
        """The plate with action and reaction exchanged."""
        return replace(self, force=-self.force, torque=-self.torque)


@dataclass(frozen=True)
class Forces:
    """Ground forces from plates, on their own clock ``time`` (samples,) in seconds."""

    time: Floats
    plates: tuple[Plate, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "time", read_only(self.time))


@dataclass(frozen=True)
class RecordedEvent:
    """A named instant that the file itself carries (C3D events); ``side`` is "right", "left" or ""."""

    label: str
    side: str
    time: float


@dataclass(frozen=True)
class Recording:
    """A legal recording.

    ``time`` (frames,) in seconds, strictly increasing. Exactly one of ``markers`` and ``coordinates`` is set, except in
    a file that holds ground forces alone, where both are None. ``notes`` say what was detected or assumed,
    ``repairs`` what was wrong in the file and was put right, with its figures; ``subject`` what it says of the person.
    """

    path: Path
    kind: str
    time: Floats
    markers: Markers | None = None
    coordinates: Coordinates | None = None
    forces: Forces | None = None
    events: tuple[RecordedEvent, ...] = ()
    notes: tuple[Message, ...] = field(default=())
    repairs: tuple[Message, ...] = field(default=())
    subject: Subject | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "time", read_only(self.time))

    @property
    def rate_hz(self) -> float:
        """Mean frames a second (0 for a single frame): single steps may be rounded to a millisecond."""
        return (len(self.time) - 1) / self.duration_s if len(self.time) > 1 else 0.0

    @property
    def duration_s(self) -> float:
        """From the first to the last frame, seconds."""
        return float(self.time[-1] - self.time[0]) if len(self.time) else 0.0
