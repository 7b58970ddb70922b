"""Which items a phase holds: a small integer program over every way to take every item in each session of a week.

Maximise the table's worth, times the phase's emphasis on the strand and the worth of the dose, minus what repeats,
under the minutes of a session, one of a family a session, and something of each strand in the phase. Solved by HiGHS
with a fixed gap and node limit, so that equal input gives an equal plan on every machine.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from psoas.errors import PsoasError
from psoas.program.doses import Way
from psoas.program.program import STRANDS
from psoas.program.reach import Thing

GAP, NODES = 0.004, 400
"""Share of the optimum that may be left, and branches tried, the same for every plan."""
SHARE_FROM_MIN, SHARE = 15.0, 0.45
"""From sessions this long on, no strand takes more than this share of one (assumed)."""
MOST_ITEMS, ITEM_MIN = 14, 2.5
"""A session holds at most this many items, and one for about so many minutes (assumed)."""


@dataclass(frozen=True)
class Choice:
    """One thing that a phase may hold: its ways, its ``worth`` in this phase (reasons times emphasis), what it gains or
    loses by the phase before (``bonus``), and whether it is pinned."""

    thing: Thing
    ways: tuple[Way, ...]
    worth: float
    bonus: float = 0.0
    pinned: bool = False


@dataclass(frozen=True)
class Week:
    """What is asked of one phase's week: ``minutes`` of a session, how often each distinct session comes in it (its
    length is how many there are), and the costs of ``rules.toml``."""

    minutes: float
    times: tuple[int, ...]
    costs: dict[str, float]


@dataclass(frozen=True)
class Chosen:
    """The ways of each session, and the solver's value of the whole."""

    sessions: tuple[tuple[Way, ...], ...]
    value: float


@dataclass
class _Problem:
    """Columns and rows as they are gathered; ``cost`` is minimised."""

    cost: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)

    def column(self, cost: float, *, whole: bool, most: float = 1.0) -> int:
        self.cost.append(cost)
        self.whole.append(whole)
        self.most.append(most)
        return len(self.cost) - 1

    def row(self, entries: Iterable[tuple[int, float]], low: float, high: float) -> None:
        found: dict[int, float] = defaultdict(float)
        for column, value in entries:
            found[column] += value
        if found:
            self.rows.append((dict(found), low, high))


@dataclass(frozen=True)
class _Pick:
    """One column: a way of a choice in a session."""

    column: int
    session: int
    choice: Choice
    way: Way


def choose(choices: Sequence[Choice], week: Week) -> Chosen:
    """The best sessions for one phase. Raises ``PsoasError`` when the solver gives none, which no input should."""
    problem = _Problem()
    picks = _picks(problem, choices, week)
    if not picks:
        return Chosen(tuple(() for _ in week.times), 0.0)
    _hold_time(problem, picks, week)
    _hold_variety(problem, picks, week)
    _hold_strands(problem, picks, week)
    _hold_pins(problem, picks, week)
    values, value = _solve(problem)
    taken = [pick for pick in picks if values[pick.column] > 0.5]
    sessions = tuple(tuple(pick.way for pick in taken if pick.session == s) for s in range(len(week.times)))
    return Chosen(sessions, -value)


def _picks(problem: _Problem, choices: Sequence[Choice], week: Week) -> list[_Pick]:
    """A column for each way that fits into a session; a session that comes more often counts for more."""
    picks = []
    for s, times in enumerate(week.times):
        share = times / sum(week.times) * len(week.times)
        for place, one in enumerate(choices):
            for way in one.ways:
                if way.minutes <= week.minutes + 1e-9:
                    gain = (one.worth * way.worth + one.bonus + week.costs["minute"] * way.minutes) * share
                    tie = week.costs["tie"] * (place + len(choices) * s)
                    picks.append(_Pick(problem.column(tie - gain, whole=True), s, one, way))
    return picks


def _hold_time(problem: _Problem, picks: list[_Pick], week: Week) -> None:
    strands = {pick.choice.thing.strand for pick in picks}
    few = max(3, min(MOST_ITEMS, math.ceil(week.minutes / ITEM_MIN)))
    for s in range(len(week.times)):
        mine = [pick for pick in picks if pick.session == s]
        problem.row(((p.column, p.way.minutes) for p in mine), 0.0, week.minutes)
        problem.row(((p.column, 1.0) for p in mine), 0.0, float(few))
        if week.minutes >= SHARE_FROM_MIN and len(strands) > 2:
            for strand in sorted(strands):
                some = [p for p in mine if p.choice.thing.strand == strand and not p.choice.pinned]
                problem.row(((p.column, p.way.minutes) for p in some), 0.0, SHARE * week.minutes)


def _hold_variety(problem: _Problem, picks: list[_Pick], week: Week) -> None:
    """One of a family and one massage a session; a crowd of one strand, and the same thing again, cost."""
    for s in range(len(week.times)):
        mine = [pick for pick in picks if pick.session == s]
        for group in _by(mine, lambda pick: pick.choice.thing.family).values():
            problem.row(((p.column, 1.0) for p in group), 0.0, 1.0)
        problem.row(((p.column, 1.0) for p in mine if p.choice.thing.kind == "massage"), 0.0, 1.0)
        for group in _by(mine, lambda pick: pick.choice.thing.strand).values():
            crowd = problem.column(week.costs["crowd"], whole=False, most=MOST_ITEMS)
            problem.row([*((p.column, 1.0) for p in group), (crowd, -1.0)], -np.inf, 1.0)
    if len(week.times) > 1:
        for group in _by(picks, lambda pick: pick.choice.thing.name).values():
            again = problem.column(week.costs["again"], whole=False, most=MOST_ITEMS)
            problem.row([*((p.column, 1.0) for p in group), (again, -1.0)], -np.inf, 1.0)


def _hold_strands(problem: _Problem, picks: list[_Pick], week: Week) -> None:
    """Something of each strand in the phase wherever anything is in reach; massage stands for release only alone."""
    for strand in STRANDS:
        some = [p for p in picks if p.choice.thing.strand == strand]
        some = [p for p in some if p.choice.thing.kind != "massage"] or some
        if not some:
            continue
        absent = problem.column(week.costs["absent"], whole=False)
        problem.row([*((p.column, 1.0) for p in some), (absent, 1.0)], 1.0, np.inf)
        for s in range(len(week.times)):
            missed = problem.column(week.costs["absent_day"], whole=False)
            problem.row([*((p.column, 1.0) for p in some if p.session == s), (missed, 1.0)], 1.0, np.inf)


def _hold_pins(problem: _Problem, picks: list[_Pick], week: Week) -> None:
    for group in _by([p for p in picks if p.choice.pinned], lambda pick: pick.choice.thing.name).values():
        without = problem.column(week.costs["unpinned"], whole=False)
        problem.row([*((p.column, 1.0) for p in group), (without, 1.0)], 1.0, np.inf)


def _by(picks: Iterable[_Pick], key: Callable[[_Pick], str]) -> dict[str, list[_Pick]]:
    found: dict[str, list[_Pick]] = defaultdict(list)
    for pick in picks:
        found[key(pick)].append(pick)
    return found


def _solve(problem: _Problem) -> tuple[np.ndarray, float]:
    entries = [(r, c, v) for r, (row, _, _) in enumerate(problem.rows) for c, v in row.items()]
    place_r, place_c, values = (np.array(column) for column in zip(*entries, strict=True))
    matrix = csr_array((values, (place_r, place_c)), shape=(len(problem.rows), len(problem.cost)))
    low, high = (np.array([row[k] for row in problem.rows]) for k in (1, 2))
    found = milp(
        np.array(problem.cost),
        integrality=np.array(problem.whole, dtype=int),
        bounds=Bounds(0.0, np.array(problem.most)),
        constraints=LinearConstraint(matrix, low, high),
        options={"mip_rel_gap": GAP, "node_limit": NODES},
    )
    if found.x is None:
        raise PsoasError(f"no plan was found: {found.message}")
    return found.x, float(found.fun)
