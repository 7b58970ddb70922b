"""Which items a session holds: a small integer program over every way to take every item, one session after another.

Maximise the table's worth, times the phase's emphasis on the strand and the worth of the dose, minus what repeats,
under the minutes of the session and one of a family, with something of each strand. Later sessions of a week know what
the earlier ones held, so that the week holds every strand even where a session is too short for all. Solved by HiGHS
with a fixed gap and node limit, so that equal input gives an equal plan.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from psoas.core.arrays import Floats
from psoas.core.errors import PsoasError
from psoas.core.message import message
from psoas.knowledge.practice_codes import WEEK_STRANDS
from psoas.program.dosage import DoseOption
from psoas.program.eligibility import PlanOption
from psoas.program.program_models import ItemKind

GAP, NODES = 0.03, 50
"""Share of the optimum that may be left, and branches tried, the same for every plan."""
SHARE_FROM_MIN, SHARE = 15.0, 0.45
"""From sessions this long on, no strand takes more than this share of one (assumed)."""
MOST_OF_STRAND = 5
"""At most this many things of a strand are weighed against each other, the worthiest; pinned ones always."""
TENTHS = 10
MOST_ITEMS, ITEM_MIN = 14, 2.5
"""A session holds at most this many items, and one for about so many minutes (assumed)."""


@dataclass(frozen=True)
class Candidate:
    """One thing that a session may hold: its ways, its ``worth`` in this phase (reasons times emphasis), what it gains
    or loses by the phase before (``bonus``), and whether it is pinned."""

    thing: PlanOption
    ways: tuple[DoseOption, ...]
    worth: float
    bonus: float = 0.0
    pinned: bool = False


@dataclass(frozen=True)
class WeekRequest:
    """What is asked of one phase's week: ``minutes`` of a session, how many ``distinct`` sessions, the costs of
    ``rules.toml``, what it should hold ``also``, besides the strands, and ``muscles`` it should train, with the names
    of what trains each."""

    minutes: float
    distinct: int
    costs: dict[str, float]
    also: tuple[str, ...] = ()
    muscles: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass
class _IntegerProgram:
    """Columns and rows as they are gathered; ``cost`` is minimised."""

    cost: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def column(self, cost: float, *, most: float = 1.0) -> int:
        """A new whole number from 0 to ``most``. Counts are whole anyway, and a problem without fractions is exact."""
        self.cost.append(cost)
        self.most.append(most)
        return len(self.cost) - 1

    def row(self, entries: Iterable[tuple[int, float]], low: float, high: float) -> None:
        if found := dict(entries):
            self.rows.append((found, low, high))


@dataclass(frozen=True)
class _ProgramColumn:
    """One column: a way of a choice."""

    column: int
    choice: Candidate
    way: DoseOption


def choose_sessions(choices: Sequence[Candidate], week: WeekRequest) -> tuple[tuple[DoseOption, ...], ...]:
    """The distinct sessions of one phase's week, the one that matters most first.

    Raises ``PsoasError`` when the solver gives none, which no input should.
    """
    sessions: list[tuple[DoseOption, ...]] = []
    for left in range(week.distinct, 0, -1):
        sessions.append(_session(choices, week, sessions, left))
    return tuple(sessions)


def _session(
    choices: Sequence[Candidate], week: WeekRequest, before: list[tuple[DoseOption, ...]], left: int
) -> tuple[DoseOption, ...]:
    """One session, with ``left`` sessions to go, itself included."""
    held = {way.thing.name for session in before for way in session}
    problem = _IntegerProgram()
    picks = _picks(problem, _worthiest(choices), week, held)
    if not picks:
        return ()
    _hold_time(problem, picks, week)
    _hold_variety(problem, picks, week)
    _hold_strands(problem, picks, week, held, left)
    _hold_pins(problem, picks, week, held, left)
    values = _solve(problem)
    return tuple(pick.way for pick in picks if values[pick.column] > 0.5)


def _strand(thing: PlanOption) -> str:
    """What a thing counts as; massage stands for release only where nothing else does, so it counts apart."""
    return "massage" if thing.kind is ItemKind.MASSAGE else thing.strand


def _worthiest(choices: Sequence[Candidate]) -> list[Candidate]:
    """The choices that are weighed, in their order: few enough to be quick, and of every strand."""
    ranked: dict[str, list[Candidate]] = defaultdict(list)
    for one in sorted(choices, key=lambda one: -(one.worth + one.bonus)):
        ranked[_strand(one.thing)].append(one)
    kept = {one.thing.name for group in ranked.values() for one in group[:MOST_OF_STRAND]}
    return [one for one in choices if one.pinned or one.thing.name in kept]


def _picks(
    problem: _IntegerProgram, choices: Sequence[Candidate], week: WeekRequest, held: set[str]
) -> list[_ProgramColumn]:
    """A column for each way that fits into a session; what the week already holds costs, unless it is pinned."""
    picks = []
    for place, one in enumerate(choices):
        again = week.costs["again"] if one.thing.name in held and not one.pinned else 0.0
        for way in one.ways:
            if way.minutes <= week.minutes + 1e-9:
                gain = one.worth * way.worth + one.bonus + week.costs["minute"] * way.minutes - again
                picks.append(_ProgramColumn(problem.column(week.costs["tie"] * place - gain), one, way))
    return picks


def _hold_time(problem: _IntegerProgram, picks: list[_ProgramColumn], week: WeekRequest) -> None:
    few = max(3, min(MOST_ITEMS, math.ceil(week.minutes / ITEM_MIN)))
    problem.row(((p.column, _tenths(p.way.minutes)) for p in picks), 0.0, math.floor(week.minutes * TENTHS + 1e-6))
    problem.row(((p.column, 1.0) for p in picks), 0.0, float(few))
    strands = _by(picks, lambda pick: pick.choice.thing.strand)
    if week.minutes >= SHARE_FROM_MIN and len(strands) > 2:
        for group in strands.values():
            free = [p for p in group if not p.choice.pinned]
            problem.row(
                ((p.column, _tenths(p.way.minutes)) for p in free), 0.0, math.floor(SHARE * week.minutes * TENTHS)
            )


def _tenths(minutes: float) -> float:
    """Minutes as whole tenths: the solver keeps whole numbers exactly."""
    return float(round(minutes * TENTHS))


def _hold_variety(problem: _IntegerProgram, picks: list[_ProgramColumn], week: WeekRequest) -> None:
    """One of a family and one massage; a crowd of one strand costs. Pinned kin may stand beside each other."""
    for group in _by(picks, lambda pick: pick.choice.thing.family).values():
        free = [p for p in group if not p.choice.pinned]
        problem.row(((p.column, 1.0) for p in free), 0.0, 1.0)
        for one in _by([p for p in group if p.choice.pinned], lambda pick: pick.choice.thing.name).values():
            problem.row(((p.column, 1.0) for p in one), 0.0, 1.0)
    problem.row(
        ((p.column, 1.0) for p in picks if p.choice.thing.kind is ItemKind.MASSAGE and not p.choice.pinned), 0.0, 1.0
    )
    for group in _by(picks, lambda pick: _strand(pick.choice.thing)).values():
        crowd = problem.column(week.costs["crowd"], most=MOST_ITEMS)
        problem.row([*((p.column, 1.0) for p in group), (crowd, -1.0)], -np.inf, 1.0)


def _hold_strands(
    problem: _IntegerProgram, picks: list[_ProgramColumn], week: WeekRequest, held: set[str], left: int
) -> None:
    """Each strand and muscle in each session where time allows, and of those the week still lacks so many that the
    sessions left can hold the rest."""
    lacking = []
    for some in _wanted(picks, week):
        missed = problem.column(week.costs["absent_day"])
        problem.row([*((p.column, 1.0) for p in some), (missed, 1.0)], 1.0, np.inf)
        lacking += [missed] if held.isdisjoint(p.choice.thing.name for p in some) else []
    if lacking:
        late = problem.column(week.costs["absent"], most=len(lacking))
        most = len(lacking) - math.ceil(len(lacking) / left)
        problem.row([*((column, 1.0) for column in lacking), (late, -1.0)], -np.inf, most)


def _wanted(picks: list[_ProgramColumn], week: WeekRequest) -> Iterable[list[_ProgramColumn]]:
    """The columns of each strand and each muscle that a week should hold, where there are any."""
    for strand in (*WEEK_STRANDS, *week.also):
        some = [p for p in picks if _strand(p.choice.thing) == strand]
        if not some and strand == "release":
            some = [p for p in picks if p.choice.thing.kind is ItemKind.MASSAGE]
        if some:
            yield some
    for names in week.muscles.values():
        if some := [p for p in picks if p.choice.thing.name in names]:
            yield some


def _hold_pins(
    problem: _IntegerProgram, picks: list[_ProgramColumn], week: WeekRequest, held: set[str], left: int
) -> None:
    """Every pinned thing in the first session that has room for it; the last one is where it must be."""
    for name, group in _by([p for p in picks if p.choice.pinned], lambda pick: pick.choice.thing.name).items():
        if name not in held:
            without = problem.column(week.costs["unpinned"] / left)
            problem.row([*((p.column, 1.0) for p in group), (without, 1.0)], 1.0, np.inf)


def _by(picks: Iterable[_ProgramColumn], key: Callable[[_ProgramColumn], str]) -> dict[str, list[_ProgramColumn]]:
    found: dict[str, list[_ProgramColumn]] = defaultdict(list)
    for pick in picks:
        found[key(pick)].append(pick)
    return found


def _solve(problem: _IntegerProgram) -> Floats:
    entries = [(r, c, v) for r, (row, _, _) in enumerate(problem.rows) for c, v in row.items()]
    place_r, place_c, values = (np.array(column) for column in zip(*entries, strict=True))
    matrix = csr_array((values, (place_r, place_c)), shape=(len(problem.rows), len(problem.cost)))
    low, high = (np.array([row[k] for row in problem.rows]) for k in (1, 2))
    found = milp(
        np.array(problem.cost),
        integrality=np.ones(len(problem.cost), dtype=int),
        bounds=Bounds(0.0, np.array(problem.most)),
        constraints=LinearConstraint(matrix, low, high),
        options={"mip_rel_gap": GAP, "node_limit": NODES},
    )
    if found.x is None:
        raise PsoasError(message("plan.fault.no_solution", solver=found.message))
    return np.asarray(found.x)
