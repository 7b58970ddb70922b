"""The short histories of the screening, and what is wrong with the outcome of one."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from psoas.intake.answers_parser import parse_answers
from psoas.knowledge.doctor_visits import DoctorVisit
from psoas.knowledge.screening import LEVELS, screen_answers

FILE = Path(__file__).parent / "knowledge_cases" / "histories.toml"
EVERYDAY = "everyday"
"""People of no picture, who must not alarm."""


@dataclass(frozen=True)
class History:
    """One person: which ``picture`` they were written for, and as what ``kind`` (positive, near_miss, negative)."""

    picture: str
    kind: str
    story: str
    answers: dict[str, Any]
    texts: tuple[str, ...] = ()
    visits: tuple[DoctorVisit, ...] = ()
    level: str = ""
    at_most: str = ""
    urgency: str = ""
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """How faults name it."""
        return f"{self.picture}.{self.kind}"


def histories() -> list[History]:
    """All of them, in the order of the file."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [_history(picture, kind, row) for picture, rows in table.items() for kind, row in rows.items()]


def find_history_faults(one: History) -> Iterator[str]:
    """What the screening says otherwise than the history expects."""
    found = screen_answers(one.answers, texts=one.texts, visits=one.visits)
    named = [entry.id for entry in found.entries]
    if one.level and found.level != one.level:
        yield f"{one.name}: {found.level} instead of {one.level} ({named})"
    if one.at_most and LEVELS.index(found.level) > LEVELS.index(one.at_most):
        yield f"{one.name}: {found.level} is more than {one.at_most} ({named})"
    if one.urgency and (not found.entries or found.entries[0].urgency != one.urgency):
        yield f"{one.name}: not {one.urgency} first ({named})"
    yield from (f"{one.name}: {name} does not show ({named})" for name in one.shows if name not in named)
    yield from (f"{one.name}: {name} shows ({named})" for name in one.hides if name in named)


def _history(picture: str, kind: str, row: dict[str, Any]) -> History:
    """Written for a picture: it shows in all but the near misses and negatives, where it stays away."""
    away = kind in ("near_miss", "negative")
    own = () if picture == EVERYDAY else (picture,)
    told: dict[str, Any] = {"shows": () if away else own, "hides": own if away else ()}
    told |= {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    told["visits"] = parse_answers({"visits": row.get("visits", {})}).visits
    return History(picture, kind, **told)
