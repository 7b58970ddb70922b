"""A movement on a body: every coordinate at every frame, and how well each frame was seen."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.body.model.body import Body
from psoas.core.arrays import Floats, Ints, read_only
from psoas.core.message import Message

CONVERGED, STOPPED, UNSEEN = 0, 1, 2
OUTCOMES = ("converged", "stopped before converging", "too few markers seen")


@dataclass(frozen=True)
class MarkerFit:
    """How well markers were followed: residual (frames, markers) in metres, NaN where a marker was not seen."""

    names: tuple[str, ...]
    residual: Floats
    rms: Floats
    iterations: int

    def __post_init__(self) -> None:
        for key in ("residual", "rms"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


@dataclass(frozen=True)
class Motion:
    """Coordinates over time.

    ``values`` (frames, coordinates) follow ``body.coordinate_names``: radians and metres. ``outcome`` (frames,) indexes
    ``OUTCOMES``. ``held`` names coordinates that the recording cannot see and that were kept at their standing value.
    ``fit`` is None where the coordinates came from a file.
    """

    body: Body
    time: Floats
    values: Floats
    outcome: Ints
    held: tuple[str, ...] = ()
    fit: MarkerFit | None = None
    notes: tuple[Message, ...] = ()

    def __post_init__(self) -> None:
        for key, dtype in (("time", float), ("values", float), ("outcome", int)):
            object.__setattr__(self, key, read_only(getattr(self, key), dtype))

    def of(self, name: str) -> Floats:
        """One coordinate over time (frames,), radians or metres."""
        return self.values[:, self.body.coordinate_index(name)]
