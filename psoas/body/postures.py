"""Named postures: coordinates a person can take, kept as data."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from psoas.body.anatomy.anatomy_tables import read_toml
from psoas.body.anatomy.coordinates import coordinates
from psoas.core.arrays import Floats, read_only
from psoas.core.errors import InputError
from psoas.core.message import Message, message
from psoas.core.name_lists import either
from psoas.core.units import degrees_or_metres

SETTINGS = ("source", "support")


@dataclass(frozen=True)
class Posture:
    """A posture: ``values`` (N,) in radians and metres, where its angles come from, and what usually bears it."""

    name: str
    label: Message
    note: Message
    source: str
    values: Floats
    support: str = "standing"

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", read_only(self.values))

    def with_angles(self, angles_deg: Mapping[str, float]) -> Posture:
        """The same posture with some coordinates changed; label and note say so.

        Args:
            angles_deg: Coordinate -> angle in degrees, or metres for pelvis_tx, pelvis_ty and pelvis_tz. A name without
                its side sets both sides.

        Returns:
            A new posture; this one when there is nothing to set.

        Raises:
            InputError: Names that are not known and angles beyond a joint's range, all together.
        """
        values, faults = self.values.copy(), []
        for name, angle in angles_deg.items():
            found = [i for i, c in enumerate(coordinates()) if c.name in (name, f"{name}_r", f"{name}_l")]
            if not found:
                names = [c.name for c in coordinates()]
                near = difflib.get_close_matches(name, names, n=3)
                known = either(near) if near else ", ".join(names)
                faults.append(message("anatomy.coordinate_unknown", name=name, known=known))
            for i in found:
                c = coordinates()[i]
                unit = degrees_or_metres(rotational=c.rotational)
                if not c.low * unit - 1e-9 <= angle <= c.high * unit + 1e-9:
                    value, low, high = (f"{number:g}" for number in (angle, c.low * unit, c.high * unit))
                    faults.append(
                        message("anatomy.angle_out_of_range", coordinate=c.name, value=value, low=low, high=high)
                    )
                values[i] = angle / unit
        if faults:
            raise InputError(*faults)
        if not angles_deg:
            return self
        settings = ", ".join(f"{name} {angle:g}" for name, angle in angles_deg.items())
        label = message("anatomy.posture_changed", label=self.label)
        return replace(self, label=label, note=message("anatomy.posture_settings", settings=settings), values=values)


@cache
def postures() -> dict[str, Posture]:
    """All named postures; "standing" is every coordinate at its default."""
    found = {}
    standing = np.array([c.default for c in coordinates()])
    for name, row in read_toml("postures.toml").inner_tables().items():
        if "source" in row:
            angles = {key: row.number(key) for key in row if key not in SETTINGS}
            support = row.text("support", "standing")
            label, note = (message(f"named_posture.{name}.{part}") for part in ("label", "note"))
            plain = Posture(name, label, note, row.text("source"), standing, support)
            found[name] = replace(plain, values=plain.with_angles(angles).values)
    return found


@cache
def flexibility_postures() -> tuple[Posture, ...]:
    """Postures of everyday flexibility that tell how far muscles are stretched."""
    rows = read_toml("postures.toml").table("stretches").inner_tables().values()
    return tuple(posture().with_angles({key: row.number(key) for key in row}) for row in rows)


def posture(name: str = "standing") -> Posture:
    """A named posture.

    Args:
        name: One of ``postures()``.

    Raises:
        InputError: There is none of that name; lists the known ones.
    """
    if name not in postures():
        raise InputError(message("anatomy.posture_unknown", name=name, known=", ".join(postures())))
    return postures()[name]
