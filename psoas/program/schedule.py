"""Around the sessions: weeks of the phases, breaks of the day, when to measure again, and advice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from psoas.assessment.finding import Assessment
from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.intake_questions import read_number
from psoas.knowledge.session_templates import session_templates
from psoas.program.dosage import dose_options, items_of_dose
from psoas.program.effect_weights import effect_contributions, item_reasons
from psoas.program.eligibility import AllowedOption, Eligibility
from psoas.program.pathway_bars import phase_pathways
from psoas.program.planning_rules import PhaseRule, planning_rules
from psoas.program.program_models import AdviceTopic, Item, ItemKind
from psoas.program.usual_pain import find_usual_pain

LETTERS = "ABCDEFG"
SESSION_WEEKDAYS = {1: (2,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 5), 5: (0, 1, 2, 3, 4), 6: (0, 1, 2, 3, 4, 5),
                    7: (0, 1, 2, 3, 4, 5, 6)}  # fmt: skip
"""Days of the week, Monday 0, that a week of so many sessions uses."""


def spread_phases(phases: Sequence[PhaseRule], weeks: int) -> list[tuple[PhaseRule, tuple[int, int]]]:
    """The phases with their first and last week. Fewer weeks than phases hold the first ones; weeks left over go to
    the middle phases first, which are the longest to learn (assumed)."""
    held = list(phases)[:weeks]
    lengths = [weeks // len(held)] * len(held)
    order = sorted(range(len(held)), key=lambda k: (abs(2 * k - len(held)) > 1, k))
    for k in range(weeks % len(held)):
        lengths[order[k]] += 1
    ends = list(accumulate(lengths))
    return [(one, (end - length + 1, end)) for one, length, end in zip(held, lengths, ends, strict=True)]


def distinct_sessions(days: int, minutes: float) -> int:
    """How many sessions of a week of ``days`` differ: more of them where they are short, so that a week holds all."""
    rule = planning_rules()["week"]
    size = "long" if minutes >= rule["long_min"] else "middle" if minutes >= rule["middle_min"] else "short"
    return int(min(days, rule["distinct"][size]))


def choose_breaks(story: IntakeAnswers, assessment: Assessment, within: Sequence[AllowedOption]) -> tuple[Item, ...]:
    """Small items of a sitting day, for whoever sits, works at a desk or travels: seated and standing, of one family
    each, and one minute of breath. They fill the template of desk breaks, one a break."""
    rule = planning_rules()["breaks"]
    if story.wishes.place == "home" and not any(one.id == "sitting_load" for one in assessment.findings):
        return ()
    suits = "work" if story.wishes.place == "home" else story.wishes.place
    ranked = []
    for one in within:
        thing = one.thing
        if thing.kind is not ItemKind.EXERCISE or thing.shelf not in rule["strands"]:
            continue
        small = [way for way in dose_options(thing, "both") if way.minutes <= rule["minutes"]]
        floor = {"floor", "kneeling", "lying_flat", "prone"} & set(thing.needs)
        hard = {"one_leg", "loading"} <= set(thing.sets)
        if small and not hard and suits in thing.places and not floor:
            worth = sum(part.worth for part in effect_contributions(thing, assessment.findings, story.answers))
            ranked.append((thing.shelf != "desk", -worth, thing.name, one, small[-1]))
    made: list[Item] = []
    kin: set[str] = set()
    for _, _, _, one, way in sorted(ranked, key=lambda row: row[:3]):
        slots = len(session_templates()[rule["template"]].sessions)
        if one.thing.family not in kin and len(kin) < min(slots, rule["items"]):
            kin.add(one.thing.family)
            made += items_of_dose(
                way,
                item_reasons(effect_contributions(one.thing, assessment.findings, story.answers)),
                one.asks,
                pinned=False,
            )
    rest = _daily_rest(story, assessment, within) if story.wishes.place == "home" else ()
    return (*made, *rest, *_break_breath(story, assessment, within, suits))


def _daily_rest(story: IntakeAnswers, assessment: Assessment, within: Sequence[AllowedOption]) -> tuple[Item, ...]:
    """A long rest on the floor at home, once a day: no session has room for it."""
    name = planning_rules()["breaks"]["rest"]
    return tuple(
        item
        for one in within
        if one.thing.name == name
        for item in items_of_dose(
            dose_options(one.thing, "both")[-1],
            item_reasons(effect_contributions(one.thing, assessment.findings, story.answers)),
            one.asks,
            pinned=False,
        )
    )


def remeasure_plan(
    story: IntakeAnswers, assessment: Assessment, found: Eligibility
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Every second week, at least once; and the tests within reach: those that a sore test asks for and those already
    done first, then what the person's pathways measure and what tells most about the findings; else what suits
    anybody."""
    rule, weeks = planning_rules()["remeasure"], story.wishes.weeks
    open_now = [one.thing.name for one in found.within if one.thing.kind is ItemKind.TEST]
    telling = [test for one in assessment.findings for test in rule.get(one.id, ())]
    done = [one.test for one in story.tests]
    sore = [
        row for row in rule["after"] if any(t.test == row["test"] and t.highest >= row["least"] for t in story.tests)
    ]
    asked = [test for row in sore for test in row["tests"]]
    pathways = phase_pathways(story, assessment, (1, weeks)).measures
    wanted = [*asked, *(test for test in telling if test in done), *done, *pathways, *telling]
    if not set(wanted) & set(open_now):
        wanted = rule["anybody"]
    tests = [test for test in dict.fromkeys(wanted) if test in open_now][: rule["most"]]
    return tuple(range(2, weeks + 1, 2)) or (weeks,), tuple(tests)


ALCOHOL_MAX = 14
"""Units of alcohol a week above which the plan speaks of it."""
SITTING_MIN_H = 6
"""Hours of sitting a day from which the plan speaks of it (assumed)."""


def choose_advice(story: IntakeAnswers, assessment: Assessment) -> dict[AdviceTopic, Message]:
    """What is said besides the sessions, by topic; only where an answer or a finding calls for it."""
    told = story.answers
    found = {one.id for one in assessment.findings}
    units, hours = read_number(told, "alcohol_units"), read_number(told, "sitting_hours")
    sitting = "sitting_seated" if told.get("wheelchair") else "sitting"
    usual = find_usual_pain(story)
    said = (
        (AdviceTopic.TALK, any(one.see_doctor for one in assessment.scores), _talk(assessment)),
        (AdviceTopic.PAIN, usual.needs_professional, message("plan.advice.pain", **usual.limits.values)),
        (AdviceTopic.SMOKING, told.get("smokes"), message("plan.advice.smoking")),
        (AdviceTopic.ALCOHOL, units > ALCOHOL_MAX, message("plan.advice.alcohol", value=units)),
        (AdviceTopic.SITTING, hours >= SITTING_MIN_H, message(f"plan.advice.{sitting}", value=hours)),
        (AdviceTopic.SLEEP, "sleep_short" in found, message("plan.advice.sleep")),
        (AdviceTopic.STRAIN, "stress_load" in found, message("plan.advice.strain")),
        (AdviceTopic.NERVE, "nerve_like_leg" in found, message("plan.advice.nerve")),
        (AdviceTopic.NECK, "neck_shoulder_tension" in found, message("plan.advice.neck")),
        (AdviceTopic.BALANCE, "balance_short" in found or read_number(told, "falls") > 0, message("plan.advice.floor")),
    )
    return {topic: words for topic, applies, words in said if applies}


def _talk(assessment: Assessment) -> Message:
    """That a doctor is worth a talk, and people to talk to where a score asks for them."""
    lines = next((one.help for one in assessment.scores if one.help), ())
    people = tuple(message("plan.advice.person", name=one.name, place=one.place, call=one.call) for one in lines)
    return message("plan.advice.talk_now", people=people) if people else message("plan.advice.talk")


def _break_breath(
    story: IntakeAnswers, assessment: Assessment, within: Sequence[AllowedOption], suits: str
) -> tuple[Item, ...]:
    calm = [
        one for one in within if one.thing.kind is ItemKind.BREATH and suits in one.thing.places and not one.thing.needs
    ]
    if not calm:
        return ()
    best = min(
        calm,
        key=lambda one: (
            -sum(p.worth for p in effect_contributions(one.thing, assessment.findings, story.answers)),
            one.thing.name,
        ),
    )
    minutes = planning_rules()["breaks"]["breath_min"]
    way = next(way for way in dose_options(best.thing, "both") if way.minutes >= minutes)
    return items_of_dose(
        way, item_reasons(effect_contributions(best.thing, assessment.findings, story.answers)), best.asks, pinned=False
    )
