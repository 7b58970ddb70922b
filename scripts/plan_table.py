"""Prints what a therapist would send back in the plans of all readable people, by kind, and what is never used."""

from __future__ import annotations

import sys
from collections import defaultdict

from tests.plan_check import PlanFault, library, planned_people, therapist_faults, unused

LEAST_USED = 0.85
"""The part of the library that some plan holds at least."""


def main() -> int:
    """A row a person, then faults by kind, the most frequent first; 1 where there are any."""
    people = planned_people()
    faults = {one.name: therapist_faults(one) for one in people}
    print(f"{'person':44} {'min':>4} {'days':>4} {'wks':>4} {'items':>6} {'walk first':>10} {'last':>5} {'faults':>6}")
    for one in people:
        items = [len({item.name for item in s.items}) for phase in one.program.phases for s in phase.sessions]
        weeks = one.program.aerobic.weeks if one.program.aerobic else ()
        first, last = (weeks[0].minutes, weeks[-1].minutes) if weeks else (0, 0)
        print(
            f"{one.name:44} {one.program.minutes:4g} {one.program.days:4d} {one.program.weeks:4d} "
            f"{min(items):3d}-{max(items):<2d} {first:10g} {last:5g} {len(faults[one.name]):6d}"
        )
    kinds = by_kind([fault for each in faults.values() for fault in each])
    for kind, found in sorted(kinds.items(), key=lambda row: -len(row[1])):
        print(f"\n{len(found)} x {kind}")
        print("\n".join(f"  {one}" for one in found))
    never, every = unused(people), library()
    part = 1 - len(never) / len(every)
    print(f"\n{len(people)} plans; used {part:.0%} of {len(every)} things (asked {LEAST_USED:.0%})")
    print(f"never: {', '.join(never)}")
    return int(bool(kinds) or part < LEAST_USED)


def by_kind(faults: list[PlanFault]) -> dict[str, list[str]]:
    """The texts of faults by their kind."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in faults:
        found[one.kind].append(one.what)
    return found


if __name__ == "__main__":
    sys.exit(main())
