"""How people of one stature differ in the sizes of their parts: spreads and correlations of log factors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.body.anatomy.anatomy_tables import read_toml
from psoas.core.arrays import Floats, read_only

PELVIS = ("pelvis_depth", "pelvis_height", "pelvis_width")
"""The pelvis has a size along each of X, Y and Z; every other group of segments has one."""


@dataclass(frozen=True)
class Proportions:
    """``names`` (P) of sizes, ``spread`` (P,) and ``covariance`` (P, P) of their logarithms once stature is taken out.

    ``stature``, ``given`` and ``sum`` are spreads of log stature: before anything is known, of one that is given, and
    of the heights of the parts adding up to it.
    """

    names: tuple[str, ...]
    spread: Floats
    covariance: Floats
    stature: float
    given: float
    sum: float

    def __post_init__(self) -> None:
        for key in ("spread", "covariance"):
            object.__setattr__(self, key, read_only(getattr(self, key)))


@cache
def proportions() -> Proportions:
    """The table of ``proportions.toml``."""
    table = read_toml("proportions.toml")
    rows = table.table("spread").inner_tables()
    names = tuple(rows)
    spread = np.array([row.number("log") for row in rows.values()])
    correlation = np.eye(len(names))
    for pair in table.table("correlation").tables("pairs"):
        i, j = names.index(pair.text("one")), names.index(pair.text("other"))
        correlation[i, j] = correlation[j, i] = pair.number("r")
    stature = table.table("stature")
    return Proportions(
        names,
        spread,
        correlation * np.outer(spread, spread),
        stature.number("log"),
        stature.number("given_log"),
        stature.number("sum_log"),
    )
