"""Screens many made-up people: ``python -m scripts.screening_people [COUNT]``.

Every one who is stopped must be refused a plan, a later yes may not lose a stop, nothing barred may be within reach,
and a visit to a doctor may let pass only what was looked at.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from psoas.assessment.assessor import assess
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.screening import Screening, ScreeningLevel, screen_answers, screening_entries
from psoas.program.planner import ScreeningStop, plan_program
from tests.assessment_people import people
from tests.program.test_eligibility import wrong

SEED = 11
STOP = ScreeningLevel.STOP


def main() -> int:
    """0 when nobody shows a fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    count = parser.parse_args().count
    levels: Counter[str] = Counter()
    faults: list[str] = []
    checked = opened = 0
    for person in people(count, seed=SEED):
        found = screen(person)
        levels[found.level] += 1
        checked += bool(found.checked)
        opened += any(one.level is STOP for one in unvisited(person).entries) and found.program_allowed
        faults += find_faults(person, found)
    print(f"  {count} people: { {str(level): number for level, number in levels.items()} }")
    print(f"  {checked} with a picture that a doctor let pass, {opened} of them from a stop to a plan")
    print(f"  {len(faults)} faults{''.join(f'{chr(10)}    {one}' for one in faults[:20])}")
    return int(bool(faults))


def find_faults(person: IntakeAnswers, found: Screening) -> Iterator[str]:
    """What must not be in one person's screening, plan and reach."""
    stops = {one.id for one in found.entries if one.level is STOP}
    later = screen_answers(
        {**person.answers, **dict.fromkeys(_asked(), True)}, texts=person.texts, visits=person.visits
    )
    yield from (f"{name} is lost by a later yes" for name in stops - {one.id for one in later.entries})
    looked = {one.picture for one in person.visits}
    gone = {one.id for one in unvisited(person).entries} - {one.id for one in found.entries}
    yield from (f"{name} went without a visit" for name in gone - looked)
    if stops:
        try:
            plan_program(person, assess(person))
            yield f"a plan in spite of {stops}"
        except ScreeningStop:
            pass
    yield from wrong(person)


def screen(person: IntakeAnswers) -> Screening:
    """The screening of everything that a person told."""
    return screen_answers(person.answers, texts=person.all_texts, visits=person.visits)


def unvisited(person: IntakeAnswers) -> Screening:
    """The same if no doctor had looked."""
    return screen_answers(person.answers, texts=person.all_texts)


def _asked() -> set[str]:
    """Every question that a yes to can only add to; not those that may lower an alarm because somebody answered."""
    looks = [one for entry in screening_entries().values() for group in entry.when for one in group]
    lowers = {one.question for one in looks if one.or_unsaid}
    return {one.question for one in looks if not one.compare} - lowers


if __name__ == "__main__":
    raise SystemExit(main())
