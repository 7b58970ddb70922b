"""Stated minutes of sessions and items beside the player's own clock.

``python -m scripts.session_clock`` plans for made-up people and prints a table: minutes that the program states,
minutes of the guided session without its settling steps (which only fill), and the largest difference of an item.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from psoas.assessment.assessor import assess
from psoas.core.catalogue import render
from psoas.program.planner import plan_program
from psoas.program.program_models import Session
from psoas.session.session_rules import StepKind
from psoas.session.session_script import build_script
from tests.assessment_people import people

SESSIONS = 30
"""How many sessions the table holds."""
SEED = 11


@dataclass(frozen=True)
class ClockRow:
    """One session: what it is, stated and real minutes, and both of each of its items."""

    title: str
    kinds: tuple[str, ...]
    stated_min: float
    clock_min: float
    items: tuple[tuple[str, float, float], ...]

    @property
    def difference(self) -> float:
        """Part by which the stated minutes of the session differ from the clock."""
        return abs(self.stated_min - self.clock_min) / self.clock_min

    @property
    def worst_item(self) -> tuple[str, float]:
        """The item that differs most, and by what part."""
        return max(((name, abs(said - real) / real) for name, said, real in self.items), key=lambda one: one[1])


def clock_row(session: Session) -> ClockRow:
    """A session by its own clock: every timed step but those that only fill the minutes."""
    made = build_script(session)
    seconds = [0.0] * len(session.items)
    for step in made.steps:
        if step.kind is not StepKind.SETTLE:
            seconds[step.part] += step.seconds
    items = tuple((item.name, item.minutes, real / 60) for item, real in zip(session.items, seconds, strict=True))
    kinds = tuple(dict.fromkeys(str(item.kind) for item in session.items))
    return ClockRow(f"{session.place}: {render(session.title)}", kinds, session.minutes, sum(seconds) / 60, items)


def clock_rows(count: int, seed: int) -> Iterator[ClockRow]:
    """Sessions of made-up people who may practise: one of each, of different phases, places and lengths."""
    found = 0
    for number, story in enumerate(people(40 * count, seed=seed)):
        assessment = assess(story)
        if not assessment.screening.program_allowed or not assessment.findings:
            continue
        phases = plan_program(story, assessment).phases
        sessions = [one for one in phases[number % len(phases)].sessions if one.items]
        if sessions:
            yield clock_row(sessions[number % len(sessions)])
            found += 1
        if found == count:
            return


def main() -> None:
    """Print the table; exit with 1 where a session or an item differs by more than a tenth."""
    rows = list(clock_rows(SESSIONS, SEED))
    print(f"{'session':34} {'items':>5} {'stated':>7} {'clock':>7} {'differs':>8}  worst item")
    for row in rows:
        name, worst = row.worst_item
        print(
            f"{row.title:34} {len(row.items):5} {row.stated_min:7.1f} {row.clock_min:7.1f} {row.difference:8.1%}  "
            f"{name} {worst:.1%}"
        )
    most = max(max(row.difference, row.worst_item[1]) for row in rows)
    print(f"{len(rows)} sessions, largest difference {most:.1%}")
    if most > 0.1:
        sys.exit(1)


if __name__ == "__main__":
    main()
