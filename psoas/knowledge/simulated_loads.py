"""Two figures of the committed simulation that decide what an exercise asks: spine load and work of the belly wall."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from psoas.core.sides import SIDES
from psoas.core.toml_table import TomlTable

BELLY_MUSCLES = ("rectus_abdominis", "obliques")


@dataclass(frozen=True)
class SimulatedLoad:
    """The most over an exercise's keyframes: compression of L4/5, newtons on the reference body, and activation of the
    belly wall, 0 to 1."""

    l4_l5_n: float
    belly: float


@cache
def simulated_loads() -> dict[str, SimulatedLoad]:
    """What is committed in ``effects.toml``, by exercise. An exercise that is new there has none yet."""
    text = files("psoas.knowledge").joinpath("data", "effects.toml").read_text(encoding="utf-8")
    return {name: _load(row) for name, row in TomlTable("effects.toml", tomllib.loads(text)).inner_tables().items()}


def _load(row: TomlTable) -> SimulatedLoad:
    active = row.table("activation").inner_tables()
    belly = max(active[name].number(side) for name in BELLY_MUSCLES for side in SIDES)
    return SimulatedLoad(row.table("lumbar_compression_n").number("L4_L5"), belly)
