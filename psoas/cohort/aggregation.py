"""From rows to people: each person counts once, whatever the number of their recordings.

Recordings of different movements are never averaged: a walk and a squat have no common mean.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from psoas.analysis.cycle_normalization import SAMPLES
from psoas.cohort.table_schema import DONE, Row
from psoas.cohort.trial_worker import FinishedTrial
from psoas.core.arrays import Floats
from psoas.core.sides import SIDES


@dataclass(frozen=True)
class MovementGroup:
    """One movement: its finished recordings by person."""

    movement: str
    by_person: dict[str, list[FinishedTrial]]

    @property
    def recordings(self) -> int:
        """Recordings of all people together."""
        return sum(len(own) for own in self.by_person.values())

    def values(self, column: str) -> Floats:
        """One value a person (n,): the mean over their recordings, NaN where none has it."""
        return np.array([_mean([finished.row.get(column) for finished in own]) for own in self.by_person.values()])

    def columns(self) -> list[str]:
        """Names of every number that any recording of the group has, in the order of the rows."""
        rows = [finished.row for own in self.by_person.values() for finished in own]
        named = dict.fromkeys(name for row in rows for name, value in row.items() if _is_number(value))
        return list(named)

    def curves(self, name: str, side: str) -> Floats:
        """One mean curve a person (n, 101) over the stride or repetition; people without one are left out."""
        people = []
        for own in self.by_person.values():
            found = [c for finished in own if (c := finished.curves.get("curves", {}).get(name, {}).get(side))]
            if found:
                people.append(np.mean(np.array(found, dtype=float), axis=0))
        return np.array(people).reshape(len(people), SAMPLES)

    def toe_off(self) -> dict[str, float]:
        """Mean instant at which each foot leaves the ground, percent of the stride, where it is known."""
        every = [f.curves.get("toe_off", {}) for own in self.by_person.values() for f in own]
        shares = {side: [marks[side] for marks in every if side in marks] for side in SIDES}
        return {side: float(np.mean(found)) for side, found in shares.items() if found}


@dataclass(frozen=True)
class Spread:
    """Mean, standard deviation (NaN for fewer than two people) and number of the people who have a value."""

    mean: float
    sd: float
    people: int


def group_by_movement(finished: Iterable[FinishedTrial]) -> list[MovementGroup]:
    """The finished recordings by movement, the most frequent first; refused and failed ones are left out."""
    found: dict[str, dict[str, list[FinishedTrial]]] = {}
    ordered = sorted((f for f in finished if f.row["status"] == DONE), key=lambda f: str(f.row["file"]))
    for one in ordered:
        found.setdefault(str(one.row["movement"]), {}).setdefault(str(one.row["person"]), []).append(one)
    listed = [MovementGroup(movement, by_person) for movement, by_person in found.items()]
    return sorted(listed, key=lambda group: (-group.recordings, group.movement))


def compute_spread(values: Floats) -> Spread:
    """Mean and standard deviation (n - 1) of the seen ones of ``values`` (n,)."""
    seen = values[np.isfinite(values)]
    if not len(seen):
        return Spread(math.nan, math.nan, 0)
    sd = float(seen.std(ddof=1)) if len(seen) > 1 else math.nan
    return Spread(float(seen.mean()), sd, len(seen))


def _mean(values: Sequence[object]) -> float:
    seen = [float(value) for value in values if isinstance(value, int | float) and math.isfinite(value)]
    return sum(seen) / len(seen) if seen else math.nan


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def unanswered_rows(finished: Iterable[FinishedTrial]) -> list[Row]:
    """Rows of the recordings that gave no answer, in the order of files."""
    rows = [one.row for one in finished if one.row["status"] != DONE]
    return sorted(rows, key=lambda row: str(row["file"]))
