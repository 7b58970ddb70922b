"""Weights in the hands and pulls of bands, as the keyframes of an exercise name them."""

from __future__ import annotations

from dataclasses import dataclass

from psoas.body.anatomy.bony_landmarks import bony_landmarks
from psoas.core.message import message
from psoas.core.units import STANDARD_GRAVITY
from psoas.knowledge.toml_schema import TableRow

MOST_KG, MOST_PULL_N = 100.0, 500.0
"""More than this is a slip of the pen."""


@dataclass(frozen=True)
class ExternalLoad:
    """``newtons`` at the landmark ``on``: towards the landmark ``towards``, which is pulled back as hard, or, where it
    is "", along ``direction`` (forward, up, right), of any length."""

    on: str
    newtons: float
    towards: str = ""
    direction: tuple[float, float, float] = (0.0, -1.0, 0.0)


def parse_load(row: TableRow) -> ExternalLoad:
    """One load: ``kg`` hang straight down from ``on``; ``newtons`` pull towards a landmark, or ``forward``, ``up`` and
    ``right`` in the room."""
    on = row.choice("on", bony_landmarks())
    if "kg" in row.keys:
        made = ExternalLoad(on, STANDARD_GRAVITY * row.number("kg", 0, MOST_KG))
    elif "towards" in row.keys:
        made = ExternalLoad(on, row.number("newtons", 0, MOST_PULL_N), row.choice("towards", bony_landmarks()))
    else:
        newtons = row.number("newtons", 0, MOST_PULL_N)
        forward, up, right = (row.number(key, -1, 1, 0) for key in ("forward", "up", "right"))
        made = ExternalLoad(on, newtons, direction=(forward, up, right))
        if not any(made.direction):
            row.fault(message("table.load_nowhere"))
    row.close()
    return made
