"""Height and weight as a form asks for them and as a person is kept: the same on every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from psoas.body.person import HEIGHT_M, MASS_KG
from psoas.core.message import Message, message
from psoas.intake.intake_form import parse_number

ENDS = {"height": tuple(100 * end for end in HEIGHT_M), "mass": MASS_KG}
"""Fields and their allowed ranges: cm and kg."""


class SizedPerson(Protocol):
    """Anybody whose size may be known."""

    @property
    def height_m(self) -> float | None:
        """Height, None where it is not known."""

    @property
    def mass_kg(self) -> float | None:
        """Mass, None where it is not known."""


@dataclass(frozen=True)
class BodySize:
    """What was read, None where nothing was said."""

    height_m: float | None
    mass_kg: float | None


def read_body_size(form: Mapping[str, object]) -> tuple[BodySize, dict[str, Message]]:
    """The size in a form, and a message for each field that cannot be used. A height such as 1.78 is one in metres."""
    found: dict[str, float | None] = {}
    faults = {}
    for key, (low, high) in ENDS.items():
        given = str(form.get(key, "")).strip()
        value = parse_number(given)
        if key == "height" and value is not None and HEIGHT_M[0] <= value <= HEIGHT_M[1]:
            value *= 100
        if given and (value is None or not low <= value <= high):
            faults[key] = message(f"size.{key}_fault", given=given[:20], low=f"{low:g}", high=f"{high:g}")
        found[key] = value
    height = found["height"]
    return BodySize(None if height is None else height / 100, found["mass"]), faults


def body_size_fields(of: SizedPerson) -> dict[str, str]:
    """What a form shows of a person's size; "" for what was not said."""
    return {
        "height": "" if of.height_m is None else f"{100 * of.height_m:g}",
        "mass": "" if of.mass_kg is None else f"{of.mass_kg:g}",
    }
