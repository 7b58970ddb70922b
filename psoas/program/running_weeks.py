"""The runs of each week: kept or reduced by distance, or brought back by minutes walked and run by turns."""

from __future__ import annotations

import math
from collections.abc import Sequence

from psoas.program.aerobic_models import AerobicDay, AerobicKind, RunningMode
from psoas.program.program_models import PHASES, Phase
from psoas.program.runner_habits import RunnerHabits
from psoas.program.running_gate import RunningGate
from psoas.program.running_rules import WalkRunRung, running_rules

WEEKDAYS = {1: (6,), 2: (3, 6), 3: (2, 4, 6), 4: (2, 4, 6, 7), 5: (1, 2, 4, 6, 7), 6: (1, 2, 3, 4, 6, 7),
            7: (1, 2, 3, 4, 5, 6, 7)}  # fmt: skip
"""Days of the week, Monday 1, that so many runs take; up to three have a day between them."""
LONG_PART = 0.6
"""No more of a week than this is one run, where the week has several (assumed)."""
RUNS_LEAST = 2
"""Runs a week of a return, for people who ran little."""


def runs_by_week(
    mode: RunningMode,
    habits: RunnerHabits,
    gate: RunningGate,
    weeks: Sequence[tuple[int, str]],
    first: Phase,
    *,
    outer: bool = False,
    ready: int = 1,
) -> list[tuple[AerobicDay, ...]]:
    """The runs of each week.

    Args:
        mode: What happens to the running as a whole.
        habits: What the runner does now.
        gate: Weeks in which something bars running have none.
        weeks: Number and phase of each week.
        first: The phase that a return waits for.
        outer: Whether the outside of knee or thigh hurts: then the first runs are at most a part of the usual one.
        ready: The first week in which a person may walk for as long as a return asks before its first run.
    """
    if mode is RunningMode.RETURN:
        return _return(habits, gate, weeks, max(ready, min(running_rules().pause_weeks, first.weeks[1])))
    if mode is RunningMode.PAUSED or not habits.km:
        return [()] * len(weeks)
    rules = running_rules()
    made: list[tuple[AerobicDay, ...]] = []
    longest, before = [habits.longest], 0.0
    for week, phase in weeks:
        runs = min(habits.runs, rules.runs_keep if mode is RunningMode.KEEP else rules.runs_most)
        most = (1 + rules.longest_rise) * max(longest[-rules.memory_weeks :])
        cap = habits.down(min(_longest(mode, habits, week, phase, outer), most))
        km = min(_week_km(mode, habits, week, before), runs * cap)
        days = _by_distance(habits, km, runs, cap) if not gate.bars(week) else ()
        strides = rules.phase_number(rules.strides, mode, phase)
        walks = _walking_breaks(mode, habits, week)
        days = tuple(_with(day, strides if k == 0 else 0, walks) for k, day in enumerate(days))
        longest.append(max((day.km for day in days), default=0.0))
        before = sum(day.km for day in days)
        made.append(days)
    return made


def _week_km(mode: RunningMode, habits: RunnerHabits, week: int, before: float) -> float:
    """Kilometres of a week: the usual ones with a lighter week now and then, or a reduction that rises again."""
    rules = running_rules()
    if mode is RunningMode.KEEP:
        return habits.km * (rules.light if week % rules.light_every == 0 else 1.0)
    return min(habits.km, habits.km * _part(habits) if week <= rules.hold_weeks else (1 + rules.week_rise) * before)


def _longest(mode: RunningMode, habits: RunnerHabits, week: int, phase: str, outer: bool) -> float:
    """The longest run that a week aims at."""
    rules = running_rules()
    if mode is RunningMode.KEEP:
        light = rules.light if week % rules.light_every == 0 else 1.0
        return habits.longest * light * (1 + rules.longest_rise if phase == PHASES[-1] else 1)
    grown = (1 + rules.week_rise) ** max(0, week - rules.hold_weeks)
    first = habits.longest * _part(habits)
    return min(habits.longest, (min(first, rules.outer_part * habits.usual_run) if outer else first) * grown)


def _part(habits: RunnerHabits) -> float:
    rules = running_rules()
    return rules.sore_part if habits.pain >= rules.sore_from else rules.part


def _walking_breaks(mode: RunningMode, habits: RunnerHabits, week: int) -> bool:
    rules = running_rules()
    return mode is RunningMode.REDUCE and habits.pain >= rules.sore_from and week <= 2 * rules.hold_weeks


def _by_distance(habits: RunnerHabits, km: float, runs: int, cap: float) -> tuple[AerobicDay, ...]:
    """Runs that add up to ``km``, the longest on the last day; none is longer than ``cap``."""
    km = habits.down(km)
    if km <= 0:
        return ()
    longest = min(cap, max(-habits.down(-km / runs), habits.down(LONG_PART * km))) if runs > 1 else km
    rest, left = list[float](), km - longest
    for k in range(runs - 1, 0, -1):
        rest.append(min(cap, -habits.down(-left / k)))
        left = round(left - rest[-1], 1)
    return tuple(
        AerobicDay(day, AerobicKind.RUN, round(running_rules().km_min * own), km=own)
        for day, own in zip(WEEKDAYS[runs], [*rest, longest], strict=True)
        if own > 0
    )


def _with(day: AerobicDay, strides: int, breaks: bool) -> AerobicDay:
    rules = running_rules()
    run, walk = (rules.break_run_min, rules.break_walk_min) if breaks else (0.0, 0.0)
    return AerobicDay(day.weekday, day.kind, day.minutes, km=day.km, run_min=run, walk_min=walk, strides=strides)


def _return(
    habits: RunnerHabits, gate: RunningGate, weeks: Sequence[tuple[int, str]], pause: int
) -> list[tuple[AerobicDay, ...]]:
    """A ``pause`` of so many weeks, then a rung a week, then longer runs by a tenth a week."""
    rules, rung, usual = running_rules(), 0, running_rules().km_min * habits.km
    often = usual >= rules.runs_most * rules.rungs[0].minutes and habits.runs > RUNS_LEAST
    runs = rules.runs_most if often else RUNS_LEAST
    made: list[tuple[AerobicDay, ...]] = []
    for week, _ in weeks:
        if week <= pause or gate.bars(week):
            made.append(())
            continue
        step = _rung(rung, round(usual / runs))
        kind = AerobicKind.WALK_RUN if step.walk_min else AerobicKind.RUN
        run, walk = step.run_min, step.walk_min
        made.append(tuple(AerobicDay(day, kind, step.minutes, run_min=run, walk_min=walk) for day in WEEKDAYS[runs]))
        rung += 1
    return made


def _rung(number: int, most: float) -> WalkRunRung:
    """A rung by its number from 0; above the last one a run that grows by a tenth each time, up to ``most`` minutes."""
    rules = running_rules()
    if number < len(rules.rungs):
        return rules.rungs[number]
    minutes = rules.rungs[-1].run_min
    for _ in range(number - len(rules.rungs) + 1):
        minutes = float(math.floor((1 + rules.longest_rise) * minutes + 1e-9))
    return WalkRunRung(min(minutes, max(most, rules.rungs[-1].run_min)), 0.0, 1)
