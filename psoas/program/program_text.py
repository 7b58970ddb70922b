"""A program in words: doses, sessions, and the short plan that the command line prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from psoas.assessment.finding import MATTER_MOST, Assessment
from psoas.core.catalogue import render, text
from psoas.core.message import Message, Value, literal, message
from psoas.knowledge.breath_techniques import PHASES as BREATH_PHASES
from psoas.knowledge.breath_techniques import find_technique
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.screening import URGENCIES
from psoas.knowledge.self_tests import self_tests
from psoas.knowledge.session_templates import SessionTemplate
from psoas.program.aerobic_text import aerobic_lines
from psoas.program.next_rung import next_rung
from psoas.program.program_models import Item, ItemKind, LeftOut, Phase, PhaseNote, Program, Session, kind_label

WORDS_ONLY = ("talk", "measure", "reflect", "rest")
"""Slots of a template that no item fills."""
CARDS_TOLD = 3
"""The terminal prints so many cards in full; paper and app have them all."""
RULES_TOLD = 5
"""The terminal prints so many rules of the dose; paper has them all."""


def red_flags_text() -> str:
    """When to stop and call for help."""
    return text("plan.text.flags")


def place_text(place: str) -> str:
    """ "at home"."""
    return text(f"plan.place.{place}")


def dose_text(item: Item) -> str:
    """How much of an item, without its side: "2 sets of 8, hold 3 s"."""
    return render(dose_message(item))


def dose_message(item: Item) -> Message:
    """How much of an item, without its side."""
    if item.kind is ItemKind.BREATH:
        return message("plan.dose.breath", minutes=_minutes(item.minutes), tempo=literal(tempo_text(item)))
    if item.kind is ItemKind.MASSAGE:
        return message("plan.dose.spots", count=item.reps, side=item.side or "none", seconds=item.hold_s)
    if item.sets == item.reps == 1 and item.hold_s >= 60:
        return _minutes(item.hold_s / 60)
    dose = message("plan.dose.repetitions", sets=item.sets, reps=item.reps)
    return message("plan.dose.held", dose=dose, seconds=item.hold_s) if item.hold_s else dose


def tempo_text(item: Item) -> str:
    """The tempo of an item: of an exercise as the library writes it, of a breath its phases with their seconds."""
    if item.kind is ItemKind.BREATH:
        steps = find_technique(item.name).cycle
        return ", ".join(
            text("plan.tempo.step", seconds=step.seconds, phase=BREATH_PHASES[step.phase]) for step in steps
        )
    if item.kind is ItemKind.EXERCISE:
        return find_exercise(item.name).dose.tempo
    return text("plan.tempo.massage") if item.kind is ItemKind.MASSAGE else ""


def pair_sides(items: Iterable[Item]) -> list[tuple[Item, ...]]:
    """Items that belong together: the leading side and the other side of one exercise or massage."""
    return [tuple(group) for _, group in groupby(items, key=lambda item: (item.kind, item.name))]


def both_sides_dose_text(group: tuple[Item, ...]) -> str:
    """The dose of both sides in one line: "right 2 sets of 8; left 1 set of 8"."""
    if len(group) == 1:
        item = group[0]
        dose = dose_message(item)
        sided = item.kind is ItemKind.EXERCISE and item.side == "both" and _has_sides(item)
        return render(message("plan.dose.each_side", dose=dose) if sided else dose)
    first, second = (message("plan.dose.side", side=item.side, dose=dose_message(item)) for item in group)
    return text("plan.dose.both", first=first, second=second)


def weeks_text(phase: Phase) -> str:
    """ "week 1" or "weeks 2 to 4"."""
    first, last = phase.weeks
    return text("plan.text.phase_weeks", first=first, last=0 if first == last else last)


def note_text(note: PhaseNote, program: Program) -> str:
    """What a phase lacks, with the name of the phase."""
    titles = {phase.name: phase.title for phase in program.phases}
    if note.phase not in titles:
        return render(note.words)
    return text("plan.text.phase_note", phase=titles[note.phase], note=note.words)


def steps_up(program: Program, phase: Phase) -> bool:
    """Whether a phase holds an exercise on a higher rung than the phases before it."""
    place = program.phases.index(phase)
    before: dict[str, int] = {}
    for one in program.phases[:place]:
        before |= {item.ladder: item.rung for session in one.sessions for item in session.items if item.ladder}
    return any(item.rung > before.get(item.ladder, item.rung) for session in phase.sessions for item in session.items)


def aims_text(assessment: Assessment) -> str:
    """What a plan works on where no goal was named: the findings that matter most."""
    titles = "; ".join(render(one.title) for one in assessment.findings[:MATTER_MOST])
    return text("card.aims", aims=titles)


def _notes(program: Program) -> list[str]:
    """What phases lack; what all of them lack is said once."""
    whole = len(program.phases)
    found = {one.words: [other for other in program.notes if other.words == one.words] for one in program.notes}
    return [
        line
        for words, same in found.items()
        for line in ([render(words)] if len(same) == whole > 1 else [note_text(one, program) for one in same])
    ]


def program_text(program: Program, assessment: Assessment) -> list[str]:
    """The plan for a terminal: red flags, phases with their sessions, breaks, rules, what was left out."""
    lines = [red_flags_text(), *_screening(assessment), "", *_goals(assessment), frame_text(program)]
    lines += ["", text("plan.text.whom"), *(f"  {render(one)}" for one in program.see)] if program.see else []
    for phase in program.phases:
        lines += ["", *_phase(program, phase)]
    if program.breaks:
        lines += ["", text("plan.text.breaks")]
        lines += [_indented("plan.text.break", 1, group) for group in pair_sides(program.breaks)]
    lines += ["", *aerobic_lines(program)] if program.aerobic else []
    lines += ["", _measure_again(program)]
    lines += [render(rule) for rule in program.rules[:RULES_TOLD]]
    lines += ["", *(render(one) for one in program.advice.values())] if program.advice else []
    lines += ["", text("plan.text.left_out")]
    lines += [
        "  " + text("plan.text.left_out_one", why=why, names=", ".join(names))
        for why, names in omission_reasons(program.left_out)
    ]
    lines += [text("plan.text.note", note=note) for note in _notes(program)]
    return [*lines, *_cards(assessment)]


def frame_text(program: Program) -> str:
    """Weeks, sessions a week, minutes and place in one sentence."""
    return text(
        "plan.text.frame",
        weeks=message("plan.text.weeks", count=program.weeks),
        sessions=message("plan.text.sessions", count=program.days),
        minutes=program.minutes,
        place=place_text(program.place),
    )


def template_text(template: SessionTemplate) -> list[str]:
    """A template of sessions as it stands: days, times, slots."""
    lines = [text("plan.text.template", title=template.title, words=template.words)]
    if template.equipment:
        lines.append(text("plan.text.template_needs", equipment=", ".join(template.equipment_words)))
    for one in template.sessions:
        head: dict[str, Value] = {
            "day": one.day,
            "time": one.time,
            "title": one.title,
            "minutes": _minutes(one.minutes),
        }
        lines += ["", text("plan.text.template_day", **head)]
        lines += [_slot(slot.minutes, slot.strand, slot.words) for slot in one.slots]
    return lines


def filled_template_text(template: SessionTemplate, sessions: Iterable[Session]) -> list[str]:
    """A template with the items of one person in its slots; what no item fills stays words."""
    lines = [text("plan.text.template", title=template.title, words=template.words)]
    for one, session in zip(template.sessions, sessions, strict=True):
        lines += ["", text("plan.text.template_session", title=session.title, minutes=_minutes(one.minutes))]
        lines += [_indented("plan.text.item", 1, group) for group in pair_sides(session.items)]
        hands = any(item.kind is ItemKind.MASSAGE for item in session.items)
        free = WORDS_ONLY if hands else (*WORDS_ONLY, "massage")
        lines += [_slot(slot.minutes, slot.strand, slot.words) for slot in one.slots if slot.strand in free]
    return lines


def distinct_sessions_with_days(sessions: Iterable[Session]) -> list[tuple[Session, tuple[int, ...]]]:
    """Sessions that differ, each with the days of the week that hold it, counted from 1."""
    found: dict[tuple[Item, ...], list[int]] = {}
    first: dict[tuple[Item, ...], Session] = {}
    for day, session in enumerate(sessions, 1):
        found.setdefault(session.items, []).append(day)
        first.setdefault(session.items, session)
    return [(first[items], tuple(days)) for items, days in found.items()]


def omission_reasons(left_out: Iterable[LeftOut]) -> Iterator[tuple[Message, list[str]]]:
    """Reasons for leaving out, each once, with the labels of the items that they left out."""
    found: dict[Message, list[str]] = {}
    for one in left_out:
        found.setdefault(one.why, []).append(render(kind_label(one.kind, one.name)))
    return iter(found.items())


def first_reason_text(item: Item) -> str:
    """The first reason of an item, "" where it has none."""
    return render(item.because[0].words) if item.because else ""


def numbers_text(numbers: Sequence[int]) -> str:
    """ "2, 4, 6"."""
    return ", ".join(str(one) for one in numbers)


def _phase(program: Program, phase: Phase) -> Iterator[str]:
    yield text("plan.text.phase", phase=phase.title, weeks=weeks_text(phase))
    if steps_up(program, phase):
        yield f"  {text('plan.phase_gate')}"
    for session, days in distinct_sessions_with_days(phase.sessions):
        yield "  " + text("plan.text.day", days=numbers_text(days), minutes=session.minutes)
        for group in pair_sides(session.items):
            yield _indented("plan.text.item", 2, group)
            yield f"      {first_reason_text(group[0])}"
            if above := next_rung(program, group[0]):
                yield f"      {render(above)}"
    yield f"  {render(phase.moves_on)}"


def _measure_again(program: Program) -> str:
    weeks = numbers_text(program.remeasure_weeks)
    tests = ", ".join(self_tests()[name].title.lower() for name in program.remeasure_tests)
    return text("plan.text.measure_tests" if tests else "plan.text.measure", weeks=weeks, tests=tests)


def _goals(assessment: Assessment) -> Iterator[str]:
    """What the person wants to get back to, else what matters most of what was found: the plan begins with it."""
    if assessment.goals:
        yield text("card.goals", goals="; ".join(assessment.goals))
    elif assessment.findings:
        yield aims_text(assessment)


def _cards(assessment: Assessment) -> Iterator[str]:
    """The first cards in full, the rest by their titles."""
    if assessment.cards:
        yield from ("", text("card.title"))
    for card in assessment.cards[:CARDS_TOLD]:
        yield f"  {card.title}"
        yield from (f"    {words}" for words in card.words)
    if rest := assessment.cards[CARDS_TOLD:]:
        yield "  " + text("card.more", titles="; ".join(card.title for card in rest))


def _screening(assessment: Assessment) -> Iterator[str]:
    for entry in assessment.screening.entries:
        if entry.level == "see":
            yield text("plan.text.see", title=entry.title, words=entry.words, urgency=URGENCIES[entry.urgency])
    if closing := assessment.screening.closing_of_plan:
        yield closing


def _indented(key: str, depth: int, group: tuple[Item, ...]) -> str:
    return "  " * depth + text(key, label=group[0].label, dose=both_sides_dose_text(group))


def _slot(minutes: float, strand: str, words: str) -> str:
    values: dict[str, Value] = {"minutes": _minutes(minutes), "strand": text(f"plan.slot.{strand}"), "words": words}
    return "  " + text("plan.text.template_slot", **values)


def _has_sides(item: Item) -> bool:
    return find_exercise(item.name).working_side == "right"


def _minutes(count: float) -> Message:
    return message("plan.dose.minutes", count=count)
