"""What a week's sessions hold: a small integer program over ladders and doses, one session after another.

Maximise what the items are worth to the person, minus what repeats and crowds, under the minutes and the number of
items of a session, with every movement pattern of the phase somewhere in the week and one exercise of a ladder all
week. Later sessions know what the earlier ones held. Solved by HiGHS with a fixed gap and node limit, so that equal
input gives an equal plan.
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
from psoas.knowledge.practice_codes import Pattern
from psoas.program.dosage import DoseOption
from psoas.program.eligibility import PlanOption

GAP, NODES = 0.03, 50
"""Share of the optimum that may be left, and branches tried, the same for every plan."""
TENTHS = 10
"""Minutes are counted in tenths, as whole numbers, which the solver keeps exactly."""
OF_GROUP = 3
"""At most this many things of a group are weighed against each other, the worthiest; pinned ones always."""
LONG_MIN, FEWEST, MOST_ITEMS, ITEM_MIN = 20.0, 6, 8, 2.5
"""Sessions of ``LONG_MIN`` and more hold 6 to 8 items, shorter ones an item for about every 2.5 minutes: what people
keep up (assumed)."""


@dataclass(frozen=True)
class Candidate:
    """One thing that a week may hold.

    Args:
        thing: The thing.
        ways: The doses it may have.
        worth: What it is worth in this phase: reasons times emphasis.
        group: Things of one group never share a session: a ladder, or all massages.
        patterns: What it trains.
        steady: Whether the group keeps to one thing all week, as ladders do.
        bonus: What it gains or loses by the phase before.
        pinned: Whether the person asked for it.
    """

    thing: PlanOption
    ways: tuple[DoseOption, ...]
    worth: float
    group: str
    patterns: frozenset[Pattern]
    steady: bool = False
    bonus: float = 0.0
    pinned: bool = False


@dataclass(frozen=True)
class WeekRequest:
    """What is asked of one phase's week: ``minutes`` of a session, how many ``distinct`` sessions, the costs of
    ``rules.toml``, the patterns it should ``hold`` with what each is worth beside the others (1 is usual), those that
    ``every`` session should hold."""

    minutes: float
    distinct: int
    costs: Mapping[str, float]
    hold: Mapping[Pattern, float] = field(default_factory=dict)
    every: tuple[Pattern, ...] = ()


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
class _Pick:
    """One column: a way of a choice."""

    column: int
    choice: Candidate
    way: DoseOption


def choose_sessions(choices: Sequence[Candidate], week: WeekRequest) -> tuple[tuple[DoseOption, ...], ...]:
    """The distinct sessions of one phase's week, one after another.

    Raises ``PsoasError`` when the solver gives none, which no input should.
    """
    sessions: list[tuple[DoseOption, ...]] = []
    weighed = _worthiest(choices)
    for left in range(week.distinct, 0, -1):
        sessions.append(_session(weighed, week, sessions, left))
    return tuple(sessions)


def most_items(minutes: float) -> tuple[int, int]:
    """The fewest and most items of a session."""
    if minutes >= LONG_MIN:
        return FEWEST, MOST_ITEMS
    most = max(2, min(MOST_ITEMS, math.ceil(minutes / ITEM_MIN)))
    return max(1, most - 2), most


def _worthiest(choices: Sequence[Candidate]) -> list[Candidate]:
    """The choices that are weighed, in their order: the worthiest few of a group, and what is pinned."""
    ranked: dict[str, list[Candidate]] = defaultdict(list)
    for one in sorted(choices, key=lambda one: -(one.worth + one.bonus)):
        ranked[one.group].append(one)
    kept = {one.thing.name for group in ranked.values() for one in group[:OF_GROUP]}
    return [one for one in choices if one.pinned or one.thing.name in kept]


def _session(
    choices: Sequence[Candidate], week: WeekRequest, before: list[tuple[DoseOption, ...]], left: int
) -> tuple[DoseOption, ...]:
    """One session, with ``left`` sessions to go, itself included."""
    held = {way.thing.name for session in before for way in session}
    settled = {one.group for one in choices if one.steady and one.thing.name in held}
    open_now = [
        one for one in choices if one.pinned or one.thing.name in held or not (one.steady and one.group in settled)
    ]
    patterns = {pattern for one in choices if one.thing.name in held for pattern in one.patterns}
    problem = _IntegerProgram()
    picks = _picks(problem, open_now, week, held)
    if not picks:
        return ()
    _hold_size(problem, picks, week)
    _hold_variety(problem, picks, week)
    _hold_patterns(problem, picks, week, patterns, left)
    _hold_pins(problem, picks, week, held, left)
    values = _solve(problem)
    return tuple(pick.way for pick in picks if values[pick.column] > 0.5)


def _picks(problem: _IntegerProgram, choices: Sequence[Candidate], week: WeekRequest, held: set[str]) -> list[_Pick]:
    """A column for each way that fits into a session; what the week already holds costs, unless it is pinned."""
    picks = []
    for place, one in enumerate(choices):
        again = week.costs["again"] if one.thing.name in held and not one.pinned else 0.0
        for way in one.ways:
            if way.minutes <= week.minutes + 1e-9:
                gain = one.worth * way.worth + one.bonus + week.costs["minute"] * way.minutes - again
                picks.append(_Pick(problem.column(week.costs["tie"] * place - gain), one, way))
    return picks


def _hold_size(problem: _IntegerProgram, picks: list[_Pick], week: WeekRequest) -> None:
    """The minutes and the number of items of a session."""
    fewest, most = most_items(week.minutes)
    pins = len({p.choice.thing.name for p in picks if p.choice.pinned})
    problem.row(((p.column, _tenths(p.way.minutes)) for p in picks), 0.0, math.floor(week.minutes * TENTHS + 1e-6))
    few = problem.column(week.costs["few"], most=fewest)
    problem.row(((p.column, 1.0) for p in picks), 0.0, float(max(most, pins)))
    problem.row([*((p.column, 1.0) for p in picks), (few, 1.0)], float(fewest), np.inf)


def _hold_variety(problem: _IntegerProgram, picks: list[_Pick], week: WeekRequest) -> None:
    """One of a group, one way of a pinned thing, and a cost for a crowd of one pattern."""
    for group in _by([p for p in picks if not p.choice.pinned], lambda one: one.choice.group).values():
        problem.row(((p.column, 1.0) for p in group), 0.0, 1.0)
    for same in _by([p for p in picks if p.choice.pinned], lambda one: one.choice.thing.name).values():
        problem.row(((p.column, 1.0) for p in same), 0.0, 1.0)
    for pattern in Pattern:
        alike = [p for p in picks if pattern in p.choice.patterns]
        if len({p.choice.group for p in alike}) > 1:
            crowd = problem.column(week.costs["crowd"], most=MOST_ITEMS)
            problem.row([*((p.column, 1.0) for p in alike), (crowd, -1.0)], -np.inf, 1.0)


def _hold_patterns(
    problem: _IntegerProgram, picks: list[_Pick], week: WeekRequest, held: set[Pattern], left: int
) -> None:
    """What each session holds, and of the patterns that the week still lacks so many that the sessions left can hold
    the rest."""
    lacking = []
    for pattern in dict.fromkeys((*week.every, *week.hold)):
        some = [p for p in picks if pattern in p.choice.patterns]
        if not some:
            continue
        here, wanted = pattern in week.every, pattern in week.hold and pattern not in held
        if here or wanted:
            cost = week.costs["absent_day"] * here + week.costs["absent_soon"] * week.hold.get(pattern, 1.0) * wanted
            missed = problem.column(cost + (week.costs["absent"] * week.hold[pattern] if wanted and left == 1 else 0.0))
            problem.row([*((p.column, 1.0) for p in some), (missed, 1.0)], 1.0, np.inf)
            lacking += [missed] if wanted else []
    if lacking and left > 1:
        late = problem.column(week.costs["absent"], most=len(lacking))
        most = len(lacking) - math.ceil(len(lacking) / left)
        problem.row([*((column, 1.0) for column in lacking), (late, -1.0)], -np.inf, most)


def _hold_pins(problem: _IntegerProgram, picks: list[_Pick], week: WeekRequest, held: set[str], left: int) -> None:
    """Every pinned thing in the first session that has room for it; the last one is where it must be."""
    for name, group in _by([p for p in picks if p.choice.pinned], lambda one: one.choice.thing.name).items():
        if name not in held:
            without = problem.column(week.costs["unpinned"] / left)
            problem.row([*((p.column, 1.0) for p in group), (without, 1.0)], 1.0, np.inf)


def _tenths(minutes: float) -> float:
    return float(round(minutes * TENTHS))


def _by(picks: Iterable[_Pick], key: Callable[[_Pick], str]) -> dict[str, list[_Pick]]:
    found: dict[str, list[_Pick]] = defaultdict(list)
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
