"""Where the body may rest on the ground, a seat or a mat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from psoas.body.anatomy.anatomy_tables import MIRROR, mirror_name, read_csv, segments
from psoas.core.arrays import Floats, read_only


@dataclass(frozen=True)
class ContactPoint:
    """A point ``at`` (3,) in ``segment``'s frame, metres, on the reference body; ``weight`` scales how readily it
    loads."""

    name: str
    group: str
    segment: str
    at: Floats
    weight: float


@cache
def contact_points(*groups: str) -> tuple[ContactPoint, ...]:
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
        found.append(ContactPoint(name, row["group"], segment, read_only(at), float(row["weight"])))
        if off_centre:
            found.append(
                ContactPoint(
                    mirror_name(name), row["group"], mirror_name(segment), read_only(at * MIRROR), float(row["weight"])
                )
            )
    return tuple(found)
