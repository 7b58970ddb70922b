"""Places on the body that markers and keypoints show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.arrays import Floats, frozen
from psoas.body.tables import MIRROR, left, read_csv, segments


@dataclass(frozen=True)
class Landmark:
    """A named place ``at`` (3,) in ``segment``'s frame, metres, on the reference body."""

    name: str
    segment: str
    at: Floats
    source: str


@cache
def landmarks() -> dict[str, Landmark]:
    """All landmarks by name, left sides mirrored."""
    known = {s.name for s in segments()}
    found = {}
    for row in read_csv("landmarks.csv"):
        segment = row["segment"] + "_r" if row["segment"] + "_r" in known else row["segment"]
        at = np.array([float(row[k]) for k in "xyz"])
        found[row["landmark"]] = Landmark(row["landmark"], segment, frozen(at), row["source"])
        if row["landmark"].endswith("_r"):
            name = left(row["landmark"])
            found[name] = Landmark(name, left(segment), frozen(at * MIRROR), row["source"])
    return found
