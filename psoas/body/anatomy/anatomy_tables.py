"""The anatomy tables, read once: TOML and CSV rows as they stand in ``psoas/body/data``, mirrored to the left side."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.toml_table import TomlTable

MIRROR = np.array([1.0, 1.0, -1.0])
"""Reflects a point or direction through the median plane."""
MIRROR_AXIS = np.array([-1.0, -1.0, 1.0])
"""Reflects a rotation axis through the median plane, so that a coordinate keeps its sign on both sides."""


def read_toml(name: str) -> TomlTable:
    """A TOML file of ``psoas/body/data``."""
    return TomlTable(name, tomllib.loads(files("psoas.body").joinpath("data", name).read_text(encoding="utf-8")))


def read_csv(name: str) -> list[dict[str, str]]:
    """One CSV table of ``psoas/body/data``; lines that start with # are comments."""
    text = files("psoas.body").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _vector(row: dict[str, str], *keys: str) -> Floats:
    return np.array([float(row[key]) for key in keys])


def euler_xyz(angles: Floats) -> Floats:
    """Rotation matrix of body-fixed X, Y, Z rotations (radians), as OpenSim orients joint frames."""
    (cx, cy, cz), (sx, sy, sz) = np.cos(angles), np.sin(angles)
    x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    return np.asarray(x @ y @ z)


@dataclass(frozen=True)
class Dof:
    """One MuJoCo joint of a segment: its axis in the segment's frame, the coordinate that drives it and through what.

    A ``reaction`` joint never moves: the force along it is the contact force of the joint that
    it names (see ``joints_of_segment``).
    """

    coordinate: str
    kind: str
    axis: Floats
    curve: str = ""
    level: str = ""
    reaction: str = ""


@dataclass(frozen=True)
class Segment:
    """One rigid body: joint centre ``at`` in the parent's frame, rotation ``anchor`` in its own frame, metres."""

    name: str
    parent: str
    at: Floats
    anchor: Floats
    scale: str
    source: str
    dofs: tuple[Dof, ...]

    def mirrored(self) -> Segment:
        """The same segment on the left side."""
        dofs = tuple(
            replace(
                dof,
                coordinate=mirror_name(dof.coordinate),
                axis=dof.axis * (MIRROR_AXIS if dof.kind == "hinge" else MIRROR),
            )
            for dof in self.dofs
        )
        return replace(
            self,
            name=mirror_name(self.name),
            parent=mirror_name(self.parent),
            at=self.at * MIRROR,
            anchor=self.anchor * MIRROR,
            dofs=dofs,
        )


def mirror_name(name: str) -> str:
    """``name`` with a trailing _r turned into _l; midline names stay."""
    return name[:-2] + "_l" if name.endswith("_r") else name


def _dofs(row: TomlTable) -> Iterator[Dof]:
    if level := row.text("level", ""):
        for name, axis in (("extension", (0, 0, 1)), ("bending", (1, 0, 0)), ("rotation", (0, 1, 0))):
            yield Dof(f"lumbar_{name}", "hinge", np.array(axis, float), level=level)
    frame = euler_xyz(np.array(row.numbers("frame", (0.0, 0.0, 0.0))))
    for dof in row.tables("dofs"):
        axis_in_segment = frame @ np.array(dof.numbers("axis"))
        yield Dof(dof.text("coordinate"), dof.text("kind"), axis_in_segment, dof.text("curve", ""))


@cache
def segments() -> tuple[Segment, ...]:
    """All segments, parents before children, left sides included."""
    rows = []
    for name, row in read_toml("segments.toml").inner_tables().items():
        at, anchor = np.array(row.numbers("at")), np.array(row.numbers("anchor", (0.0, 0.0, 0.0)))
        parent, scale, source = row.text("parent"), row.text("scale"), row.text("source")
        rows.append(Segment(name, parent, at, anchor, scale, source, tuple(_dofs(row))))
    return tuple(rows) + tuple(row.mirrored() for row in rows if row.name.endswith("_r"))


REACTIONS = {
    "femur_r": "hip_r", "femur_l": "hip_l", "l5": "L5_S1", "l4": "L4_L5", "l3": "L3_L4", "l2": "L2_L3", "l1": "L1_L2",
    "thorax": "T12_L1",
}  # fmt: skip
"""Segments whose joint with their parent has its contact force computed, and that joint's name."""


def joints_of_segment(segment: Segment, *, reactions: bool) -> tuple[Dof, ...]:
    """Joints of a segment in the order they turn it; with ``reactions`` three shifts along the parent axes come
    first, which never move: by virtual work, the force along each is what the joint must carry."""
    if not reactions or segment.name not in REACTIONS:
        return segment.dofs
    name, still = REACTIONS[segment.name], "pelvis_tx"
    shifts = tuple(Dof(still, "slide", axis, reaction=f"{name}/{k}") for k, axis in zip("xyz", np.eye(3), strict=True))
    return shifts + segment.dofs


@dataclass(frozen=True)
class Wrap:
    """A cylinder that a path bends over: centre, axis and the ``side`` on which the muscle lies, in ``segment``'s
    frame."""

    name: str
    segment: str
    centre: Floats
    axis: Floats
    side: Floats
    radius: float


@dataclass(frozen=True)
class Point:
    """One point of a muscle path in ``segment``'s frame, metres; ``wrap`` is met between it and the next point."""

    segment: str
    at: Floats
    wrap: str = ""


@dataclass(frozen=True)
class Muscle:
    """One line of muscle: path and architecture for the reference body."""

    name: str
    group: str
    label: str
    path: tuple[Point, ...]
    max_force: float
    optimal_fibre: float
    tendon_slack: float
    pennation: float
    source: str

    def mirrored(self) -> Muscle:
        """The same muscle on the left side."""
        path = tuple(Point(mirror_name(p.segment), p.at * MIRROR, mirror_name(p.wrap)) for p in self.path)
        return replace(self, name=mirror_name(self.name), path=path)


def _side(segment: str) -> str:
    return segment + "_r" if any(s.name == segment + "_r" for s in segments()) else segment


@cache
def wraps() -> tuple[Wrap, ...]:
    """All wrapping cylinders, both sides: those of the table and the psoas' and iliacus' own at the hip."""
    rows = [
        Wrap(
            row["wrap"] + "_r",
            _side(row["segment"]),
            _vector(row, "x", "y", "z"),
            _vector(row, "axis_x", "axis_y", "axis_z"),
            _vector(row, "side_x", "side_y", "side_z"),
            float(row["radius_m"]),
        )
        for row in read_csv("wraps.csv")
    ]
    hip = next(s.at for s in segments() if s.name == "femur_r")
    for muscle in ("psoas", "iliacus"):
        radius = read_toml("psoas.toml").table(muscle).number("wrap_radius_m")
        forward = np.array([0.9, -0.45, 0.0])
        rows.append(Wrap(f"{muscle}_at_hip_r", "pelvis", hip, np.array([0.0, 0.0, 1.0]), forward, radius))
    flipped = [
        replace(
            w,
            name=mirror_name(w.name),
            segment=mirror_name(w.segment),
            centre=w.centre * MIRROR,
            axis=w.axis * MIRROR_AXIS,
            side=w.side * MIRROR,
        )
        for w in rows
    ]
    return tuple(rows + flipped)


def _fan(index: int, count: int, spread: Sequence[float]) -> Floats:
    """Offset of fascicle ``index`` of ``count``: from +spread (first, uppermost) to -spread, so that they lie side
    by side."""
    return np.array(spread) * (1.0 - 2.0 * index / (count - 1))


def _iliopsoas() -> Iterator[Muscle]:
    table = read_toml("psoas.toml")
    for muscle in ("psoas", "iliacus"):
        shared = table.table(muscle)
        own = [row for row in table.tables("fascicle") if row.text("name").startswith(muscle)]
        brim, femur = np.array(shared.numbers("brim")), np.array(shared.numbers("femur"))
        pennation = np.radians(shared.table("architecture").number("pennation_deg"))
        for i, row in enumerate(own):
            path = (
                Point(row.text("segment"), np.array(row.numbers("at"))),
                Point("pelvis", brim + _fan(i, len(own), shared.numbers("spread_brim")), f"{muscle}_at_hip_r"),
                Point("femur_r", femur + _fan(i, len(own), shared.numbers("spread_femur"))),
            )
            # Fibre and slack lengths follow from a rule over the whole muscle (muscle_architecture.py).
            yield Muscle(
                row.text("name") + "_r", muscle, row.text("label"), path, row.number("max_force_n"),
                np.nan, np.nan, pennation, shared.text("source"),
            )  # fmt: skip


def _others() -> Iterator[Muscle]:
    points = read_csv("paths.csv")
    for row in read_csv("muscles.csv"):
        own = [p for p in points if p["muscle"] == row["muscle"]]
        path = tuple(Point(_side(p["segment"]), _vector(p, "x", "y", "z"), p["wrap"] and p["wrap"] + "_r") for p in own)
        yield Muscle(
            row["muscle"] + "_r", row["group"], row["muscle"], path, float(row["max_force_n"]),
            float(row["optimal_fibre_m"]), float(row["tendon_slack_m"]), np.radians(float(row["pennation_deg"])),
            row["source"],
        )  # fmt: skip


@cache
def muscles() -> tuple[Muscle, ...]:
    """All muscles: psoas and iliacus fascicles first, then the rest of the leg; right side, then left."""
    right = [*_iliopsoas(), *_others()]
    return tuple(right + [m.mirrored() for m in right])
