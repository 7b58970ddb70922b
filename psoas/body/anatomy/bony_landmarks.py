"""Places on the body that markers and keypoints show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.body.anatomy.anatomy_tables import MIRROR, mirror_name, read_csv, segments
from psoas.core.arrays import Floats, read_only


@dataclass(frozen=True)
class BonyLandmark:
    """A named place ``at`` (3,) in ``segment``'s frame, metres, on the reference body."""

    name: str
    segment: str
    at: Floats
    source: str


@cache
def bony_landmarks() -> dict[str, BonyLandmark]:
    """All landmarks by name, left sides mirrored."""
    known = {s.name for s in segments()}
    found = {}
    for row in read_csv("landmarks.csv"):
        segment = row["segment"] + "_r" if row["segment"] + "_r" in known else row["segment"]
        at = np.array([float(row[k]) for k in "xyz"])
        found[row["landmark"]] = BonyLandmark(row["landmark"], segment, read_only(at), row["source"])
        if row["landmark"].endswith("_r"):
            name = mirror_name(row["landmark"])
            found[name] = BonyLandmark(name, mirror_name(segment), read_only(at * MIRROR), row["source"])
    return found
