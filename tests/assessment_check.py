"""Readable cases of assessment and plan: what a case file may say, and what of it does not hold.

A text with ``|`` gives alternatives. Patterns of items are ``kind:``, ``strand:``, ``exercise:``, ``breath:``,
``massage:``, ``test:``, ``needs:``, ``narrow:``, ``set:`` (a set of cautions), ``equipment:`` or the bare name of an
exercise, each with ``/right``, ``/left`` or ``/both`` behind it where the side counts, and ``*`` for any name;
``pattern:`` is a movement pattern of the ladder that the exercise stands on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from psoas.assessment.finding import Assessment
from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.intake.answers import EVENT_KINDS
from psoas.knowledge import breath_techniques, intake_questions, massage_guides, questionnaires, screening, self_tests
from psoas.knowledge.exercise_library import exercises
from psoas.knowledge.pathways import combine_pathways, matching_pathways, pathways
from psoas.knowledge.practice_codes import PLACES
from psoas.knowledge.reflection import energy_centres
from psoas.program.aerobic_text import aerobic_lines
from psoas.program.planning_rules import planning_rules
from psoas.program.program_models import Item, Program
from tests.item_patterns import WHERE, matches, names_behind, wrong_pattern

FOLDER = Path(__file__).parent / "assessment_cases"
FINDINGS = (
    "psoas_short_or_guarded", "hip_extension_reduced", "side_asymmetry", "hip_clicks_or_locks", "ribs_flared",
    "low_back_rounds", "low_back_arched", "front_driven_step", "gluteals_weak_or_late", "abdominal_wall_not_engaging",
    "breath_high_or_fast", "sitting_load", "stress_load", "sleep_short", "nerve_like_leg", "outer_thigh_or_knee",
    "knee_pain_front", "hip_pain", "low_back_pain", "neck_shoulder_tension", "balance_short", "training_jump", "habits",
    "own_baseline",
)  # fmt: skip
"""Every finding that an assessment may make."""
KEYS: dict[str, set[str]] = {
    "case": {"story", "given", "given_measures", "assessment", "plan"},
    "given": {"answers", "tests", "questionnaires", "events", "check_ins", "notes", "wishes", "belly_check"},
    "test": {"right", "left", "baseline_right", "baseline_left", "where", "way"},
    "event": {"day", "kind", "words", "centre"},
    "wishes": {"place", "minutes", "days", "weeks", "equipment", "reflection", "pin", "ban", "swap"},
    "assessment": {
        "level", "screening", "only", "must_contain", "must_not_contain", "must_say", "must_not_say", "help",
        "pathways",
    },
    "plan": {
        "must_contain", "must_not_contain", "first_phase_contains", "first_phase_not", "breaks_not", "because",
        "because_not", "left_out_says", "must_say", "must_not_say", "options", "every_phase", "walking",
    },
    "options": {"place", "minutes", "days", "weeks"},
    "walking": {"way", "first", "last"},
}  # fmt: skip
"""What each table of a case may hold."""
SIGNALS = ("pain", "stress", "sleep", "breath")


@dataclass(frozen=True)
class Case:
    """One case: the ``story`` in words, ``given`` as an answers.toml, a part of a summary.json (empty: none), and what
    is expected."""

    name: str
    story: str
    given: Mapping[str, Any]
    given_measures: Mapping[str, Any]
    assessment: Mapping[str, Any]
    plan: Mapping[str, Any]

    @property
    def stops(self) -> bool:
        """Whether no program may exist."""
        return self.assessment.get("level") == "stop"


def cases() -> list[Case]:
    """All cases, by name."""
    return [
        case_of(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(FOLDER.glob("*.toml"))
    ]


def case_of(name: str, row: Mapping[str, Any]) -> Case:
    """A case from its table."""
    parts = [row.get(key, {}) for key in ("given", "given_measures", "assessment", "plan")]
    return Case(name, str(row.get("story", "")), *parts)


def faults_of_format(name: str, row: Mapping[str, Any]) -> list[str]:
    """Keys, ids and values of a case file that do not exist, or do not fit together."""
    case = case_of(name, row)
    faults = [*unknown("the case", row, KEYS["case"]), *_wrong_given(case.given)]
    faults += [f"story is missing: {name}"] if len(case.story) < 20 else []
    faults += unknown("[assessment]", case.assessment, KEYS["assessment"])
    if case.assessment.get("level") not in screening.LEVELS:
        faults.append(f"level {case.assessment.get('level')!r} is not known; expected {', '.join(screening.LEVELS)}")
    faults += [f"'{one}' is no pathway" for one in case.assessment.get("pathways", ()) if one not in pathways()]
    faults += [f"screening '{one}' is no entry" for one in case.assessment.get("screening", ()) if one not in entries()]
    wrong = [key for key, given in [*case.assessment.items(), *case.plan.items()] if not _legal(key, given)]
    if wrong:
        return [*faults, f"{_list(wrong)}: expected lists of texts"]
    for key in ("only", "must_contain", "must_not_contain"):
        faults += [f for one in case.assessment.get(key, ()) if (f := _wrong_finding(one))]
    if case.stops == ("plan" in row):
        faults.append("a stop has no [plan]; every other level has one")
    if not any(case.assessment.get(key) for key in ("only", "must_contain", "screening")):
        faults.append("expects nothing of the assessment")
    if not case.stops and not (case.plan.get("must_contain") or case.plan.get("must_not_contain")):
        faults.append("expects nothing of the plan")
    faults += unknown("[plan]", case.plan, KEYS["plan"])
    faults += unknown("[plan] options", case.plan.get("options", {}), KEYS["options"])
    faults += unknown("[plan] walking", case.plan.get("walking", {}), KEYS["walking"])
    for key in (
        "must_contain",
        "must_not_contain",
        "first_phase_contains",
        "first_phase_not",
        "breaks_not",
        "every_phase",
    ):
        faults += [f for one in case.plan.get(key, ()) for part in one.split("|") if (f := wrong_pattern(part))]
    faults += [
        f
        for key in ("because", "because_not")
        for one in case.plan.get(key, ())
        for part in one.split("|")
        if (f := _wrong_finding(part))
    ]
    return faults


def _legal(key: str, given: Any) -> bool:
    """Whether a value of [assessment] or [plan] is of its type: lists of texts, but for four."""
    kind: type = {"level": str, "help": bool, "options": dict, "walking": dict}.get(key, list)
    whole = isinstance(given, kind)
    return whole and all(isinstance(one, str) and one for one in given) if kind is list else whole


def unknown(where: str, row: Mapping[str, Any], allowed: Collection[str]) -> list[str]:
    """Keys of a table that it may not hold."""
    return [
        f"{where}: '{key}' is not known; expected {', '.join(sorted(allowed))}" for key in row if key not in allowed
    ]


def faults_of_assessment(case: Case, found: Assessment, words: str) -> list[str]:
    """What a case expects of the assessment and of the ``words`` it is told in, and does not find."""
    want = case.assessment
    named = [entry.id for entry in found.screening.entries]
    made = [f"{one.id}/{one.side}" if one.side else one.id for one in found.findings]
    faults = []
    if found.screening.level != want["level"]:
        faults.append(
            f"expected level '{want['level']}', was '{found.screening.level}' by {', '.join(named) or 'nothing'}"
        )
    faults += [
        f"expected screening to name '{one}', it names {_list(named)}"
        for one in want.get("screening", ())
        if one not in named
    ]
    if case.stops and made:
        faults.append(f"expected no findings after a stop, there are {_list(made)}")
    for one in want.get("must_contain", ()):
        faults += [] if _holds(one, made) else [f"expected finding '{one}', there are {_list(made)}"]
    for one in want.get("must_not_contain", ()):
        faults += [f"expected no finding '{one}', there are {_list(made)}"] if _holds(one, made) else []
    if "only" in want and {one.split("/")[0] for one in made} != set(want["only"]):
        faults.append(f"expected {_list(want['only'])} and nothing else, there are {_list(made)}")
    own = [one.id for one in matching_pathways(case.given.get("answers", {}), made)]
    if "pathways" in want and set(own) != set(want["pathways"]):
        faults.append(f"expected the pathways {_list(want['pathways'])}, there are {_list(own)}")
    faults += _wrong_words(want, words)
    people = bool(found.screening.help) or any(score.help for score in found.scores)
    if people != want.get("help", False):
        faults.append(
            "expected people to talk to, there are none" if not people else "expected no help lines, there are some"
        )
    return faults


def faults_of_plan(case: Case, program: Program) -> list[str]:
    """What a case expects of the plan and does not find there."""
    want = case.plan
    items, first = items_of(program), [item for session in program.phases[0].sessions for item in session.items]
    there = _list(sorted({f"{item.kind}:{item.name}/{item.side}".rstrip("/") for item in items}))
    faults = []
    at_home = planning_rules()["breaks"]["rest"]  # a long rest once a day, not one of the breaks at work
    measured = {f"test:{one}" for one in program.remeasure_tests}
    for pattern in want.get("must_contain", ()):
        if not measured & set(pattern.split("|")) and not any(matches(pattern, item) for item in items):
            faults.append(f"expected '{pattern}' in the plan, there are {there}")
    for phase in program.phases:
        held = [item for session in phase.sessions for item in session.items]
        for pattern in want.get("every_phase", ()):
            if not any(matches(pattern, item) for item in held):
                here = _list(sorted({item.name for item in held}))
                faults.append(f"expected '{pattern}' in the phase {phase.name}, there are {here}")
    for key, where, among in (
        ("must_not_contain", "the plan", items),
        ("first_phase_not", "the first phase", first),
        ("breaks_not", "the breaks", [item for item in program.breaks if item.name != at_home]),
    ):
        for pattern in want.get(key, ()):
            hits = sorted({item.name for item in among if matches(pattern, item)})
            faults += [f"expected no '{pattern}' in {where}, there is {_list(hits)}"] if hits else []
    for pattern in want.get("first_phase_contains", ()):
        if not any(matches(pattern, item) for item in first):
            here = _list(sorted({f"{item.name}/{item.side}".rstrip("/") for item in first}))
            faults.append(f"expected '{pattern}' in the first phase, there are {here}")
    faults += _wrong_walking(case, program)
    reasons = sorted({one.finding for item in items for one in item.because})
    for wanted in want.get("because", ()):
        if not set(wanted.split("|")) & set(reasons):
            faults.append(f"expected an item because of '{wanted}', reasons are {_list(reasons)}")
    for wanted in want.get("because_not", ()):
        hits = [i.name for i in items if i.kind != "breath" and any(one.finding == wanted for one in i.because)]
        faults += [f"expected no movement and no massage because of '{wanted}', there is {_list(hits)}"] if hits else []
    why = " / ".join(f"{one.name}: {render(one.why)}" for one in program.left_out)
    for wanted in want.get("left_out_says", ()):
        if not _said(wanted, " / ".join(render(one.why) for one in program.left_out).lower()):
            faults.append(f"expected a reason for leaving out that says '{wanted}', reasons are {why or 'none'}")
    return [*faults, *_wrong_words(want, words_of(program))]


def _wrong_walking(case: Case, program: Program) -> Iterator[str]:
    """Minutes of walking a week in the first and the last phase, and how it runs, where a case asks for them."""
    want = case.plan.get("walking", {})
    weeks = program.aerobic.weeks if program.aerobic else ()
    for key, phase, take in (("first", program.phases[0], min), ("last", program.phases[-1], max)):
        found = take([week.minutes for week in weeks if week.phase == phase.name], default=0.0)
        if found < want.get(key, 0):
            yield f"expected {want[key]} minutes of walking a week in {phase.name}, there are {found:g}"
    answers = case.given.get("answers", {})
    way = combine_pathways(matching_pathways(answers), answers).walking
    if want.get("way", way) != way:
        yield f"expected walking that runs '{want['way']}', it runs '{way}'"


def words_of(program: Program) -> str:
    """What a person reads of a plan: why each item, when to move on, advice, walking and running, and notes. (Not what
    was left out.)"""
    why = [render(one.words) for item in items_of(program) for one in item.because]
    on = [render(phase.moves_on) for phase in program.phases]
    notes = [render(one.words) for one in program.notes]
    walks = aerobic_lines(program)
    return "\n".join([*dict.fromkeys(why), *on, *notes, *walks, *(render(one) for one in program.advice.values())])


def items_of(program: Program) -> list[Item]:
    """Every item of a program, the breaks of a working day included."""
    return [*(i for phase in program.phases for s in phase.sessions for i in s.items), *program.breaks]


def entries() -> Collection[str]:
    """Ids of the screening's entries."""
    return screening.screening_entries()


def _wrong_finding(text: str) -> str:
    name, slash, side = text.partition("/")
    if name not in FINDINGS or (slash and side not in WHERE):
        return f"'{text}' is no finding; expected one of {', '.join(FINDINGS)}, and right, left or both"
    return ""


def _wrong_given(given: Mapping[str, Any]) -> list[str]:
    faults = unknown("[given]", given, KEYS["given"])
    faults += _told(intake_questions.check_answers, given.get("answers", {}))
    for name, row in given.get("tests", {}).items():
        faults += unknown(f"test {name}", row, KEYS["test"])
        before = (row.get("baseline_right"), row.get("baseline_left"))
        faults += _told(self_tests.judge_self_test, name, right=row.get("right"), left=row.get("left"), baseline=before)
        places = intake_questions.intake_questions()["pain_where"].options
        faults += [f"test {name}: '{one}' is no place" for one in row.get("where", ()) if one not in places]
        if row.get("way", "hand") not in self_tests.WAYS:
            faults.append(f"test {name}: way '{row['way']}' is not known")
    for name, items in given.get("questionnaires", {}).items():
        faults += _told(questionnaires.score_questionnaire, name, items)
    return [*faults, *_wrong_days(given), *_wrong_wishes(given.get("wishes", {}))]


def _wrong_days(given: Mapping[str, Any]) -> list[str]:
    known = energy_centres(opted_in=True)
    faults = []
    for row in given.get("events", ()):
        faults += unknown("event", row, KEYS["event"])
        if not isinstance(row.get("day"), date) or row.get("kind") not in EVENT_KINDS or not row.get("words"):
            faults.append(f"event {row} wants a day, a kind of {', '.join(EVENT_KINDS)}, and words")
        faults += [f"event: centre '{row['centre']}' is not known"] if row.get("centre", "root") not in known else []
    for row in given.get("check_ins", ()):
        values = {key: value for key, value in row.items() if key != "day"}
        faults += unknown("check-in", values, {*SIGNALS, *known})
        if not isinstance(row.get("day"), date) or any(not 0 <= value <= 10 for value in values.values()):
            faults.append(f"check-in {row} wants a day, and numbers from 0 to 10")
    return faults


def _wrong_wishes(wishes: Mapping[str, Any]) -> list[str]:
    library = {
        *exercises(),
        *breath_techniques.list_breath_techniques(),
        *(one.id for one in massage_guides.list_massage_guides().values() if one.who == "self"),
    }
    named = [*wishes.get("pin", ()), *wishes.get("ban", ())]
    named += [name for pair in wishes.get("swap", {}).items() for name in pair]
    faults = [f"wishes: '{name}' is no item" for name in named if name not in library]
    at_hand = names_behind("equipment")
    faults += [f"wishes: '{one}' is no equipment" for one in wishes.get("equipment", ()) if one not in at_hand]
    if wishes.get("place", "home") not in PLACES:
        faults.append(f"wishes: place '{wishes['place']}' is not known")
    return [*faults, *unknown("[given.wishes]", wishes, KEYS["wishes"])]


def _told(check: Callable[..., object], *given: Any, **named: Any) -> list[str]:
    try:
        check(*given, **named)
    except InputError as error:
        return list(error.faults)
    return []


def _holds(wanted: str, made: list[str]) -> bool:
    return wanted in made if "/" in wanted else wanted in {one.split("/")[0] for one in made}


def _said(wanted: str, told: str) -> bool:
    return any(one.lower() in told for one in wanted.split("|"))


def _wrong_words(want: Mapping[str, Any], words: str) -> list[str]:
    told = " ".join(words.lower().split())
    unsaid = [one for one in want.get("must_say", ()) if not _said(one, told)]
    said = [one for one in want.get("must_not_say", ()) if _said(one, told)]
    faults = [f"expected the words '{one}', they are not said" for one in unsaid]
    return faults + [f"expected not to say '{one}': {_near(one, told)}" for one in said]


def _near(wanted: str, told: str) -> str:
    at = next(told.find(one.lower()) for one in wanted.split("|") if one.lower() in told)
    return f"'...{told[max(0, at - 40) : at + 60]}...'"


def _list(names: Collection[str]) -> str:
    return ", ".join(names) or "none"
