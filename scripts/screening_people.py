"""Screens many made-up people: ``python -m scripts.screening_people [COUNT]``.

Every one who is stopped must be refused a plan, and a person's later yes may not lose a stop that was there.
"""

from __future__ import annotations

import argparse
from collections import Counter

from psoas.assessment.assessor import assess
from psoas.knowledge.screening import ScreeningLevel, screen_answers, screening_entries
from psoas.program.planner import ScreeningStop, plan_program
from tests.assessment_people import people

SEED = 11


def main() -> int:
    """0 when no stop has a plan and no stop is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    count = parser.parse_args().count
    levels: Counter[str] = Counter()
    faults = 0
    given = {
        one.question for e in screening_entries().values() for g in e.when for one in g if one.or_unsaid
    }  # what may lower an alarm because somebody gave it
    asked = {one.question for e in screening_entries().values() for g in e.when for one in g if not one.compare} - given
    for person in people(count, seed=SEED):
        found = screen_answers(person.answers, texts=person.texts)
        levels[found.level] += 1
        stops = {one.id for one in found.entries if one.level is ScreeningLevel.STOP}
        later = {name: True for name in asked}
        after = {one.id for one in screen_answers({**person.answers, **later}, texts=person.texts).entries}
        faults += not stops <= after
        if stops:
            try:
                plan_program(person, assess(person))
                faults += 1
            except ScreeningStop:
                pass
    print(f"  {count} people: {dict(levels)}; {faults} with a plan in spite of a stop, or with a stop lost")
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main())
