"""A made-up person with eight weeks of practice, so that every page has something to show; marked as such on each."""

from __future__ import annotations

import copy
import json
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from psoas.analysis.analysis_io import SUMMARY
from psoas.core.errors import InputError
from psoas.core.json_types import JsonTable
from psoas.core.sides import SIDES
from psoas.intake.answers_draft import AnswersDraft
from psoas.intake.intake_form import OWN_WORDS, intake_screens, is_question_relevant
from psoas.intake.question_flow import question_flow
from psoas.knowledge.intake_questions import AnswerKind, Answers, DraftAnswer, Question
from psoas.knowledge.questionnaires import questionnaires
from psoas.services import answers_service, program_service
from psoas.services.analysis_request import RESULT, uploads_folder
from psoas.services.settings import Settings
from psoas.session.log_entry import LogEntry, log_entry
from psoas.session.session_rules import WORK_STEPS, LogKind, StepKind
from psoas.session.session_script import SessionScript, build_script
from psoas.session.timed_step import TimedStep
from psoas.store import person_repository, repositories, session_repository, tables
from psoas.store.person_scope import PersonScope
from psoas.web.app import open_site

SPACE = UUID("5f0c4c1c-3b3a-4d0e-8a52-6f1d2f0a9b11")
"""Ids of made-up entries come from here, so that the same days make the same data."""
WORK = tuple(kind for kind in WORK_STEPS if kind is not StepKind.ENTER)
"""Steps whose blocks the made-up person logs; the results of tests are made separately."""
EVENING = time(18, 30)


@cache
def demo_marker_file() -> dict[str, Any]:
    """The file that says who it is."""
    return tomllib.loads(files("psoas.demo").joinpath("data", "demo.toml").read_text(encoding="utf-8"))


def make_demo(folder: Path, *, today: date, measure: Path | None = None) -> PersonScope:
    """Make the person in a data folder, as of ``today``; one that is there already is made anew. ``measure`` is a
    folder that ``psoas analyze`` wrote: it becomes the newest recording, with its report.

    Raises ``InputError`` where the folder holds a real person's data, or no analysis is in ``measure``.
    """
    summary = _walk(measure)
    site = open_site(Settings(folder))
    own = site.home
    if answers_service.has_consented(own) and not person_repository.find_person(own).made_up:
        raise InputError(f"--data {folder}: holds a real person's data; choose another folder for made-up data")
    person_repository.clear_person(own)
    who = demo_marker_file()
    person_repository.update_person(
        own, name=person_repository.MADE_UP, height_m=who["height_m"], mass_kg=who["mass_kg"], sex=who["sex"]
    )
    first = monday_of(today) - timedelta(weeks=len(who["practice"]["weeks"]))
    _tell(own, first)
    _measures(own, folder, first, today, summary, measure)
    _practise(own, first, today)
    return own


def monday_of(day: date) -> date:
    """The Monday of a day's week: the made-up weeks begin with it."""
    return day - timedelta(days=day.weekday())


def complete_answers(answers: Answers) -> dict[str, DraftAnswer]:
    """Answers with every other question that must be answered answered by no, none or least; weeks since a birth, say,
    stay empty."""
    found = dict(answers)
    for screen in intake_screens().values():
        for one in screen.questions:
            needed = one.id not in found and one.id not in question_flow().optional
            if needed and is_question_relevant(one.id, found):
                found[one.id] = _least_answer(one)
    return found


def _least_answer(asked: Question) -> DraftAnswer:
    match asked.kind:
        case AnswerKind.YES:
            return False
        case AnswerKind.NUMBER:
            return asked.low
        case AnswerKind.CHOICE:
            return asked.options[0]
        case AnswerKind.MANY:
            return []


def _tell(own: PersonScope, first: date) -> None:
    """Answers in their versions, tests, events and check-ins."""
    who = demo_marker_file()
    goals = {f"activity_{k + 1}": name for k, name in enumerate(who["goals"])}
    for version in who["told"]:
        items = {f"activity_{k + 1}": value for k, value in enumerate(version["function"])}
        roland = questionnaires()["roland_morris"].items
        ticks: dict[str, float] = {one.id: int(k < version["roland_morris"]) for k, one in enumerate(roland)}
        given: AnswersDraft = {
            "schema": "psoas.answers/1",
            "answers": complete_answers({**who["answers"], "pain_now": version["pain_now"]}),
            "questionnaires": {"function": items, "roland_morris": ticks},
            "notes": {OWN_WORDS: who["own_words"], **goals},
            "wishes": who["wishes"],
        }
        own.insert(tables.answers, told=given, schema="psoas.answers/1", made_at=_at(first, version["day"]))
    for one in who["tests"]:
        for k, day in enumerate(one["days"]):
            sides = {side: one[side][k] for side in SIDES if side in one}
            repositories.add_self_test(
                own, repositories.SelfTestRecord(one["test"], _day(first, day), way=one.get("way", "hand"), **sides)
            )
    for one in who["events"]:
        day = _day(first, one["day"])
        repositories.add_event(own, repositories.EventRecord(day, one["kind"], one["words"], one.get("centre", "")))
    rows = {key: values for key, values in who["check_ins"].items() if key != "every"}
    for k, values in enumerate(zip(*rows.values(), strict=True)):
        day = _day(first, k * who["check_ins"]["every"])
        repositories.save_check_in(own, repositories.CheckInRecord(day, dict(zip(rows, values, strict=True))))


def _measures(
    own: PersonScope, home: Path, first: date, today: date, summary: dict[str, Any], measure: Path | None
) -> None:
    """Two recordings: the first week's, made up from the newest by what the file says, and the newest."""
    root = f"{uploads_folder(own.person)}/made-up"
    shutil.rmtree(home / root, ignore_errors=True)
    earlier = repositories.MeasureRecord(first, "walking_first_week.trc", f"{root}-first/{RESULT}", _earlier(summary))
    newest = repositories.MeasureRecord(
        today - timedelta(days=2), summary["source"]["file"], f"{root}/{RESULT}", summary
    )
    if measure is not None:
        shutil.copytree(measure, home / newest.folder)
    for one in (earlier, newest):
        repositories.add_measure(own, one)


def _earlier(summary: dict[str, Any]) -> dict[str, Any]:
    """The newest recording with the differences of the first week."""
    given, before = copy.deepcopy(summary), demo_marker_file()["before"]
    given["source"]["file"] = "walking_first_week.trc"
    given["gait"]["speed_m_s"] = before["speed_m_s"]
    for side in SIDES:
        given["coordinates_deg"][f"hip_flexion_{side[0]}"]["min"] = -before["hip_extension"][side]
        psoas, longest = given["psoas"][side], before["psoas_longest_mm"][side]
        psoas["length_mm"]["max"] = longest
        psoas["length_mm"]["excursion"] = round(longest - psoas["length_mm"]["min"], 3)
        psoas["length_percent_standing"]["max"] = round(100 * longest / psoas["standing_length_mm"], 3)
        drive = given["forces"]["drive"][side]
        drive["front_pull_share"] = before["front_pull_share"][side]
        drive["hip_flexor_j_kg"] = before["hip_flexor_j_kg"][side]
    return given


def _practise(own: PersonScope, first: date, today: date) -> None:
    """Session after session, each as the program of its day has it; a step on is taken once a week."""
    who, number = demo_marker_file(), 0
    weeks = [*who["practice"]["weeks"], [one for one in who["practice"]["this_week"] if one < today.weekday()]]
    for week, days in enumerate(weeks):
        for weekday in days:
            day = first + timedelta(weeks=week, days=weekday)
            now = program_service.load_current_program(own, day)
            following = program_service.next_session(now, program_service.sessions_since(own, now.start), day)
            session_repository.add_entries(own, _entries(build_script(following.session), now.id, day, number))
            number += 1
        after = min(today, first + timedelta(weeks=week, days=6))
        for one in program_service.pending_decisions(own, program_service.load_current_program(own, after), after)[:1]:
            program_service.answer_decision(own, one.key, accepted=True, today=after)


def _entries(made: SessionScript, program: UUID, day: date, number: int) -> Iterator[LogEntry]:
    """The log of one session as a page would send it."""
    who = demo_marker_file()
    session = uuid5(SPACE, f"{day}")
    blocks = list(work_blocks(made.steps))
    hurt = who["hurt"] if number == who["hurt"]["practice"] else None
    at = datetime.combine(day, EVENING).astimezone()
    told: list[tuple[LogKind, JsonTable]] = [
        (LogKind.STARTED, {"title": made.title, "place": made.place, "blocks": len(blocks)})
    ]
    seen = int(hurt["part"] * len(blocks)) if hurt else -1
    for k, step in enumerate(blocks):
        part = made.parts[step.part]
        spot: JsonTable = {
            "item": part.kind,
            "name": part.name,
            "side": step.side,
            "set": step.set,
            "block": step.block,
        }
        if k == seen and hurt:
            told.append((LogKind.HURT, {**spot, "where": hurt["where"], "score": hurt["score"]}))
        told.append((LogKind.SKIPPED if k == seen else LogKind.STEP_DONE, spot))
    count = len(blocks) - (seen >= 0)
    effort, pain = (who["practice"][key][number % 7] for key in ("effort", "pain_after"))
    told += [(LogKind.EFFORT, {"score": effort}), (LogKind.PAIN_AFTER, {"score": pain})]
    told += [(LogKind.FINISHED, {"complete": True, "done": count, "blocks": len(blocks)})]
    each = timedelta(seconds=made.seconds / len(told))
    for k, (kind, entry) in enumerate(told):
        yield log_entry(uuid5(session, f"{k}"), session, at + k * each, kind, entry, program)


def work_blocks(steps: Iterable[TimedStep]) -> Iterator[TimedStep]:
    """The first step of every block of work."""
    last = -1
    for step in steps:
        if step.kind in WORK and step.block != last:
            yield step
            last = step.block


def _walk(measure: Path | None) -> dict[str, Any]:
    """The summary of the bundled recording, or of the analysis in a folder."""
    if measure is None:
        text = files("psoas.demo").joinpath("data", "demo_walk.json").read_text(encoding="utf-8")
        return dict(json.loads(text))
    try:
        return dict(json.loads((measure / SUMMARY).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise InputError(
            f"--measure {measure}: no analysis is there ({error}); expected a folder of psoas analyze"
        ) from error


def _day(first: date, days: int) -> date:
    return first + timedelta(days=days)


def _at(first: date, days: int) -> datetime:
    return datetime.combine(_day(first, days), EVENING).astimezone()
