"""The coordinates a person moves by, and how they drive every joint of the model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from scipy.interpolate import CubicSpline

from psoas.body.anatomy.anatomy_tables import Dof, mirror_name, read_csv, read_toml, segments
from psoas.body.anatomy.lumbar_rhythm import LumbarRhythm
from psoas.core.arrays import Floats, Ints
from psoas.core.toml_table import TomlTable
from psoas.core.units import RADIANS_PER_DEGREE


@dataclass(frozen=True)
class Coordinate:
    """One generalized coordinate: name and sign as OpenSim's, radians or metres.

    ``prior`` is the spread (radians) of a weak pull to the standing value in inverse kinematics, infinite where
    there is none; ``sees`` lists landmarks of which one at least must be recorded, or the coordinate is held;
    ``uncertainty`` is what marker placement leaves open (source mcginley2009).
    """

    name: str
    label: str
    positive: str
    clinical: str
    rotational: bool
    low: float
    high: float
    default: float
    prior: float
    uncertainty: float
    sees: tuple[str, ...]


@cache
def coordinates() -> tuple[Coordinate, ...]:
    """All coordinates, in the order of the segments they move; right side before left."""
    rows = read_toml("coordinates.toml")
    order = list(dict.fromkeys(dof.coordinate for segment in segments() for dof in segment.dofs))
    return tuple(_coordinate(name, rows.table(name if name in rows else name[:-2] + "_r")) for name in order)


def _coordinate(name: str, row: TomlTable) -> Coordinate:
    rotational = "range_deg" in row
    low, high = row.pair("range_deg" if rotational else "range_m")
    unit = RADIANS_PER_DEGREE if rotational else 1.0
    side = {"_r": "Right ", "_l": "Left "}.get(name[-2:], "")
    label = row.text("label")
    sees = tuple(mirror_name(s) if name.endswith("_l") else s for s in row.texts("sees", ()))
    return Coordinate(
        name,
        side + label.lower() if side else label,
        row.text("positive"),
        row.text("clinical"),
        rotational,
        low * unit,
        high * unit,
        row.number("default_deg", 0.0) * unit,
        row.number("prior_deg", np.inf) * unit,
        row.number("uncertainty_deg", 5.0) * unit,
        sees,
    )


@dataclass(frozen=True)
class Expansion:
    """Maps coordinates (..., N) to joint positions (..., V): each joint follows exactly one coordinate.

    ``dofs`` are the joints in model order and ``scale`` (V,) sizes the sliding ones.
    """

    dofs: tuple[Dof, ...]
    names: tuple[str, ...]
    rhythm: LumbarRhythm
    scale: Floats

    @cached_property
    def coordinate(self) -> Ints:
        """Which coordinate drives each joint (V,)."""
        return np.array([self.names.index(dof.coordinate) for dof in self.dofs])

    @cached_property
    def _levels(self) -> Ints:
        """Joints that follow lumbar_extension, in the order of the rhythm's levels (5,)."""
        joints = [i for i, d in enumerate(self.dofs) if d.coordinate == "lumbar_extension"]
        return np.array(sorted(joints, key=lambda i: self.rhythm.levels.index(self.dofs[i].level)))

    @cached_property
    def _shares(self) -> Floats:
        """Constant gain of each joint (V,): 1, or the level's share of bending and rotation."""
        gain = np.ones(len(self.dofs))
        for i, dof in enumerate(self.dofs):
            if dof.reaction:
                gain[i] = 0.0
            elif dof.level and dof.coordinate != "lumbar_extension":
                share = self.rhythm.bending if dof.coordinate == "lumbar_bending" else self.rhythm.rotation
                gain[i] = share[self.rhythm.levels.index(dof.level)]
        return gain

    @cached_property
    def _knees(self) -> list[tuple[int, Ints, Ints]]:
        """For each knee: its coordinate, the joints on curves, and their columns in the knee table."""
        names = list(knee_curves()[0])
        groups = []
        for i, name in enumerate(self.names):
            joints = [j for j, d in enumerate(self.dofs) if d.coordinate == name and d.curve]
            if joints:
                groups.append((i, np.array(joints), np.array([names.index(self.dofs[j].curve) for j in joints])))
        return groups

    def __call__(self, values: Floats) -> tuple[Floats, Floats]:
        """Joint positions and the slope of each joint by its coordinate: two arrays (..., V)."""
        position = values[..., self.coordinate] * self._shares
        slope = np.broadcast_to(self._shares, position.shape).copy()
        level = self.rhythm.extend(values[..., self.names.index("lumbar_extension")])
        position[..., self._levels], slope[..., self._levels] = level
        _, spline = knee_curves()
        for coordinate, joints, columns in self._knees:
            on, by = _follow(spline, values[..., coordinate])
            position[..., joints] = on[..., columns] * self.scale[joints]
            slope[..., joints] = by[..., columns] * self.scale[joints]
        return position, slope


@cache
def knee_curves() -> tuple[tuple[str, ...], CubicSpline]:
    """Names of the knee's curves and one natural spline through all of them."""
    rows = read_csv("knee.csv")
    names = tuple(key for key in rows[0] if key != "knee_angle")
    table = np.array([[float(row[name]) for name in names] for row in rows])
    return names, CubicSpline([float(row["knee_angle"]) for row in rows], table, bc_type="natural")


def _follow(spline: CubicSpline, angle: Floats) -> tuple[Floats, Floats]:
    """Spline values and slopes (..., curves), going on in a straight line beyond the table's ends."""
    inside = np.clip(angle, spline.x[0], spline.x[-1])
    slope = spline(inside, 1)
    return spline(inside) + slope * (angle - inside)[..., None], slope
