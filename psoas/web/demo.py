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

from psoas.errors import InputError
from psoas.knowledge.questionnaires import questionnaires
from psoas.report.files import SUMMARY
from psoas.session.script import Script, script
from psoas.session.step import Step
from psoas.store import people, records, sessions, tables
from psoas.store.own import Own
from psoas.store.sessions import Entry
from psoas.web import practice, told
from psoas.web.app import open_site
from psoas.web.asking import OWN_WORDS, makes_sense, screens
from psoas.web.order import RESULT, folder_of
from psoas.web.settings import Settings
from psoas.web.words import t

SPACE = UUID("5f0c4c1c-3b3a-4d0e-8a52-6f1d2f0a9b11")
"""Ids of made-up entries come from here, so that the same days make the same data."""
NAME = t("demo.name")
"""By this name every page knows that it shows nobody's data."""
WORK = ("move", "hold", "breathe", "press")
EVENING = time(18, 30)
Json = dict[str, Any]


@cache
def made_up() -> Json:
    """The file that says who it is."""
    return tomllib.loads(files("psoas.web").joinpath("data", "demo.toml").read_text(encoding="utf-8"))


def make(folder: Path, *, today: date, measure: Path | None = None) -> Own:
    """Make the person in a data folder, as of ``today``; one that is there already is made anew. ``measure`` is a
    folder that ``psoas analyze`` wrote: it becomes the newest recording, with its report.

    Raises ``InputError`` where the folder holds a real person's data, or no analysis is in ``measure``.
    """
    summary = _walk(measure)
    site = open_site(Settings(folder))
    own = site.home
    if told.consented(own) and people.me(own).name != NAME:
        raise InputError(f"--data {folder}: holds a real person's data; choose another folder for made-up data")
    people.begin_again(own)
    who = made_up()
    people.tell(own, name=NAME, height_m=who["height_m"], mass_kg=who["mass_kg"], sex=who["sex"])
    first = monday(today) - timedelta(weeks=len(who["practice"]["weeks"]))
    _tell(own, first)
    _measures(own, folder, first, today, summary, measure)
    _practise(own, first, today)
    return own


def monday(day: date) -> date:
    """The Monday of a day's week: the made-up weeks begin with it."""
    return day - timedelta(days=day.weekday())


def complete(answers: Json) -> Json:
    """Answers with every other question that is asked answered by no, none or least."""
    found = dict(answers)
    for screen in screens().values():
        for one in screen.questions:
            if one.id not in found and makes_sense(one.id, found):
                least: Any = {"yes": False, "many": [], "number": one.low}.get(one.kind)
                found[one.id] = one.options[0] if one.kind == "choice" else least
    return found


def _tell(own: Own, first: date) -> None:
    """Answers in their versions, tests, events and check-ins."""
    who = made_up()
    for version in who["told"]:
        items = {f"activity_{k + 1}": value for k, value in enumerate(version["function"])}
        roland = questionnaires()["roland_morris"].items
        ticks = {one.id: int(k < version["roland_morris"]) for k, one in enumerate(roland)}
        given = {
            "schema": "psoas.answers/1",
            "answers": complete({**who["answers"], "pain_now": version["pain_now"]}),
            "questionnaires": {"function": items, "roland_morris": ticks},
            "notes": {OWN_WORDS: who["own_words"]},
            "wishes": who["wishes"],
        }
        own.insert(tables.answers, told=given, schema="psoas.answers/1", made_at=_at(first, version["day"]))
    for one in who["tests"]:
        for k, day in enumerate(one["days"]):
            sides = {side: one[side][k] for side in ("right", "left") if side in one}
            records.add_self_test(
                own, records.SelfTest(one["test"], _day(first, day), way=one.get("way", "hand"), **sides)
            )
    for one in who["events"]:
        day = _day(first, one["day"])
        records.add_event(own, records.Event(day, one["kind"], one["words"], one.get("centre", "")))
    rows = {key: values for key, values in who["check_ins"].items() if key != "every"}
    for k, values in enumerate(zip(*rows.values(), strict=True)):
        day = _day(first, k * who["check_ins"]["every"])
        records.check_in(own, records.CheckIn(day, dict(zip(rows, values, strict=True))))


def _measures(own: Own, home: Path, first: date, today: date, summary: Json, measure: Path | None) -> None:
    """Two recordings: the first week's, made up from the newest by what the file says, and the newest."""
    root = f"{folder_of(own.person)}/made-up"
    shutil.rmtree(home / root, ignore_errors=True)
    earlier = records.Measure(first, "walking_first_week.trc", f"{root}-first/{RESULT}", _earlier(summary))
    newest = records.Measure(today - timedelta(days=2), summary["source"]["file"], f"{root}/{RESULT}", summary)
    if measure is not None:
        shutil.copytree(measure, home / newest.folder)
    for one in (earlier, newest):
        records.add_measure(own, one)


def _earlier(summary: Json) -> Json:
    """The newest recording with the differences of the first week."""
    given, before = copy.deepcopy(summary), made_up()["before"]
    given["source"]["file"] = "walking_first_week.trc"
    given["gait"]["speed_m_s"] = before["speed_m_s"]
    for side in ("right", "left"):
        given["coordinates_deg"][f"hip_flexion_{side[0]}"]["min"] = -before["hip_extension"][side]
        psoas, longest = given["psoas"][side], before["psoas_longest_mm"][side]
        psoas["length_mm"]["max"] = longest
        psoas["length_mm"]["excursion"] = round(longest - psoas["length_mm"]["min"], 3)
        psoas["length_percent_standing"]["max"] = round(100 * longest / psoas["standing_length_mm"], 3)
        drive = given["forces"]["drive"][side]
        drive["front_pull_share"] = before["front_pull_share"][side]
        drive["hip_flexor_j_kg"] = before["hip_flexor_j_kg"][side]
    return given


def _practise(own: Own, first: date, today: date) -> None:
    """Session after session, each as the program of its day has it; a step on is taken once a week."""
    who, number = made_up(), 0
    weeks = [*who["practice"]["weeks"], [one for one in who["practice"]["this_week"] if one < today.weekday()]]
    for week, days in enumerate(weeks):
        for weekday in days:
            day = first + timedelta(weeks=week, days=weekday)
            now = practice.current(own, day)
            following = practice.upcoming(now, practice.since(own, now.start), day)
            sessions.log(own, _entries(script(following.session), now.id, day, number))
            number += 1
        after = min(today, first + timedelta(weeks=week, days=6))
        for one in practice.waiting(own, practice.current(own, after), after)[:1]:
            practice.answer(own, one.key, accepted=True, today=after)


def _entries(made: Script, program: UUID, day: date, number: int) -> Iterator[Entry]:
    """The log of one session as a page would send it."""
    who = made_up()
    session = uuid5(SPACE, f"{day}")
    blocks = list(_blocks(made.steps))
    hurt = who["hurt"] if number == who["hurt"]["practice"] else None
    at = datetime.combine(day, EVENING).astimezone()
    told: list[tuple[str, Json]] = [("started", {"title": made.title, "place": made.place, "blocks": len(blocks)})]
    seen = int(hurt["part"] * len(blocks)) if hurt else -1
    for k, step in enumerate(blocks):
        part = made.parts[step.part]
        spot = {"item": part.kind, "name": part.name, "side": step.side, "set": step.set, "block": step.block}
        if k == seen and hurt:
            told.append(("hurt", {**spot, "where": hurt["where"], "score": hurt["score"]}))
        told.append(("skipped" if k == seen else "step_done", spot))
    count = len(blocks) - (seen >= 0)
    effort, pain = (who["practice"][key][number % 7] for key in ("effort", "pain_after"))
    told += [("effort", {"score": effort}), ("pain_after", {"score": pain})]
    told += [("finished", {"complete": True, "done": count, "blocks": len(blocks)})]
    each = timedelta(seconds=made.seconds / len(told))
    for k, (kind, entry) in enumerate(told):
        yield Entry(uuid5(session, f"{k}"), session, at + k * each, kind, entry, program)


def _blocks(steps: Iterable[Step]) -> Iterator[Step]:
    """The first step of every block of work."""
    last = -1
    for step in steps:
        if step.kind in WORK and step.block != last:
            yield step
            last = step.block


def _walk(measure: Path | None) -> Json:
    """The summary of the bundled recording, or of the analysis in a folder."""
    if measure is None:
        text = files("psoas.web").joinpath("data", "demo_walk.json").read_text(encoding="utf-8")
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
