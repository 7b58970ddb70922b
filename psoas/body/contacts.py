"""Where the body may rest on the ground, a seat or a mat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.arrays import Floats, frozen
from psoas.body.tables import MIRROR, left, read_csv, segments


@dataclass(frozen=True)
class Contact:
    """A point ``at`` (3,) in ``segment``'s frame, metres, on the reference body; ``weight`` scales how readily it
    loads."""

    name: str
    group: str
    segment: str
    at: Floats
    weight: float


@cache
def contacts(*groups: str) -> tuple[Contact, ...]:
    """Contact points of the named groups (all when none is named), right and midline first."""
    known = {s.name for s in segments()}
    found = []
    for row in read_csv("contacts.csv"):
        if groups and row["group"] not in groups:
            continue
        sided = row["segment"] + "_r" in known
        segment = row["segment"] + "_r" if sided else row["segment"]
        at = np.array([float(row[k]) for k in "xyz"])
        off_centre = sided or at[2] != 0
        name = row["contact"] + ("_r" if off_centre else "")
        found.append(Contact(name, row["group"], segment, frozen(at), float(row["weight"])))
        if off_centre:
            found.append(Contact(left(name), row["group"], left(segment), frozen(at * MIRROR), float(row["weight"])))
    return tuple(found)
