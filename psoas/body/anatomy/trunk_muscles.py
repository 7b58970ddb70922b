"""Trunk muscles from their tables: back, belly wall and latissimus, both sides, with fibre and slack lengths by rule.

Rule: standing puts the fibre at the sarcomere length measured in the neutral spine over the optimal one; tendon slack
over optimal fibre length is published fascicle by fascicle. Both together with the path's length in standing give both
lengths, so that no slack can be negative. Rigid tendon; constant width.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from psoas.body.anatomy.anatomy_tables import Muscle, Point, muscles, read_csv, read_toml, segments
from psoas.core.arrays import Floats
from psoas.core.toml_table import TomlTable


def standing_origins() -> dict[str, Floats]:
    """Origin (3,) of every segment in the pelvis' frame in standing, metres; all frames are parallel then."""
    found: dict[str, Floats] = {"ground": np.zeros(3)}
    for segment in segments():
        found[segment.name] = found[segment.parent] + segment.at
    return found


def path_length(path: tuple[Point, ...]) -> float:
    """Length in standing of a path without wraps, metres, on the reference body."""
    origins = standing_origins()
    points = np.array([origins[p.segment] + p.at for p in path])
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def fibre_and_slack(length: float, normalised: float, pennation: float, slack_per_fibre: float) -> tuple[float, float]:
    """Optimal fibre and tendon slack length, metres, of a muscle of standing ``length`` whose fibre then is at
    ``normalised`` of its optimum; pennation in radians at optimal length."""
    along = float(np.sqrt(normalised**2 - np.sin(pennation) ** 2))
    fibre = length / (along + slack_per_fibre)
    return fibre, slack_per_fibre * fibre


def _segment(name: str) -> str:
    return name + "_r" if name == "humerus" else name


def _muscle(row: dict[str, str], points: list[dict[str, str]], table: TomlTable) -> Muscle:
    path = tuple(Point(_segment(p["segment"]), np.array([float(p[k]) for k in "xyz"])) for p in points)
    kind = table.table("architecture").table(row["architecture"])
    pennation = float(np.radians(kind.number("pennation_deg")))
    normalised = kind.number("sarcomere_um") / table.table("sarcomere").number("optimal_um")
    fibre, slack = fibre_and_slack(path_length(path), normalised, pennation, float(row["slack_per_fibre"]))
    force = table.table("force")
    strength = force.number("used_n_cm2") / force.number("table_n_cm2")
    if row["architecture"] == "oblique_sling":
        strength *= force.number("sling_share")
    most = float(row["max_force_n"]) * strength
    return Muscle(row["muscle"] + "_r", row["group"], row["label"], path, most, fibre, slack, pennation, row["source"])


@cache
def trunk_muscles() -> tuple[Muscle, ...]:
    """All lines of the trunk for the reference body: right side, then left."""
    table, points = read_toml("trunk.toml"), read_csv("trunk_paths.csv")
    own: dict[str, list[dict[str, str]]] = {}
    for point in points:
        own.setdefault(point["muscle"], []).append(point)
    right = [_muscle(row, own[row["muscle"]], table) for row in read_csv("trunk_muscles.csv")]
    return tuple(right + [m.mirrored() for m in right])


def muscles_of_body(*, trunk: bool = False) -> tuple[Muscle, ...]:
    """The lines of one body: those of ``anatomy_tables.muscles``, then the trunk's when asked for."""
    return muscles() + trunk_muscles() if trunk else muscles()


def muscles_attached_to(segment: str, rows: tuple[Muscle, ...]) -> tuple[str, ...]:
    """Names of the lines among ``rows`` that start or end on ``segment``."""
    return tuple(m.name for m in rows if segment in (m.path[0].segment, m.path[-1].segment))


def diaphragm_parts(segment: str) -> tuple[str, ...]:
    """Parts of the diaphragm that hang on a vertebra ("l1"), in words: what is drawn and named there, without force."""
    parts = read_toml("trunk.toml").table("diaphragm")
    return tuple(name.replace("_", " ") for name in parts if name != "source" and segment in parts.texts(name))
