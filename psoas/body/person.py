"""Who is measured: height, mass and sex, given or assumed and said so."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from psoas.core.errors import InputError
from psoas.core.message import Message, message

SEXES = ("female", "male")
HEIGHT_M = (0.5, 2.6)
MASS_KG = (10.0, 400.0)
REFERENCE_HEIGHT_M = 1.70
"""Stature of the reference body (Rajagopal 2016: 170 cm)."""


@dataclass(frozen=True)
class Person:
    """Height in metres, mass in kilograms, sex "female" or "male"; ``assumed`` names what was not given."""

    height_m: float = REFERENCE_HEIGHT_M
    mass_kg: float = 70.0
    sex: str = "female"
    assumed: tuple[str, ...] = ("height_m", "mass_kg", "sex")

    def __post_init__(self) -> None:
        faults: list[Message] = []
        if not HEIGHT_M[0] <= self.height_m <= HEIGHT_M[1]:
            low, high = HEIGHT_M
            faults.append(message("anatomy.height_implausible", height=f"{self.height_m:g}", low=low, high=high))
        if not MASS_KG[0] <= self.mass_kg <= MASS_KG[1]:
            lightest, heaviest = (f"{limit:g}" for limit in MASS_KG)
            faults.append(message("anatomy.mass_implausible", mass=f"{self.mass_kg:g}", low=lightest, high=heaviest))
        if self.sex not in SEXES:
            faults.append(message("anatomy.sex_unknown", sex=self.sex))
        if faults:
            raise InputError(*faults)

    @classmethod
    def of(cls, *, height_m: float | None = None, mass_kg: float | None = None, sex: str | None = None) -> Person:
        """A person from what is known; the rest is assumed.

        Args:
            height_m: Height in metres, or None.
            mass_kg: Mass in kilograms, or None.
            sex: "female", "male" or None.

        Returns:
            The person, with the names of assumed values in ``assumed``.

        Raises:
            InputError: A value is not plausible; all faults together.
        """
        known = {"height_m": height_m, "mass_kg": mass_kg, "sex": sex}
        return cls(
            height_m=cls.height_m if height_m is None else height_m,
            mass_kg=cls.mass_kg if mass_kg is None else mass_kg,
            sex=cls.sex if sex is None else sex,
            assumed=tuple(key for key, value in known.items() if value is None),
        )


def load_person(path: str | Path) -> Person:
    """Read a person from a TOML file with any of ``height_m``, ``mass_kg``, ``sex``.

    Args:
        path: The TOML file.

    Returns:
        The person; what the file leaves out is assumed.

    Raises:
        InputError: The file cannot be read, a key is not known, or a value is not plausible.
    """
    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(message("anatomy.person_unreadable", file=path.name, reason=reason)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(message("anatomy.person_not_toml", file=path.name, reason=str(error))) from error
    return _person_from_table(path.name, table)


def _person_from_table(file: str, table: Mapping[str, object]) -> Person:
    """A person from the keys of a person file; ``InputError`` with all faults."""
    known = ("height_m", "mass_kg", "sex")
    faults = [
        message("anatomy.person_key_unknown", file=file, key=key, known=", ".join(known))
        for key in table
        if key not in known
    ]
    numbers: dict[str, float | None] = {}
    for key in ("height_m", "mass_kg"):
        value = table.get(key)
        if isinstance(value, int | float) and not isinstance(value, bool):
            numbers[key] = value
        elif value is not None:
            faults.append(message("anatomy.person_needs_number", file=file, key=key, value=repr(value)))
    sex = table.get("sex")
    if not isinstance(sex, str | None):
        faults.append(message("anatomy.person_needs_text", file=file, key="sex", value=repr(sex)))
    if faults:
        raise InputError(*faults)
    return Person.of(
        height_m=numbers.get("height_m"), mass_kg=numbers.get("mass_kg"), sex=sex if isinstance(sex, str) else None
    )
