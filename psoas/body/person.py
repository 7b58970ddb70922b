"""Who is measured: height, mass and sex, given or assumed and said so."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from psoas.core.errors import InputError

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
        faults = []
        if not HEIGHT_M[0] <= self.height_m <= HEIGHT_M[1]:
            faults.append(f"height {self.height_m:g} m is not plausible; expected {HEIGHT_M[0]} to {HEIGHT_M[1]} m")
        if not MASS_KG[0] <= self.mass_kg <= MASS_KG[1]:
            faults.append(f"mass {self.mass_kg:g} kg is not plausible; expected {MASS_KG[0]:g} to {MASS_KG[1]:g} kg")
        if self.sex not in SEXES:
            faults.append(f"sex '{self.sex}' is not known to the body tables; expected female or male")
        if faults:
            raise InputError(*faults)

    @classmethod
    def of(cls, *, height_m: float | None = None, mass_kg: float | None = None, sex: str | None = None) -> Person:
        """A person from what is known; the rest is assumed and named in ``assumed``."""
        given = {"height_m": height_m, "mass_kg": mass_kg, "sex": sex}
        known = {key: value for key, value in given.items() if value is not None}
        return cls(**known, assumed=tuple(key for key in given if key not in known))  # type: ignore[arg-type]


def load_person(path: str | Path) -> Person:
    """A person from a TOML file with any of ``height_m``, ``mass_kg``, ``sex``; raises ``InputError``."""
    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"{path.name}: cannot be read ({error.strerror}); expected a TOML file such as height_m = 1.70"
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            f"{path.name}: cannot be read as a person file ({error}); expected TOML such as height_m = 1.70"
        ) from error
    kinds = {"height_m": (int, float), "mass_kg": (int, float), "sex": (str,)}
    faults = [f"{path.name}: '{key}' is not known; expected {', '.join(kinds)}" for key in table if key not in kinds]
    faults += [
        f"{path.name}: {key} = {table[key]!r} has the wrong type; expected {' or '.join(t.__name__ for t in types)}"
        for key, types in kinds.items()
        if key in table and (not isinstance(table[key], types) or isinstance(table[key], bool))
    ]
    if faults:
        raise InputError(*faults)
    return Person.of(**table)
