"""The program that a person follows, as it is stored: the plan, the decided doses, and where they are in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from psoas.core.errors import InputError
from psoas.core.json_types import JsonTable
from psoas.program.program_json import parse_program, program_json
from psoas.program.program_models import Item, Phase, Program, Session
from psoas.progression.decided_program import apply_decisions
from psoas.progression.dose_decisions import DoseDecision, decisions_from_json, decisions_to_json
from psoas.services.recent_results import PEOPLE
from psoas.store import repositories
from psoas.store.person_scope import PersonScope

KEPT = "kept"
"""Key of a stored program under which lies what only the app needs: first day, decisions, hash of its input."""


class KeptState(BaseModel):
    """What is stored under ``KEPT``; version 0.1.0 may have left out any of it."""

    model_config = ConfigDict(frozen=True)

    start: date | None = None
    decisions: tuple[JsonTable, ...] = ()
    rests_on: str = ""


@dataclass(frozen=True)
class CurrentProgram:
    """A stored program: as ``planned``, and with its ``decisions`` applied (``program``). ``start`` is the first day of
    its first week; ``rests_on`` the hash of the data it was planned from."""

    id: UUID
    planned: Program
    program: Program
    start: date
    decisions: tuple[DoseDecision, ...]
    made: datetime
    rests_on: str

    def week(self, today: date) -> int:
        """The week of the program, from 1; after its end the number goes on."""
        return max(1, (today - self.start).days // 7 + 1)

    def first_day(self, today: date) -> date:
        """The first day of this week; weeks count from the day the program began."""
        return self.start + timedelta(weeks=self.week(today) - 1)

    def phase(self, today: date) -> Phase:
        """The phase of this week; the last one after the end."""
        week = min(self.week(today), self.program.weeks)
        return next(one for one in self.program.phases if one.weeks[0] <= week <= one.weeks[1])


@dataclass(frozen=True)
class NextSession:
    """The session that comes next: its ``phase``, its number ``day`` in the week from 1, and how many of the week are
    ``done``."""

    phase: Phase
    day: int
    done: int
    session: Session

    @property
    def address(self) -> str:
        """The path of its page."""
        return f"/session/{self.phase.name}-{self.day}"


@lru_cache(PEOPLE)
def load_program(own: PersonScope, key: UUID) -> CurrentProgram:
    """A stored program. It never changes: a change is stored as another one. Raises ``InputError`` without any."""
    row = repositories.find_program(own, key)
    if row is None:
        raise InputError(f"program {key}: none is kept under that name")
    ours = KeptState.model_validate(row.program.get(KEPT, {}))
    planned = parse_program({key: value for key, value in row.program.items() if key != KEPT})
    decisions = decisions_from_json(ours.decisions)
    start = ours.start or row.made_at.astimezone().date()
    return CurrentProgram(
        row.id, planned, apply_decisions(planned, decisions), start, decisions, row.made_at, ours.rests_on
    )


def store_program(
    own: PersonScope, program: Program, start: date, decisions: Iterable[DoseDecision], rests_on: str
) -> CurrentProgram:
    """Store a program as the newest one."""
    kept = KeptState(start=start, decisions=tuple(decisions_to_json(decisions)), rests_on=rests_on)
    row = {**program_json(program), KEPT: kept.model_dump(mode="json")}
    return load_program(own, repositories.save_program(own, row))


def items_of_phase(phase: Phase) -> tuple[Item, ...]:
    """Every item of a phase."""
    return tuple(item for session in phase.sessions for item in session.items)
