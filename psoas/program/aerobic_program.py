"""Walking and running of a whole program, week by week: ``plan_aerobic``."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.assessment.finding import Assessment
from psoas.core.message import message
from psoas.intake.answers import IntakeAnswers
from psoas.program.aerobic_models import AerobicKind, AerobicPlan, AerobicWeek
from psoas.program.aerobic_rules import AerobicWay, aerobic_rules
from psoas.program.program_models import Phase
from psoas.program.running_program import RunningProgram, RunningWeek, plan_running, running_claims
from psoas.program.running_rules import running_rules
from psoas.program.schedule import SESSION_WEEKDAYS
from psoas.program.walking_program import (
    WEEK_DAYS,
    goal_minutes,
    in_steps,
    minutes_by_week,
    minutes_now,
    names_cadence,
    walking_claims,
    walking_cue,
    walking_days,
    walking_rules,
    ways_of,
)


def plan_aerobic(story: IntakeAnswers, assessment: Assessment, phases: Sequence[Phase]) -> AerobicPlan:
    """What a person walks, wheels or runs beside the sessions. Deterministic.

    Args:
        story: Answers and wishes.
        assessment: Of the same answers.
        phases: The phases of the program, which the weeks belong to.
    """
    ways, running = ways_of(story), plan_running(story, assessment, phases)
    walked = minutes_now(story.answers)
    now = walked + (running.now_min if running else 0.0)
    wanted = minutes_by_week(story.wishes.weeks, phases[-1].weeks[0], ways, _wanted_from(walked, now, running))
    rests = ways[0].kind is AerobicKind.REST
    runs = running.weeks if running and not rests else (RunningWeek(),) * len(wanted)
    walks = wanted if rests or not running else _beside_runs(wanted, runs, now, walked)
    weeks = tuple(
        _week(
            week,
            phase.name,
            ways,
            walks[week - 1],
            runs[week - 1],
            story.wishes.days,
            running_rules().walk_before if running and week <= running.waits else 0.0,
        )
        for phase in phases
        for week in range(phase.weeks[0], phase.weeks[1] + 1)
    )
    return AerobicPlan(
        way=ways[0].id,
        kind=ways[0].kind,
        now_min=now,
        goal_min=0.0 if rests else max(wanted[0], goal_minutes(ways)),
        rules=(
            *walking_rules(story, ways, walks),
            *([message("walking.rule.rest")] if _has_rest_day(weeks, story.wishes.days) else []),
        ),
        claims=(*walking_claims(ways), *(running_claims(running.plan) if running and not rests else ())),
        weeks=weeks,
        running=running.plan if running and not rests else None,
    )


def _has_rest_day(weeks: Sequence[AerobicWeek], session_days: int) -> bool:
    """Whether there are runs, and every week with runs keeps a day without session, walk or run."""
    busy = {day + 1 for day in SESSION_WEEKDAYS[session_days]}
    run = [week for week in weeks if week.run_days]
    return bool(run) and all(len(busy | {day.weekday for day in week.days}) < WEEK_DAYS for week in run)


def _wanted_from(walked: float, now: float, running: RunningProgram | None) -> float:
    """Minutes from which the weeks start: of a runner what they do in all, up to the usual goal."""
    return max(walked, min(now, aerobic_rules().minutes.goal)) if running else walked


def _beside_runs(wanted: Sequence[float], runs: Sequence[RunningWeek], now: float, walked: float) -> tuple[float, ...]:
    """Minutes walked beside the runs: what they leave of the week, and some walking anyway; all together rise no faster
    than the table allows."""
    rule, made = aerobic_rules().minutes, list[float]()
    least = max(running_rules().walk_least, min(walked, rule.goal))
    before = max(now, rule.start)
    for whole, week in zip(wanted, runs, strict=True):
        full = len(week.days) >= WEEK_DAYS - (week.minutes >= rule.start)  # six runs leave a day of rest
        room = 0.0 if full else max(0.0, rule.ceiling(before) - week.minutes)
        made.append(in_steps(min(max(whole - week.minutes, min(least, whole)), room)))
        before = made[-1] + week.minutes
    return tuple(made)


def _week(
    number: int,
    phase: str,
    ways: Sequence[AerobicWay],
    walked: float,
    runs: RunningWeek,
    session_days: int,
    long: float,
) -> AerobicWeek:
    taken = [day.weekday for day in runs.days]
    walks = walking_days(walked, ways, phase, session_days, taken, long)
    days = sorted((*walks, *runs.days), key=lambda day: day.weekday)
    cadence = aerobic_rules().cadence
    return AerobicWeek(
        number=number,
        phase=phase,
        minutes=walked + runs.minutes if days else 0.0,
        days=tuple(days),
        cue=walking_cue(ways[0], phase),
        cadence=cadence.steps if names_cadence(ways) and phase in cadence.phases else 0,
        longest_km=runs.longest_km,
        step_rate_percent=runs.step_rate_percent,
        run_cue=runs.cue,
    )
