"""Walking by weeks and days: from what a person does now to 150 minutes a week, in bouts that they can do.

A week never holds more than the one before plus the table's rise; the first week starts at the table's least, which is
short walks for everybody. Whoever cannot walk goes their own way: wheel or arms, laps with the aid, what hurts least.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.intake_questions import Answers, read_number
from psoas.program.aerobic_models import AerobicClaim, AerobicDay, AerobicKind
from psoas.program.aerobic_rules import AerobicWay, aerobic_rules, fitting_ways
from psoas.program.program_models import PHASES
from psoas.program.running_gate import is_runner
from psoas.program.schedule import SESSION_WEEKDAYS
from psoas.program.usual_pain import find_usual_pain

MINUTES_NOW = "walk_minutes_week"
"""The question how many minutes a person walks, or wheels, in a week."""
WEEK_DAYS = 7
FEW = "few"
"""The way of little time, which limits the bouts and the goal of people who do not run."""
WALK_LEAST_MIN = 15
"""Between runs there are fewer walks rather than shorter ones, minutes (assumed)."""
APART = (AerobicKind.WHEEL, AerobicKind.EASY)
"""Kinds that trials of walking say nothing about."""
OWN_PAIN = {"wheel_shoulder": "usual", "girdle": "usual", "young_hip": "none", "off_the_leg": "none", "vessels": "leg"}
"""Ways with a rule of their own on pain: the usual is fine, none at all, or that of the leg apart."""
SPORTS = ("cycling", "swimming", "dance", "ball_games")
"""Sports of which the minutes count as walking, where nothing speaks against sport."""
WITHOUT_SPORT = ("hold", "off_the_leg", "young_hip", "low_energy", "operation")
"""Ways of people who do not do their sport for now."""
OTHERS_LEAST_MIN = 10
"""Beside one long walk there are fewer walks rather than shorter ones, minutes (assumed)."""
CLAIMS = (
    ("walkback", "trial", "pocovi2024"),
    ("swift", "trial", "hurley2015"),
    ("who", "expert", "who2020"),
    ("cue", "tradition", "practice_tradition"),
)
"""What is known of walking: code, evidence, source."""


def ways_of(story: IntakeAnswers) -> tuple[AerobicWay, ...]:
    """The ways that fit a person, the weightiest first; last that of little time, for people who do not run."""
    ways, few = fitting_ways(story.answers), aerobic_rules().few
    if story.wishes.minutes * story.wishes.days >= few.below or is_runner(story.answers):
        return ways
    bouts, plain = (few.bout,) * len(PHASES), ways[-1]
    return (*ways, replace(plain, id=FEW, bout=bouts, goal=few.goal, source=few.source))


def allows_walk(ways: Sequence[AerobicWay], phase: str, minutes: float) -> bool:
    """Whether so many minutes in one go are within the limits of a phase."""
    limit = bout_limit(ways, phase)
    return not limit or limit >= minutes


def minutes_by_week(weeks: int, last_phase: int, ways: Sequence[AerobicWay], now: float) -> tuple[float, ...]:
    """Minutes of each week.

    Args:
        weeks: Weeks of the program.
        last_phase: First week of the last phase: the goal is reached by then, where the rise allows.
        ways: The ways that fit the person; their limits all hold.
        now: Minutes a week before the program.

    Returns:
        As many numbers as weeks, in steps of the table; zeros where the way is to rest.
    """
    rule = aerobic_rules().minutes
    if ways[0].kind is AerobicKind.REST:
        return (0.0,) * weeks
    start = in_steps(min(max(now, rule.start), start_limit(ways)))
    goal = max(start, goal_minutes(ways))
    span = max(1, min(weeks, last_phase, rule.ramp_weeks) - 1)
    made = [start]
    while len(made) < weeks:
        wanted = start + (goal - start) * min(1.0, len(made) / span)
        made.append(max(made[-1], in_steps(min(wanted, rule.ceiling(made[-1])))))
    return tuple(made)


def goal_minutes(ways: Sequence[AerobicWay]) -> float:
    """Minutes a week that the ways lead to: the least of their goals."""
    return min([aerobic_rules().minutes.goal, *(one.goal for one in ways if one.goal)])


def start_limit(ways: Sequence[AerobicWay]) -> float:
    """The most minutes of the first week."""
    return min(one.start_most for one in ways)


def bout_limit(ways: Sequence[AerobicWay], phase: str) -> float:
    """Minutes without a rest in a phase, the least of all ways; 0 for no limit."""
    return min((one.bout[PHASES.index(phase)] for one in ways if one.bout[PHASES.index(phase)]), default=0.0)


def walking_days(
    minutes: float,
    ways: Sequence[AerobicWay],
    phase: str,
    session_days: int,
    taken: Sequence[int] = (),
    long: float = 0.0,
) -> tuple[AerobicDay, ...]:
    """The walks of a week: the days without a session first, then those with one.

    Args:
        minutes: To be shared, in steps of the table.
        ways: The ways that fit.
        phase: Decides how long a bout is.
        session_days: Sessions a week.
        taken: Days of the week, from 1, that a run has. Then one more day stays free, one without a session
            where there is one.
        long: Minutes of one walk at least, 0 for none; it counts where the phase allows as much in one go.
    """
    if minutes <= 0:
        return ()
    step, way = aerobic_rules().minutes.step, ways[0]
    busy = {day + 1 for day in SESSION_WEEKDAYS[session_days]}
    free = [day for day in range(1, WEEK_DAYS + 1) if day not in taken]
    idle = [day for day in free if day not in busy]
    if taken and len(free) > 1:
        free.remove((idle or free)[-1])
    count = min(way.days, len(free), max(1, int(minutes // (WALK_LEAST_MIN if taken else step))))
    grows = bool(long) and minutes >= long and minutes / count < long and allows_walk(ways, phase, long)
    count = min(count, 1 + int((minutes - long) // OTHERS_LEAST_MIN)) if grows else count
    chosen = sorted(sorted(free, key=lambda day: (day in busy, day))[:count])
    shares = [*_share(minutes - long, count - 1), long] if grows else _share(minutes, count)
    limit = bout_limit(ways, phase)
    return tuple(
        AerobicDay(day, way.kind, own, math.ceil(own / limit) if limit else 1)
        for day, own in zip(chosen, shares, strict=True)
    )


def _share(minutes: float, count: int) -> list[float]:
    """Minutes over so many days, in steps of the table, the first days a step more where it does not go evenly."""
    step = aerobic_rules().minutes.step
    units = round(minutes / step)
    return [step * (units // count + (k < units % count)) for k in range(count)]


def minutes_now(answers: Answers) -> float:
    """Minutes that a person walks a week now, 0 where nobody said."""
    return read_number(answers, MINUTES_NOW)


def walking_cue(way: AerobicWay, phase: str) -> Message:
    """What to think of in a phase: the drive of the step, or of the push on the rim."""
    return message(f"walking.cue.{way.cue}.{phase}")


def walking_rules(story: IntakeAnswers, ways: Sequence[AerobicWay], minutes: Sequence[float]) -> tuple[Message, ...]:
    """How to do it: the way, what else holds, the rise, the pain rule, the place."""
    rule = aerobic_rules().minutes
    said = [message(f"walking.way.{ways[0].id}")]
    if ways[0].kind is AerobicKind.REST:
        return tuple(said)
    said += [message(f"walking.also.{one.id}") for one in ways[1:] if one.id not in ("plain", FEW)]
    said += [message("walking.rule.few")] if ways[-1].id == FEW else []
    if minutes[-1] > minutes[0]:
        said.append(message("walking.rule.from_to", first=minutes[0], last=minutes[-1]))
        said.append(message("walking.rule.rise", minutes=rule.rise_min, percent=round(100 * rule.rise_part)))
    else:
        said.append(message("walking.rule.steady", minutes=minutes[0]))
    usual = find_usual_pain(story)
    own = next((f"pain_{OWN_PAIN[one.id]}" for one in ways if one.id in OWN_PAIN), "pain")
    said.append(message(f"walking.rule.{'pain_high' if usual.needs_professional else own}", **usual.limits.values))
    said += _own_sports(story.answers, ways)
    said.append(message("walking.rule.flare"))
    if ways[0].kind not in APART:
        said.append(message(f"walking.place.{story.wishes.place}"))
    return tuple(said)


def _own_sports(answers: Answers, ways: Sequence[AerobicWay]) -> list[Message]:
    """That minutes of a person's own sport count."""
    if any(one.id in WITHOUT_SPORT for one in ways):
        return []
    given = answers.get("sport")
    named = given if isinstance(given, list | tuple) else ()
    return [message(f"walking.sport.{one}") for one in SPORTS if one in named]


def walking_claims(ways: Sequence[AerobicWay]) -> tuple[AerobicClaim, ...]:
    """What is known about it, the person's own way first."""
    way = ways[0]
    own = AerobicClaim(message(f"walking.known.{way.id}"), way.evidence, way.source)
    if way.kind is AerobicKind.REST:
        return (own,)
    skipped = ("walkback", "swift", "cue") if way.kind in APART else ()
    rest = [
        AerobicClaim(message(f"walking.known.{code}"), evidence, source)
        for code, evidence, source in CLAIMS
        if code not in skipped
    ]
    brisk = [AerobicClaim(message("walking.known.cadence"), "measured", aerobic_rules().cadence.source)]
    return (*([] if way.id == "plain" else [own]), *rest, *(brisk if names_cadence(ways) else []))


def names_cadence(ways: Sequence[AerobicWay]) -> bool:
    """Whether every way that fits allows a brisk pace."""
    return all(one.brisk for one in ways)


def in_steps(minutes: float) -> float:
    """Rounded down to the step of the table."""
    step = aerobic_rules().minutes.step
    return step * math.floor(minutes / step + 1e-9)
