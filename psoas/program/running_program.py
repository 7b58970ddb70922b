"""Running of people who run, week by week: kept, reduced, or paused and brought back by walking and running by turns.

No run is longer than a tenth above the longest of the last four weeks (Frandsen 2025), a reduction goes back up by at
most a tenth a week, and a return takes a rung a week. Whatever bars running bars it in every week that it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from psoas.assessment.finding import Assessment
from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.intake_questions import read_number, read_word
from psoas.program.aerobic_models import AerobicClaim, AerobicDay, RunningMode, RunningPlan
from psoas.program.pain_rules import PAIN_CEILING
from psoas.program.program_models import Phase
from psoas.program.runner_habits import RunnerHabits, runner_habits
from psoas.program.running_gate import RunningGate, is_runner, running_gate
from psoas.program.running_rules import running_rules
from psoas.program.running_weeks import runs_by_week
from psoas.program.usual_pain import find_usual_pain
from psoas.program.walking_program import allows_walk, ways_of

CLAIMS = {
    "longest": ("measured", "frandsen2025"),
    "step_rate": ("measured", "heiderscheit2011"),
    "injury": ("measured", "anderson2022"),
    "rungs": ("expert", "runreturn2023"),
    "pain": ("trial", "silbernagel2007"),
}
"""What is known of running: evidence and source."""
KNOWN = ("longest", "step_rate", "injury")
"""What is told to everybody who runs."""
BIRTH_WEEKS = 52
"""So many weeks after a birth running comes back step by step."""


@dataclass(frozen=True)
class RunningWeek:
    """The runs of one week: no single one is longer than ``longest_km``, 0 where they go by minutes."""

    days: tuple[AerobicDay, ...] = ()
    longest_km: float = 0.0
    step_rate_percent: int = 0
    cue: Message | None = None

    @property
    def minutes(self) -> float:
        """All runs together."""
        return sum(day.minutes for day in self.days)


@dataclass(frozen=True)
class RunningProgram:
    """The plan in words and the runs of each week; ``now_min`` are minutes run a week before the program; in the first
    ``waits`` weeks one walk is as long as the way back asks for before the first run."""

    plan: RunningPlan
    weeks: tuple[RunningWeek, ...]
    now_min: float
    waits: int = 0


def plan_running(story: IntakeAnswers, assessment: Assessment, phases: Sequence[Phase]) -> RunningProgram | None:
    """What happens to a person's running; None for people who do not run."""
    if not is_runner(story.answers) or story.answers.get("wheelchair"):
        return None
    rules, habits, gate = running_rules(), runner_habits(story), running_gate(story, assessment)
    numbered = [(week, one.name) for one in phases for week in range(one.weeks[0], one.weeks[1] + 1)]
    mode = running_mode(story, assessment, habits, gate, len(numbered))
    ways, outer = ways_of(story), _outer(story, {one.id for one in assessment.findings})
    ready = next((week for week, name in numbered if allows_walk(ways, name, rules.walk_before)), len(numbered))
    weeks = tuple(
        RunningWeek(
            days,
            max(day.km for day in days),
            rules.phase_number(rules.step_rate, mode, phase),
            message(f"running.cue.{phase}"),
        )
        if days
        else RunningWeek()
        for days, (_, phase) in zip(
            runs_by_week(mode, habits, gate, numbered, phases[0], outer=outer, ready=ready), numbered, strict=True
        )
    )
    plan = RunningPlan(
        mode, habits.km, habits.longest, running_words(story, assessment, habits, mode, gate, weeks), gate.asks
    )
    returns = mode is RunningMode.RETURN or (mode is RunningMode.PAUSED and bool(gate.examined))
    waits = next((number for number, one in enumerate(weeks) if one.days), len(weeks)) if returns else 0
    return RunningProgram(plan, weeks, rules.km_min * habits.km, waits)


def running_mode(
    story: IntakeAnswers, assessment: Assessment, habits: RunnerHabits, gate: RunningGate, weeks: int
) -> RunningMode:
    """What happens to the running as a whole."""
    answers, rules = story.answers, running_rules()
    if all(gate.bars(week) for week in range(1, weeks + 1)):
        return RunningMode.PAUSED
    found = {one.id for one in assessment.findings}
    nerve = bool(answers.get("sciatica") or answers.get("leg_numb") or "nerve_like_leg" in found)
    later = bool(gate.bars(1)) or 0 < read_number(answers, "birth_weeks") <= BIRTH_WEEKS
    if answers.get("hip_lock") or nerve or habits.pain > PAIN_CEILING or later:
        return RunningMode.RETURN
    felt = max(habits.pain, habits.morning, read_number(answers, "pain_now"))
    less = felt >= rules.reduce_from or (habits.jumped and felt > 0) or _outer(story, found)
    return RunningMode.REDUCE if less else RunningMode.KEEP


def running_words(
    story: IntakeAnswers,
    assessment: Assessment,
    habits: RunnerHabits,
    mode: RunningMode,
    gate: RunningGate,
    weeks: Sequence[RunningWeek],
) -> tuple[Message, ...]:
    """What happens and why, and what holds for every run."""
    rules, held = running_rules(), [one for one in weeks if one.days]
    if mode is RunningMode.PAUSED and gate.examined and not gate.barred_besides(1):
        return (message("running.mode.examined"), *gate.unseen, message("running.rule.examined"), *_way_back(habits))
    if mode is RunningMode.PAUSED:
        return (message("running.mode.paused"), *gate.bars(1)[:1], message("running.rule.instead"))
    start = next((number for number, one in enumerate(weeks, 1) if one.days), 0)
    said = [message(f"running.mode.{mode}", km=habits.km, first=_km(held[0]) if held else 0.0, week=start)]
    said += _reasons(story, assessment, habits, mode)
    said += gate.bars(1)[:1] if mode is RunningMode.RETURN else ()
    if mode is RunningMode.RETURN:
        said += [
            message("running.rule.before", minutes=rules.walk_before, week=start - 1 if start else 0),
            message("running.rule.rung"),
            message("running.rule.later", km=habits.km),
        ]
    else:
        said += [message("running.rule.unknown")] if not habits.km else []
        said += [message("running.rule.longest", percent=round(100 * rules.longest_rise))]
    if mode is not RunningMode.KEEP:
        said.append(message("running.rule.alternate"))
    if _outer(story, {one.id for one in assessment.findings}):
        said += [message("running.rule.outer"), message("running.rule.flat")]
    else:
        said.append(message("running.rule.pain", **find_usual_pain(story).limits.values))
    if rate := max((one.step_rate_percent for one in weeks), default=0):
        said.append(message("running.rule.step_rate", percent=rate))
    return (*said, message("running.rule.bone"))


def running_claims(plan: RunningPlan) -> tuple[AerobicClaim, ...]:
    """What is known about what a runner is asked to do."""
    if plan.mode is RunningMode.PAUSED:
        return ()
    comfortable = any(one.code == message("running.rule.outer").code for one in plan.rules)
    codes = [*(["rungs"] if plan.mode is RunningMode.RETURN else []), *([] if comfortable else ["pain"])]
    return tuple(AerobicClaim(message(f"running.known.{code}"), *CLAIMS[code]) for code in (*KNOWN, *codes))


def _way_back(habits: RunnerHabits) -> tuple[Message, ...]:
    """How running comes back once somebody has looked, without dates."""
    rules = running_rules()
    first, last = rules.rungs[0], rules.rungs[-1]
    turns = {"run": first.run_min, "walk": first.walk_min, "repeats": first.repeats, "last": last.run_min}
    return (
        message("running.rule.way_back", minutes=rules.walk_before, **turns),
        message("running.rule.later", km=habits.km),
        message("running.rule.bone"),
    )


def _reasons(story: IntakeAnswers, assessment: Assessment, habits: RunnerHabits, mode: RunningMode) -> list[Message]:
    found = {one.id for one in assessment.findings}
    now = read_number(story.answers, "pain_now")
    because = {
        "lock": bool(story.answers.get("hip_lock")),
        "nerve": bool(story.answers.get("sciatica") or story.answers.get("leg_numb") or "nerve_like_leg" in found),
        "birth": 0 < read_number(story.answers, "birth_weeks") <= BIRTH_WEEKS,
        "pain": habits.pain >= running_rules().reduce_from,
        "sore": mode is RunningMode.REDUCE and now >= running_rules().reduce_from > habits.pain,
        "jump": habits.jumped,
        "outer": _outer(story, found),
    }
    because["jump_back"] = habits.jumped
    kept = ("jump_back",) if mode is RunningMode.KEEP else [key for key in because if key != "jump_back"]
    felt = {"sore": now}
    return [
        message(f"running.why.{key}", pain=felt.get(key, habits.pain), km=habits.longest)
        for key in kept
        if because[key]
    ]


def _outer(story: IntakeAnswers, found: set[str]) -> bool:
    """Pain at the outside of knee or thigh; pain elsewhere at the knee is something else."""
    place = read_word(story.answers, "knee_place")
    return "outer_thigh_or_knee" in found and place in ("", "knee_outer")


def _km(week: RunningWeek) -> float:
    return sum(day.km for day in week.days)
