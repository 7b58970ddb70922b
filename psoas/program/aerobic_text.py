"""Walking and running in words: doses, weeks, and what the pages, the terminal and the calendar show of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from psoas.core.catalogue import render, text
from psoas.core.message import Message
from psoas.knowledge.toml_schema import EVIDENCE
from psoas.program.aerobic_models import RUNS, AerobicDay, AerobicKind, AerobicPlan, AerobicWeek
from psoas.program.program_models import Phase, Program


@dataclass(frozen=True)
class AerobicWeeks:
    """Weeks that are alike: "Weeks 1 to 3", their ``sums`` ("150 minutes"), and what each day holds (``doses``)."""

    title: str
    sums: str
    doses: tuple[str, ...]

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.title}: {self.sums}. {'; '.join(self.doses)}." if self.doses else f"{self.title}: {self.sums}."


@dataclass(frozen=True)
class AerobicPhase:
    """The weeks of one phase: its ``title``, the ``cues`` of walks and of runs, and its weeks."""

    title: Message
    cues: tuple[str, ...]
    weeks: tuple[AerobicWeeks, ...]


@dataclass(frozen=True)
class AerobicView:
    """What a page shows of walking and running: ``rules``, ``running`` (below its heading, empty for who does not run)
    and ``asks`` are lists of sentences, ``claims`` sentences with the words of their evidence."""

    heading: str
    lead: str
    rules: tuple[Message, ...]
    running_heading: str
    running: tuple[Message, ...]
    asks_heading: str
    asks: tuple[Message, ...]
    phases: tuple[AerobicPhase, ...]
    known: str
    claims: tuple[tuple[Message, str], ...]


def aerobic_view(program: Program) -> AerobicView | None:
    """What the pages show; None for a program of version 0.1.0."""
    plan = program.aerobic
    if plan is None:
        return None
    return AerobicView(
        heading=text("walking.heading", kind=plan.kind),
        lead=text("walking.lead", kind=plan.kind),
        rules=plan.rules,
        running_heading=text("running.heading"),
        running=plan.running.rules if plan.running else (),
        asks_heading=text("running.asks"),
        asks=plan.running.asks if plan.running and any(week.run_days for week in plan.weeks) else (),
        phases=tuple(_phase_view(phase, plan) for phase in program.phases) if _moves(plan) else (),
        known=text("walking.known"),
        claims=tuple((one.words, EVIDENCE[one.evidence]) for one in plan.claims),
    )


def aerobic_lines(program: Program) -> list[str]:
    """Walking and running for a terminal."""
    shown = aerobic_view(program)
    if shown is None:
        return []
    lines = [shown.heading, *(f"  {render(rule)}" for rule in shown.rules)]
    for heading, said in ((shown.running_heading, shown.running), (shown.asks_heading, shown.asks)):
        lines += [heading, *(f"  {render(rule)}" for rule in said)] if said else []
    for phase in shown.phases:
        lines += [
            f"  {render(phase.title)}",
            *(f"    {line}" for line in (*phase.cues, *(one.line for one in phase.weeks))),
        ]
    return lines


def phase_minutes_text(program: Program, phase: Phase) -> str:
    """ "Walking: 60 to 75 minutes a week.", "" where nothing is planned."""
    plan = program.aerobic
    if plan is None or not _moves(plan):
        return ""
    least, most = plan.minutes_of(phase.weeks)
    kind = "run" if any(week.run_days for week in plan.weeks) else plan.kind
    return text("walking.phase", kind=kind, least=-1 if least == most else least, most=most)


def weeks_alike(weeks: Sequence[AerobicWeek]) -> tuple[AerobicWeeks, ...]:
    """Weeks in a row of which the days are the same, together."""
    made = []
    for _, group in groupby(weeks, key=lambda week: (week.days, week.step_rate_percent, week.cadence)):
        alike = list(group)
        title = text("walking.week", first=alike[0].number, last=alike[-1].number if len(alike) > 1 else 0)
        made.append(AerobicWeeks(title, _sums(alike[0]), tuple(_grouped(alike[0].days))))
    return tuple(made)


def dose_of_day_text(day: AerobicDay) -> str:
    """What is done on a day: "walk 20 min in 2 parts", "run 6 km"."""
    if day.kind in RUNS:
        dose = _run_text(day)
        return text("running.dose.strides", dose=dose, strides=day.strides) if day.strides else dose
    if day.bouts > 1:
        return text("walking.dose.bouts", kind=day.kind, minutes=day.minutes, bouts=day.bouts)
    return text("walking.dose.whole", kind=day.kind, minutes=day.minutes)


def _run_text(day: AerobicDay) -> str:
    if day.km and day.walk_min:
        return text("running.dose.breaks", km=day.km, run=day.run_min, walk=day.walk_min)
    if day.km:
        return text("running.dose.km", km=day.km)
    if not day.walk_min:
        return text("running.dose.minutes", minutes=day.minutes)
    repeats = round(day.minutes / (day.run_min + day.walk_min))
    return text("running.dose.turns", repeats=repeats, run=day.run_min, walk=day.walk_min)


def day_of_week(program: Program, week: int, weekday: int) -> AerobicDay | None:
    """What a weekday, 1 Monday, of a week of the program holds; None for nothing."""
    found = program.aerobic.week(week) if program.aerobic else None
    return next((day for day in found.days if day.weekday == weekday), None) if found else None


def today_text(program: Program, week: int, weekday: int) -> str:
    """The walk or run of a day beside its session, "" for none."""
    day = day_of_week(program, week, weekday)
    return text("walking.today", dose=dose_of_day_text(day)) if day else ""


def _sums(week: AerobicWeek) -> str:
    if not week.days:
        return text("walking.week_none")
    said = [text("walking.week_minutes", minutes=week.minutes)]
    said += [text("walking.cadence", steps=week.cadence)] if week.cadence else []
    if week.run_km:
        said += [text("running.week_km", km=week.run_km), text("running.longest", km=week.longest_km)]
    said += [text("running.step_rate", percent=week.step_rate_percent)] if week.step_rate_percent else []
    return ", ".join(said)


def _phase_view(phase: Phase, plan: AerobicPlan) -> AerobicPhase:
    held = [one for one in plan.weeks if one.phase == phase.name]
    cues = [text("walking.cue_of", cue=held[0].cue)]
    cues += [text("running.cue_of", cue=one.run_cue) for one in held if one.run_cue][:1]
    return AerobicPhase(phase.title, tuple(cues), weeks_alike(held))


def _grouped(days: Sequence[AerobicDay]) -> Iterator[str]:
    """Days of one dose together, with the names of their days."""
    found: dict[str, list[AerobicDay]] = {}
    for day in days:
        found.setdefault(dose_of_day_text(day), []).append(day)
    for dose, group in found.items():
        yield text("walking.days", days=", ".join(text(f"walking.day.{day.weekday}") for day in group), dose=dose)


def _moves(plan: AerobicPlan) -> bool:
    return plan.kind is not AerobicKind.REST
