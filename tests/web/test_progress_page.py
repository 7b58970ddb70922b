"""Progress: sentences with what stands behind them, steps to take or not, check-ins; and the made-up person."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from psoas.cli import app
from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.core.message import literal
from psoas.demo import made_up_person
from psoas.intake.intake_form import next_open_screen
from psoas.knowledge.exercise_library import exercises
from psoas.program.dosage import DoseVerdict
from psoas.progression.decided_program import apply_decisions
from psoas.progression.dose_decisions import DoseDecision, decided_side, effective_decisions, newest_decisions
from psoas.progression.outcomes import JudgedChange
from psoas.services import answers_service, program_service
from psoas.services.person_data import load_person_data
from psoas.services.progress_charts import HEIGHT, _ticks, progress_panels
from psoas.store import person_repository, repositories
from psoas.store.session_repository import list_entries
from psoas.web.page_rendering import NAV
from tests.practice_worlds import TODAY, again, post_log, session_log
from tests.story_person import send
from tests.web_worlds import World

DAY = date(2026, 11, 18)


@pytest.fixture
def world(told_once: Path, tmp_path: Path) -> World:
    return again(told_once, tmp_path)


@pytest.fixture(scope="module")
def robin(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("demo")
    made_up_person.make_demo(folder, today=TODAY)
    return World(folder)


def test_a_check_in_is_kept_and_the_same_day_takes_its_place(world: World) -> None:
    send(world, "/progress/check-in", {"pain": "5", "sleep": "4"})
    assert send(world, "/progress/check-in", {"pain": "3"}).status_code == 303
    assert repositories.list_check_ins(world.site.home) == [repositories.CheckInRecord(TODAY, {"pain": 3})]
    text = world.home.get("/progress").text
    assert "Pain: too early to say" in text


@pytest.mark.parametrize("form", [{}, {"pain": "11"}, {"pain": "x"}, {"root": "3"}])
def test_a_check_in_without_a_number_says_so(world: World, form: dict[str, str]) -> None:
    got = send(world, "/progress/check-in", form)
    assert got.status_code == 422 and "Choose at least one number" in got.text
    assert repositories.list_check_ins(world.site.home) == []


def test_the_centres_are_for_those_who_asked_for_them(world: World) -> None:
    assert 'name="root"' not in world.home.get("/progress").text
    send(world, "/story/reflection", {"on": "yes"})
    assert 'name="root"' in world.home.get("/progress").text
    send(world, "/progress/check-in", {"root": "3"})
    assert repositories.list_check_ins(world.site.home)[0].scores == {"root": 3}


def test_a_step_on_waits_for_the_person_and_a_no_is_kept(world: World) -> None:
    for _ in range(2):
        post_log(world, session_log(program_service.load_current_program(world.site.home, TODAY)))
    now = program_service.load_current_program(world.site.home, TODAY)
    first, second = program_service.pending_decisions(world.site.home, now, TODAY)[:2]
    assert render(first.words).replace("'", "&#39;") in world.home.get("/progress").text
    assert now.program == apply_decisions(now.planned, ()), "nothing changes before somebody says yes"
    for one, said in ((first, "accept"), (second, "decline")):
        form = {"name": one.name, "side": one.side, "session": one.session, said: ""}
        assert send(world, "/progress/dose", form).status_code == 303
    after = program_service.load_current_program(world.site.home, TODAY)
    assert [(one.name, one.accepted) for one in after.decisions] == [(first.name, True), (second.name, False)]
    assert after.program != apply_decisions(after.planned, ())
    left = program_service.pending_decisions(world.site.home, after, TODAY)
    assert not {one.key for one in left} & {first.key, second.key}


def test_a_step_back_can_be_taken_back(world: World) -> None:
    now = program_service.load_current_program(world.site.home, TODAY)
    item = next(one for one in now.phase(TODAY).sessions[0].items if one.kind == "exercise" and one.sets > 1)
    post_log(world, session_log(now, hurt=item.name))
    [one] = program_service.load_current_program(world.site.home, TODAY).decisions
    assert "Undo" in world.home.get("/progress").text
    form = {"name": one.name, "side": one.side, "session": one.session, "decline": ""}
    send(world, "/progress/dose", form)
    after = program_service.load_current_program(world.site.home, TODAY)
    assert after.program == apply_decisions(after.planned, ())


def test_a_step_that_nobody_offered_is_none(world: World) -> None:
    send(world, "/progress/dose", {"name": "dead_bug", "side": "", "session": "x", "accept": ""})
    now = program_service.latest_saved_program(world.site.home)
    assert now is not None and now.decisions == ()


def judged(key: str, values: list[float], detects: float = 2.0, unit: str = "of 10") -> JudgedChange:
    points = tuple((DAY + timedelta(days=7 * k), value) for k, value in enumerate(values))
    change, words = values[-1] - values[0], literal("words")
    return JudgedChange(
        key, literal(key), literal(unit), points, change, detects, "", False, None, words, of_ten=unit == "of 10"
    )


def test_a_panel_shows_both_sides_and_the_band_of_one() -> None:
    one, both = progress_panels(
        [judged("pain", [5, 4, 2]), judged("hip/right", [1, 9], 3, "degrees"), judged("hip/left", [1, 9])]
    )
    assert [line.side for line in both.lines] == ["right", "left"] and both.band is None
    assert abs(both.lines[0].label_y - both.lines[1].label_y) >= 15, "numbers do not lie on one another"
    assert one.band is not None
    top, height = one.band
    first = one.lines[0].points[0][1]
    assert top + height / 2 == pytest.approx(first, abs=0.2), "the band lies round the first value"
    assert height == pytest.approx((HEIGHT - 32) * 0.4, abs=0.2)
    assert [y for _, y in one.lines[0].points] == sorted(y for _, y in one.lines[0].points), "less is lower"
    assert one.lines[0].points[0][0] < one.lines[0].points[-1][0] <= 90


def test_a_chart_says_where_it_began_and_what_its_heights_are() -> None:
    rises, both = progress_panels(
        [judged("x", [4, 6.667]), judged("hip/right", [1, 9], 3), judged("hip/left", [2.5, 4])]
    )
    [line] = rises.lines
    assert (line.first, line.value) == ("4", "6.7") and line.first_y > line.points[0][1]
    assert [words for _, words in rises.ticks] == ["0", "10"] and rises.ticks[0][0] > rises.ticks[1][0]
    right, left = both.lines
    assert (right.first, left.first) == ("1", "2.5") and right.first_y - left.first_y >= 20, "above and below"
    [one] = progress_panels([judged("x", [3])])
    assert one.lines[0].first == ""


def test_the_band_lies_round_what_is_compared_with() -> None:
    [one] = progress_panels([replace(judged("x", [6, 5, 2]), then=5.0)])
    [first] = progress_panels([judged("x", [5, 5, 2])])
    assert one.band == first.band


@given(low=st.floats(-1e4, 1e4), span=st.floats(0.5, 1e4))
def test_the_axis_names_two_round_numbers_within_it(low: float, span: float) -> None:
    first, last = _ticks(low, low + span)
    room = 1e-6 * max(abs(low), span)
    assert low - room <= first < last <= low + span + room and last - first >= span / 4


def test_a_thing_without_a_known_change_has_no_band() -> None:
    [one] = progress_panels([judged("x", [1, 2, 9], float("inf"))])
    assert one.band is None and one.lines[0].value == "9"


def test_the_made_up_person_has_something_on_every_page_and_every_page_says_so(robin: World) -> None:
    for path in (*(path for _, path in NAV), "/session/after", "/session/integrate-1", "/story/time"):
        got = robin.home.get(path)
        got = robin.home.get(got.headers["location"]) if got.status_code == 307 else got
        assert got.status_code == 200, path
        assert text("demo.banner").replace("'", "&#39;") in got.text, path
    page = robin.home.get("/progress").text
    for said in (
        "a real change, for the better",
        "more than the test can be off",
        "two recordings can be off",
    ):
        assert said in page
    for part in ("pain", "hip", "drive", "life", "centres"):
        assert f'id="part-{part}"' in page
    weeks = program_service.load_session_log(robin.site.home)
    assert len({made_up_person.monday_of(one.day.date()) for one in weeks}) in (7, 8), "one week was missed"


def test_a_session_that_practice_made_longer_than_asked_says_so(world: World) -> None:
    longer = text("program.longer", minutes="20")
    assert longer not in world.home.get("/program").text
    now = program_service.load_current_program(world.site.home, TODAY)
    items = [one for one in program_service.items_of_phase(now.phase(TODAY)) if one.kind == "exercise"]
    grown = [
        DoseDecision(one.name, decided_side(one), DoseVerdict.ADVANCE, 9, "", literal("On."), "s", True)
        for one in items
    ]
    program_service.save_decisions(world.site.home, now, grown)
    assert longer in world.home.get("/program").text


def test_a_real_person_is_never_called_made_up(world: World) -> None:
    for _, path in NAV:
        assert "made-up" not in world.home.get(path).text


def test_everything_made_up_is_an_answer_that_the_story_takes(robin: World) -> None:
    own = robin.site.home
    assert next_open_screen(answers_service.load_draft(own)["answers"]) is None
    assert answers_service.load_screening(own).program_allowed
    now, before = load_person_data(own).latest_recordings
    assert now and before and now.movement == before.movement == "walking"


def test_a_real_persons_folder_is_refused(world: World) -> None:
    with pytest.raises(InputError, match="real person"):
        made_up_person.make_demo(world.settings.folder, today=TODAY)
    assert person_repository.find_person(world.site.home).name == ""


def test_the_command_takes_an_analysis_along_and_makes_equal_data_of_equal_days(robin: World, tmp_path: Path) -> None:
    bad = CliRunner().invoke(app, ["demo", "--data", str(tmp_path / "d"), "--measure", str(tmp_path)])
    assert bad.exit_code == 2 and "no analysis is there" in bad.stderr
    assert not (tmp_path / "d").exists()
    made = tmp_path / "walk"
    made.mkdir()
    walk = made_up_person._walk(None)
    walk["source"] |= {"file": "mine.trc"}
    (made / "summary.json").write_text(json.dumps(walk))
    (made / "report.html").write_text("<p>report</p>")
    good = CliRunner().invoke(app, ["demo", "--data", str(tmp_path / "d"), "--measure", str(made)])
    assert good.exit_code == 0, good.stderr
    world = World(tmp_path / "d")
    newest = repositories.list_measures(world.site.home)[0]
    assert newest.file == "mine.trc" and (tmp_path / "d" / newest.folder / "report.html").is_file()
    assert len(repositories.list_measures(world.site.home)) == 2
    said = [
        [(one.id, one.at, one.kind, one.details()) for one in list_entries(each.site.home)] for each in (robin, world)
    ]
    assert said[0] == said[1] and len(said[0]) > 300, "equal days make equal data"
    first, second = (program_service.latest_saved_program(each.site.home) for each in (robin, world))
    assert first and second and first.program == second.program


def test_two_reports_about_one_side_make_one_line_that_says_what_is_now(world: World) -> None:
    now = program_service.load_current_program(world.site.home, TODAY)
    item = next(one for one in now.phase(TODAY).sessions[0].items if one.kind == "exercise" and one.sets > 1)
    for score in (6, 4):
        post_log(
            world,
            session_log(program_service.load_current_program(world.site.home, TODAY), hurt=item.name, score=score),
        )
        program_service.load_current_program(world.site.home, TODAY)
    decisions = program_service.load_current_program(world.site.home, TODAY).decisions
    assert len({one.key for one in decisions}) > len({one.key[:2] for one in decisions})
    text = world.home.get("/progress").text
    lines = effective_decisions(decisions)
    assert len({one.key[:2] for one in lines}) == len(lines) and "it hurt 6 of 10" not in text
    assert all(render(one.status).replace("'", "&#39;") in text for one in lines)
    program = world.home.get("/program").text
    assert "Take 1 set" not in text + program.partition("What was left out")[0]


def taken(name: str, **said: object) -> DoseDecision:
    one = DoseDecision(name, "", DoseVerdict.REGRESS, 2, "", literal(""), "s", True)
    return replace(one, **said)  # type: ignore[arg-type]


def test_a_taken_step_says_what_is_now_and_the_newest_counts() -> None:
    clam = exercises()["clam"].label
    said = [taken("dead_bug"), taken("dead_bug", sets=1), taken("dead_bug", sets=0), taken("dead_bug", item="clam")]
    effects = [render(one.effect) for one in said]
    assert effects == ["Now 2 sets.", "Now 1 set.", "Left out for now.", f"In its place now: {clam}."]
    assert taken("long_out").effect.code == "decision-effect-less"
    assert render(taken("dead_bug", reason=literal("It hurt.")).status) == "It hurt. Now 2 sets."
    assert newest_decisions([said[0], said[1]]) == (said[1],)
    assert newest_decisions([said[0], replace(said[1], accepted=False)]) == (said[0],), (
        "what was taken back counts no more"
    )
    assert effective_decisions([said[3], taken("clam", sets=0)]) == (taken("clam", sets=0),)
    assert effective_decisions([taken("clam", sets=0), said[3]]) == (taken("clam", sets=0), said[3])
    assert newest_decisions([said[3], taken("clam", sets=0)]) == (said[3], taken("clam", sets=0)), "both hold"
