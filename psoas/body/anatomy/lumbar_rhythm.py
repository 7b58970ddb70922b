"""How the overall lumbar coordinates share out over the five levels, smoothly through neutral."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.body.anatomy.anatomy_tables import read_toml
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.name_lists import either

DEFAULT = "pearcy1984"


@dataclass(frozen=True)
class LumbarRhythm:
    """Shares per level (5,), each summing to 1: lumbar_extension below and above zero, bending, rotation."""

    name: str
    title: str
    levels: tuple[str, ...]
    flexion: Floats
    extension: Floats
    bending: Floats
    rotation: Floats
    blend: float

    def extend(self, angle: Floats) -> tuple[Floats, Floats]:
        """Level angles and their slopes for lumbar_extension ``angle`` (...,), radians: two arrays (..., 5).

        The share passes from flexion's to extension's as (1 + x / sqrt(x^2 + blend^2)) / 2; its integral keeps the
        sum exact.
        """
        x = np.asarray(angle)[..., None]
        mean, half = (self.extension + self.flexion) / 2, (self.extension - self.flexion) / 2
        root = np.hypot(x, self.blend)
        return mean * x + half * (root - self.blend), mean + half * x / root


@cache
def find_lumbar_rhythm(name: str = DEFAULT) -> LumbarRhythm:
    """A published rhythm by its key; ``InputError`` lists the known ones."""
    table = read_toml("rhythms.toml")
    if name not in table:
        raise InputError(message("anatomy.rhythm_unknown", name=name, known=either(list(table))))
    row = table.table(name)

    def shares(key: str) -> Floats:
        return np.asarray(np.array(row.numbers(key)) / sum(row.numbers(key)))

    return LumbarRhythm(
        name,
        row.text("title"),
        row.texts("levels"),
        shares("flexion"),
        shares("extension"),
        shares("bending"),
        shares("rotation"),
        float(np.radians(row.number("blend_deg"))),
    )
