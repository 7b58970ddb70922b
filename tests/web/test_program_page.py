"""The program's page: planned from what was told, changed by wishes that stay, and none after a stop."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from psoas.core.catalogue import render
from psoas.core.message import literal
from psoas.exercises.exercise_simulation import committed_effects, effect_quantity
from psoas.knowledge.exercise_library import exercises
from psoas.program.dosage import DoseVerdict
from psoas.program.effect_bars import effect_bars
from psoas.program.program_json import parse_program
from psoas.program.program_models import Item, ItemKind, Phase, Program, Session
from psoas.progression.decided_program import FreedTime, apply_decisions, freed_time
from psoas.progression.dose_decisions import DoseDecision
from psoas.progression.substitution import choose_substitute, exercise_relatives, exercise_strand
from psoas.services import answers_service, program_service
from psoas.services.current_program import store_program
from psoas.services.freed_time_text import freed_time_text
from psoas.services.person_data import load_person_data
from psoas.services.program_service import CurrentProgram
from psoas.session.session_log import SessionDone
from psoas.store import person_repository, repositories
from psoas.store.person_scope import PersonScope
from psoas.web.dependencies import STOP
from tests.practice_worlds import TODAY, again
from tests.story_person import LAWYER, send, tell
from tests.web_worlds import LAN, World


@pytest.fixture(scope="module")
def world(told_once: Path, tmp_path_factory: pytest.TempPathFactory) -> World:
    return again(told_once, tmp_path_factory.mktemp("program"), lan=LAN)


def now(world: World) -> CurrentProgram:
    found = program_service.latest_saved_program(world.site.home)
    assert found is not None
    return found


def names(one: CurrentProgram) -> set[str]:
    return {item.name for phase in one.program.phases for item in program_service.items_of_phase(phase)}


def an_exercise(one: CurrentProgram) -> Item:
    """An exercise of both sides with more than one set."""
    items = [item for phase in one.program.phases for item in program_service.items_of_phase(phase)]
    return next(item for item in items if item.kind == "exercise" and item.sets > 1)


def test_before_the_answers_the_page_says_what_will_be_here(tmp_path: Path) -> None:
    empty = World(tmp_path)
    for path, word in (("/program", "program"), ("/progress", "progress")):
        got = empty.home.get(path)
        assert got.status_code == 200
        assert f"Your {word}" in got.text and 'href="/story"' in got.text
    assert empty.home.get("/session").headers["location"] == "/program"
    assert empty.home.get("/program/psoas.json").status_code == 303
    assert repositories.latest_program(empty.site.home) is None


def test_the_program_is_planned_once_and_kept(world: World) -> None:
    first = world.home.get("/program")
    key = now(world).id
    assert first.status_code == 200
    assert world.home.get("/program").status_code == 200
    assert now(world).id == key
    for item in program_service.items_of_phase(now(world).phase(TODAY)):
        assert render(item.label).replace("'", "&#39;") in first.text
        assert render(item.because[0].words).replace("'", "&#39;") in first.text
    assert "Through the day" in first.text


def test_each_phase_can_be_looked_at(world: World) -> None:
    for phase in now(world).program.phases:
        text = world.home.get("/program", params={"phase": phase.name}).text
        assert f"Your week: {render(phase.title)}" in text
        assert all(f'id="item-{item.name}"' in text for item in program_service.items_of_phase(phase))


def test_what_an_exercise_does_stands_as_bars_beside_standing() -> None:
    shown = {render(one.words): one for one in effect_bars("dead_bug")}
    carries = f"{effect_quantity(committed_effects()['standing'], 'lumbar_compression_n.L4_L5'):.0f} N"
    assert render(shown["low back carries"].standing) == carries
    assert all(0 <= one.reaches <= 100 and 0 <= one.mark <= 100 for one in shown.values())
    assert [render(one.words) for one in shown.values() if one.colour] == ["psoas at its longest"]


def test_a_pin_a_ban_and_a_swap_are_kept_when_the_plan_is_made_anew(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    before = now(world)
    banned = an_exercise(before).name
    wanted = next(name for name in ("heel_slide", "bridge", "dead_bug", "clam") if name not in names(before))
    send(world, f"/program/item/{wanted}", {"pin": ""})
    send(world, f"/program/item/{banned}", {"ban": ""})
    after = now(world)
    assert wanted in names(after) and banned not in names(after)
    assert any(one.name == banned for one in after.program.left_out)
    assert (
        send(world, "/program/wishes", {"place": "home", "minutes": "30", "days": "3", "weeks": "6"}).status_code == 303
    )
    planned = now(world)
    assert (planned.program.minutes, planned.program.days, planned.program.weeks) == (30, 3, 6)
    assert wanted in names(planned) and banned not in names(planned)
    assert planned.start == before.start
    out = next(name for name in names(planned) if name in exercises() and name != wanted)
    page = world.home.get("/program").text
    assert "What you asked for" in page
    others = re.findall(r'select name="other"><option value="(\w+)">', page)
    send(world, f"/program/item/{out}", {"swap": "", "other": others[0]})
    assert out not in names(now(world))
    assert answers_service.load_draft(world.site.home)["wishes"]["swap"] == {out: others[0]}
    for name in (wanted, banned, out):
        send(world, f"/program/item/{name}", {"free": ""})
    wishes = answers_service.load_draft(world.site.home)["wishes"]
    assert (wishes["pin"], wishes["ban"], wishes["swap"]) == ([], [], {})


@pytest.mark.parametrize(
    "changed", [{"minutes": "2"}, {"days": "9"}, {"days": "2.5"}, {"weeks": "many"}, {"place": "moon"}]
)
def test_a_wish_that_cannot_be_says_so_and_changes_nothing(world: World, changed: dict[str, str]) -> None:
    key, before = now(world).id, answers_service.load_draft(world.site.home)
    got = send(world, "/program/wishes", {"place": "home", "minutes": "20", "days": "4", "weeks": "8", **changed})
    assert got.status_code == 422
    assert 'class="faults"' in got.text
    assert now(world).id == key
    assert answers_service.load_draft(world.site.home) == before


def test_an_unknown_item_is_no_page(world: World) -> None:
    assert send(world, "/program/item/nothing", {"ban": ""}).status_code == 404
    assert world.home.get("/program/other.exe").status_code == 404
    assert world.home.get("/api/exercise/nothing/0.png").status_code == 404
    assert world.home.get("/api/exercise/clam/2.png").status_code == 404


def test_after_a_stop_there_is_no_program(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    tell(world, LAWYER | {"saddle_numb": True, "bladder_change": True})
    key = now(world).id
    for path in ("/program", "/progress"):
        got = world.home.get(path)
        assert (got.status_code, got.headers["location"]) == (303, STOP)
    for path in ("/session", "/session/release-1", "/session/after", "/program/print", "/program/psoas.ics"):
        assert world.home.get(path).status_code == 303
    assert (
        send(world, "/program/wishes", {"place": "work", "minutes": "20", "days": "4", "weeks": "8"}).status_code == 303
    )
    assert send(world, "/program/anew").status_code == 303
    assert now(world).id == key


def test_new_answers_make_a_new_program_in_the_same_week(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    first = now(world)
    tell(world, LAWYER | {"cannot_get_to_floor": True})
    world.home.get("/program")
    second = now(world)
    assert second.id != first.id and second.start == first.start
    assert any(item.because for item in program_service.items_of_phase(second.phase(TODAY)))
    assert not {n for n in names(second) if n in exercises() and "floor" in exercises()[n].needs}


def test_the_plan_goes_along_as_paper_calendar_and_data(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    calendar = world.home.get("/program/psoas.ics")
    assert calendar.text.startswith("BEGIN:VCALENDAR")
    assert calendar.headers["content-type"].startswith("text/calendar")
    data = world.home.get("/program/psoas.json")
    assert parse_program(json.loads(data.text)) == now(world).program
    monkeypatch.setattr("psoas.web.program.routes.program_page", lambda program, found: f"<p>{len(found.findings)}</p>")
    paper = world.home.get("/program/print")
    assert "script-src" not in paper.headers["content-security-policy"]
    assert "default-src 'none'" in paper.headers["content-security-policy"]


def test_a_picture_is_drawn_once_and_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    first = world.home.get("/api/exercise/clam/1.png")
    assert first.content.startswith(b"\x89PNG")
    monkeypatch.setattr(
        "psoas.services.exercise_pictures.exercise_movement_images", lambda name: pytest.fail("drawn twice")
    )
    assert world.home.get("/api/exercise/clam/1.png").content == first.content


def test_weeks_phases_and_their_end(world: World) -> None:
    one = now(world)
    assert [one.week(one.start + timedelta(days=d)) for d in (0, 6, 7, 55, 56)] == [1, 1, 2, 8, 9]
    assert one.phase(one.start).name == "release"
    assert one.phase(one.start + timedelta(weeks=30)).name == one.program.phases[-1].name


@pytest.mark.parametrize("weekday", range(7))
def test_weeks_count_from_the_day_the_program_begins(told_once: Path, tmp_path: Path, weekday: int) -> None:
    world = again(told_once, tmp_path)
    own, day = world.site.home, date(2026, 11, 16) + timedelta(days=weekday)
    first = program_service._plan_and_store(load_person_data(own), None, day)
    assert first.start == program_service.restart_program(own, day).start == day
    assert [first.week(day + timedelta(days=k)) for k in range(15)] == [1] * 7 + [2] * 7 + [3]
    held = [session_done(day + timedelta(days=k)) for k in (-1, 0, 3, 6)]
    counts = [program_service.next_session(first, held, day + timedelta(days=k)).done for k in (0, 3, 6, 7)]
    assert counts == [1, 2, 3, 0], "a week's sessions count until its seventh day, and none from before it"


def session_done(day: date) -> SessionDone:
    """A whole session on a day."""
    at = datetime.combine(day, time(18)).astimezone()
    return SessionDone(uuid4(), at, 4, 4, None, None, None, True, True, ())


def test_the_weeks_begin_anew_when_asked(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    one = now(world)
    store_program(world.site.home, one.planned, date(2020, 1, 6), one.decisions, one.rests_on)
    assert "You have finished all" in world.home.get("/program").text
    send(world, "/program/anew")
    assert now(world).start == TODAY
    assert "You have finished all" not in world.home.get("/program").text


def test_nobody_sees_the_program_of_somebody_else(world: World) -> None:
    other = person_repository.add_person(world.site.engine, "Somebody else")
    assert program_service.latest_saved_program(PersonScope(world.site.engine, other.id)) is None
    assert world.phone().get("/program").status_code == 403


def decision(about: Item, **changed: Any) -> DoseDecision:
    side = about.side if about.side in ("right", "left") else ""
    one = DoseDecision(about.name, side, DoseVerdict.REGRESS, 1, "", literal("It hurt."), "s", True)
    return replace(one, **changed)


def test_decided_doses_change_the_program_and_say_why(world: World) -> None:
    program = now(world).planned
    item = an_exercise(now(world))
    fewer = apply_decisions(program, [decision(item)])
    after = [one for phase in fewer.phases for one in program_service.items_of_phase(phase) if one.name == item.name]
    assert {one.sets for one in after if one.side == item.side} == {1}
    assert all(one.minutes < item.minutes for one in after if one.side == item.side and item.sets > 1)
    without = apply_decisions(program, [decision(item, sets=0)])
    sides = {(one.name, one.side) for phase in without.phases for one in program_service.items_of_phase(phase)}
    assert (item.name, item.side) not in sides
    assert any(render(one.why) == "It hurt." for one in without.left_out)
    harder = apply_decisions(program, [decision(item, verdict=DoseVerdict.ADVANCE, sets=9)])
    assert any(one.sets == 9 for phase in harder.phases for one in program_service.items_of_phase(phase))
    assert apply_decisions(program, [decision(item, accepted=False)]) == apply_decisions(program, ())


def test_another_exercise_takes_its_place_in_its_own_dose(world: World) -> None:
    program = now(world).planned
    item = next(
        one
        for phase in program.phases
        for one in program_service.items_of_phase(phase)
        if one.kind == "exercise" and one.name != "heel_slide"
    )
    other = exercises()["heel_slide"]
    changed = apply_decisions(program, [decision(item, item="heel_slide")])
    found = [
        one for phase in changed.phases for one in program_service.items_of_phase(phase) if one.name == "heel_slide"
    ]
    assert found and found[0].reps == other.dose.reps and render(found[0].label) == other.label
    assert (
        render(item.label) in render(found[0].because[0].words)
        and found[0].because[0].finding == item.because[0].finding
    )
    assert not [
        one
        for phase in changed.phases
        for one in program_service.items_of_phase(phase)
        if one == replace(item, pinned=item.pinned)
    ]


def reasons_of(program: Program, name: str) -> str:
    return next(render(one.why) for one in program.left_out if one.name == name and one.kind != "test")


def test_what_is_asked_for_in_place_of_something_is_called_by_its_label(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    out = an_exercise(now(world)).name
    send(world, f"/program/item/{out}", {"swap": "", "other": "seated_march"})
    label = exercises()["seated_march"].label
    assert reasons_of(now(world).program, out) == f"You asked for {label} in its place."


def test_what_stands_in_bears_nothing_of_what_hurt(world: World) -> None:
    program = now(world).planned
    known, standing = committed_effects(), effect_quantity(committed_effects()["standing"], "psoas_length_percent")
    calm = list(exercises())
    found = 0
    for item in {one.name: one for phase in program.phases for one in program_service.items_of_phase(phase)}.values():
        other = choose_substitute(item, [item], calm)
        if not other:
            continue
        found += 1
        hurt, instead = exercises()[item.name], exercises()[other]
        assert exercise_strand(other) == exercise_strand(item.name) and other not in exercise_relatives([item.name])
        assert not set(hurt.caution_sets) & set(instead.caution_sets) - {"floor"}
        assert effect_quantity(known[other], "psoas_length_percent") <= standing
        assert choose_substitute(item, [item], [item.name]) == ""
    assert found >= 3


def a_session_with(item: Item, minutes: float = 5) -> Program:
    """A program whose sessions hold this and one other thing."""
    breath = Item(ItemKind.BREATH, "wide_ribs", "breath", "", 1, 12, 0, 0, 5.0, item.because)
    session = Session(literal("Day 1"), "home", (breath, replace(item, minutes=minutes)))
    phase = Phase("release", literal("Release and breathe"), (1, 2), (session,), literal(""), 800)
    return Program((phase,), (), 1, 2, 10, "home", (), (2,), (), (), (), {})


def test_the_minutes_of_what_is_left_out_go_to_what_stands_in(world: World) -> None:
    program = a_session_with(replace(an_exercise(now(world)), name="side_lying_lengthening", side="both"))
    item = program.phases[0].sessions[0].items[1]
    other = choose_substitute(item, program_service.items_of_phase(program.phases[0]), list(exercises()))
    assert other == "pelvic_tilt_lying"
    after = apply_decisions(program, [decision(item, side="", sets=0, item=other)]).phases[0].sessions[0]
    assert [one.name for one in after.items] == ["wide_ribs", "pelvic_tilt_lying"]
    assert freed_time(program.phases[0].sessions[0], after) is None or after.minutes >= 8
    assert after.minutes <= 10 and render(after.items[1].because[0].words).startswith(
        f"Because it stands in for {render(item.label)}"
    )
    light = replace(program, phases=(replace(program.phases[0], lumbar_limit_n=100.0),))
    assert len(apply_decisions(light, [decision(item, sets=0, item=other)]).phases[0].sessions[0].items) == 1


def test_minutes_that_nothing_fills_say_so(world: World) -> None:
    program = a_session_with(replace(an_exercise(now(world)), side="both"))
    item = program.phases[0].sessions[0].items[1]
    without = apply_decisions(program, [decision(item, sets=0)])
    assert freed_time(program.phases[0].sessions[0], without.phases[0].sessions[0]) == FreedTime(5, (item.label,), ())
    said = freed_time_text(replace(now(world), planned=program, program=without), without.phases[0], 1)
    why = f"because we paused this: {render(item.label)}."
    assert said.startswith(f"5 of your 10 minutes are free, {why}")
    assert freed_time(program.phases[0].sessions[0], program.phases[0].sessions[0]) is None


def test_planned_anew_the_minutes_are_filled_without_its_kind(told_once: Path, tmp_path: Path) -> None:
    world = again(told_once, tmp_path)
    own, one = world.site.home, now(world)
    item = next(i for i in program_service.items_of_phase(one.phase(TODAY)) if i.kind == "exercise")
    program_service.save_decisions(own, one, [decision(item, sets=0, words=literal("It hurt so."), session="s")])
    send(world, "/program/wishes", {"place": "home", "minutes": "20", "days": "4", "weeks": "8"})
    planned = now(world)
    assert not names(planned) & exercise_relatives([item.name])
    assert reasons_of(planned.program, item.name) == "It hurt so."
    assert not answers_service.load_draft(own)["wishes"].get("ban"), "what practice left out is no wish"
    assert all(s.minutes > 15 for s in planned.program.phases[0].sessions)
    both = [replace(planned.decisions[0], item="clam"), decision(item, name="clam", sets=0)]
    assert program_service._left_out(both).keys() == {item.name, "clam"}, (
        "what a stand-in stood in for stays out with it"
    )
    program_service.answer_decision(own, planned.decisions[0].key, accepted=False, today=TODAY)
    assert item.name in names(now(world))


def test_a_stand_in_takes_the_minutes_that_are_free_and_no_more(world: World) -> None:
    item = replace(an_exercise(now(world)), name="rock_back", side="both", minutes=1.5)
    assert choose_substitute(item, [item], list(exercises())) == ""
    assert choose_substitute(item, [item], list(exercises()), 1.0) == "pelvic_tilt_lying"
    short = a_session_with(item, 1.5)
    after = apply_decisions(short, [decision(item, side="", sets=0, item="pelvic_tilt_lying")]).phases[0].sessions[0]
    assert after.items[1].name == "pelvic_tilt_lying" and 1.5 < after.items[1].minutes <= 5
    full = replace(short, minutes=6.5)
    assert (
        len(
            apply_decisions(full, [decision(item, side="", sets=0, item="pelvic_tilt_lying")])
            .phases[0]
            .sessions[0]
            .items
        )
        == 1
    )
