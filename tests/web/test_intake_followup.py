"""After the questions: the stop page, self-tests, questionnaires, the timeline and the findings."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import FormData

from psoas.assessment.finding import Assessment
from psoas.core.catalogue import render
from psoas.core.message import literal
from psoas.intake.answers_parser import parse_answers
from psoas.knowledge.intake_questions import DraftAnswer
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.self_tests import self_tests
from psoas.services import answers_service
from psoas.services.person_data import load_person_data
from psoas.services.questionnaire_offer import offer_questionnaires
from psoas.services.self_test_aids import draw_self_test
from psoas.services.timeline_chart import AFTER, BREAK, EDGE, MARK_APART, timeline_chart
from psoas.store import repositories
from psoas.web.dependencies import STOP
from psoas.web.findings.routes import link_self_tests
from psoas.web.self_tests.forms import reading_value
from tests.story_person import LAWYER, case, send, tell
from tests.web_worlds import World

PLAIN: dict[str, DraftAnswer] = {
    "age": 34,
    "sex": "male",
    "work_kind": "desk",
    "sitting_hours": 7,
    "stress_level": 3,
    "sleep_quality": 7,
}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.fixture
def done(world: World) -> World:
    """A person without a red flag who has answered everything."""
    tell(world, PLAIN)
    return world


def page(world: World, where: str) -> str:
    got = world.home.get(where)
    assert got.status_code in (200, 422), (where, got.status_code, got.headers.get("location"))
    return unescape(str(got.text))


@pytest.mark.parametrize(
    ("flag", "screen", "words"),
    [
        ({"saddle_numb": True}, "base", "base of the spine"),
        ({"bladder_change": True}, "base", "hospital now"),
        ({"breathless_severe": True}, "chest", "ambulance now"),
        ({"calf_swollen": True}, "breath", "Do not massage"),
        ({"leg_weak": True, "leg_weak_worse": True}, "legs_more", "a doctor who can see you today"),
        ({"chest_pain": True, "chest_spreads": True}, "chest_more", "Do not drive yourself"),
    ],
)
def test_a_red_flag_leads_at_once_to_the_stop_page(
    world: World, flag: dict[str, bool], screen: str, words: str
) -> None:
    shown = tell(world, PLAIN | flag)
    assert shown[-1] == screen, "no further question is asked"
    assert world.home.get("/findings").headers["location"] == STOP, "though questions are still open"
    text = page(world, STOP)
    assert words in text
    assert "See a doctor first" in text
    assert f"/story/ask/{screen}" in text, "the way back for who answered wrongly"
    answers = answers_service.load_draft(world.site.home)["answers"]
    assert all(answers[key] is True for key in flag), "answers are kept"


def test_while_a_stop_stands_every_later_page_leads_there(world: World) -> None:
    tell(world, PLAIN)
    send(world, "/story/ask/base", {"saddle_numb": "yes"})
    for where in ("/findings", "/story/tests", "/story/tests/wall_gap", "/story/questions", "/story/questions/gad2"):
        assert world.home.get(where).headers["location"] == STOP, where
    assert send(world, "/story/tests/wall_gap", {"right_1": "3"}).headers["location"] == STOP
    assert repositories.list_self_tests(world.site.home) == []
    assert 'href="/story/stop"' in page(world, "/story")
    got = send(world, "/story/ask/base", {"none": "yes"})
    assert got.headers["location"] != STOP
    assert world.home.get(STOP).headers["location"] == "/story"
    assert "What we found" in page(world, "/findings")


def test_urgent_stops_name_emergency_numbers_and_others_do_not(world: World) -> None:
    tell(world, PLAIN | {"saddle_numb": True})
    assert "112 in Europe" in page(world, STOP)
    assert "Samaritans" not in page(world, STOP)
    send(world, "/story/ask/base", {"none": "yes"})
    tell(world, PLAIN | {"calf_swollen": True})
    assert "112 in Europe" not in page(world, STOP)


def test_words_that_speak_of_self_harm_stop_and_offer_people(done: World) -> None:
    form = {"date": "2024-03-02", "kind": "life", "words": "some days I want to die"}
    assert send(done, "/story/time/event", form).headers["location"] == STOP
    text = page(done, STOP)
    assert "You matter first" in text
    assert "Samaritans" in text
    assert "/story/time" in text
    event = repositories.list_events(done.site.home)[0]
    assert send(done, f"/story/time/remove/{event.id}").headers["location"] == "/story/time"


def test_self_tests_take_the_middle_or_the_best_reading() -> None:
    angle, stand = self_tests()["modified_thomas"], self_tests()["one_leg_stance"]
    form = {"right_1": "4", "right_2": "9", "right_3": "5", "left_1": "-8,5"}
    assert reading_value(angle, FormData(form)) == ({"right": 5, "left": -8.5}, "")
    assert reading_value(stand, FormData({"right_1": "12", "right_2": "31", "right_3": "20"}))[0]["right"] == 31
    assert "from -60 to 60" in reading_value(angle, FormData({"right_1": "99"}))[1]
    assert "from -60 to 60" in reading_value(angle, FormData({"right_1": "flat"}))[1]
    assert reading_value(angle, FormData({}))[1]


def test_a_self_test_is_kept_and_read_against_the_first(done: World) -> None:
    own = done.site.home
    text = page(done, "/story/tests/modified_thomas")
    assert all(step in text for step in self_tests()["modified_thomas"].steps)
    assert text.index(self_tests()["modified_thomas"].cautions[0].words) < text.index("Save this result")
    repositories.add_self_test(
        own, repositories.SelfTestRecord("modified_thomas", date(2024, 1, 5), 16, -8, (), "phone")
    )
    got = send(
        done, "/story/tests/modified_thomas", {"right_1": "4", "left_1": "-9", "way": "phone", "where": ["groin"]}
    )
    assert got.headers["location"] == "/story/tests#modified_thomas"
    kept = repositories.list_self_tests(own)[-1]
    assert (kept.right, kept.left, kept.way, kept.where) == (4, -9, "phone", ("groin",))
    text = page(done, "/story/tests/modified_thomas")
    assert "-12 degrees. That is a real change for the better" in text
    assert "Right 4, Left -9 degrees" in page(done, "/story/tests")
    row = load_person_data(own).told["tests"]["modified_thomas"]
    assert (row["baseline_right"], row["right"]) == (16, 4)
    got = send(done, "/story/tests/modified_thomas", {"right_1": "400"})
    assert got.status_code == 422
    assert got.text.count('role="alert"') == 1


def test_a_barred_test_is_left_out_with_its_reason(world: World) -> None:
    tell(world, PLAIN | {"hip_replacement": True})
    text = page(world, "/story/tests")
    assert "Not for you" in text
    out = text[text.index("Not for you") :]
    assert self_tests()["modified_thomas"].title in out
    assert "the limit your surgeon set" in out
    assert "Save this result" not in page(world, "/story/tests/modified_thomas")


@pytest.mark.parametrize("name", self_tests())
def test_every_self_test_has_its_page(done: World, name: str) -> None:
    text = page(done, f"/story/tests/{name}")
    assert f"/story/picture/{name}.png" in text
    assert self_tests()[name].title in text


def picture_ofs_are_drawn_for_tests_alone(done: World) -> None:
    assert draw_self_test("slump").startswith(b"\x89PNG")
    assert done.home.get("/story/picture/nothing.png").status_code == 404
    assert done.home.get("/story/tests/nothing").status_code == 404
    assert done.home.get("/story/questions/nothing").status_code == 404


def answers_of(name: str, value: int) -> dict[str, str]:
    items = questionnaires()[name].items
    return {item.id: str(value) for item in items}


@pytest.mark.parametrize("name", questionnaires())
def test_every_questionnaire_can_be_filled_in(done: World, name: str) -> None:
    page(done, f"/story/questions/{name}")
    got = send(done, f"/story/questions/{name}", answers_of(name, 1))
    assert got.headers["location"] == f"/story/questions/{name}/result"
    page(done, f"/story/questions/{name}/result")
    assert answers_service.load_draft(done.site.home)["questionnaires"][name].keys() == {
        i.id for i in questionnaires()[name].items
    }
    parse_answers(load_person_data(done.site.home).told)


def test_a_serious_score_shows_people_beside_it_at_once(done: World) -> None:
    got = send(done, "/story/questions/phq2", answers_of("phq2", 1))
    text = page(done, got.headers["location"])
    assert "talk to a person now" in text
    assert "Samaritans" in text
    send(done, "/story/questions/phq2", answers_of("phq2", 0))
    assert "Samaritans" not in page(done, "/story/questions/phq2/result")


def test_half_a_questionnaire_comes_back_with_one_line(done: World) -> None:
    got = send(done, "/story/questions/gad2", {"gad2_1": "2"})
    assert got.status_code == 422
    assert "Answer 2 is still missing." in got.text
    assert "checked" in got.text
    assert "gad2" not in answers_service.load_draft(done.site.home)["questionnaires"]
    assert send(done, "/story/questions/gad2", {"gad2_1": "2", "gad2_2": "9"}).status_code == 422
    assert send(done, "/story/questions/roland_morris", {}).status_code == 303, "no box ticked is an answer"


def test_own_activities_keep_their_names(done: World) -> None:
    form = answers_of("function", 4) | {"name_activity_1": "climbing stairs"}
    send(done, "/story/questions/function", form)
    assert "climbing stairs" in page(done, "/story/questions/function")


def test_questionnaires_fit_the_answers() -> None:
    assert [one.id for one in offer_questionnaires(PLAIN)] == ["days", "gad2", "phq2"]
    assert {"pain", "roland_morris", "nijmegen", "training"} <= {one.id for one in offer_questionnaires(LAWYER)}


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ({"date": "tomorrow", "kind": "life", "words": "x"}, "Enter a day"),
        ({"date": str(date.today() + timedelta(days=2)), "kind": "life", "words": "x"}, "Enter a day"),
        ({"date": "2024-03-02", "kind": "life", "words": "  "}, "write a few words"),
        ({"date": "2024-03-02", "kind": "dream", "words": "x"}, "write a few words"),
    ],
)
def test_a_wrong_event_comes_back(done: World, form: dict[str, str], line: str) -> None:
    got = send(done, "/story/time/event", form)
    assert got.status_code == 422
    assert line in got.text
    assert repositories.list_events(done.site.home) == []


def test_days_and_events_stand_side_by_side(done: World) -> None:
    send(done, "/story/time/event", {"date": "2024-03-02", "kind": "life", "words": "Moved house", "centre": "root"})
    send(done, "/story/time/day", {"date": "2024-03-08", "pain": "4", "stress": "7", "root": "3"})
    text = page(done, "/story/time")
    assert "Moved house" in text
    assert "Pain 4, Stress 7" in text
    assert "Root" not in text, "nobody sees the reflection who did not ask for it"
    assert repositories.list_events(done.site.home)[0].centre == ""
    assert send(done, "/story/time/day", {"date": "2024-03-08", "pain": "11"}).status_code == 422
    assert send(done, "/story/time/day", {"date": "2024-03-08"}).status_code == 422
    text = page(done, "/findings")
    assert "Your life and your body, side by side" in text
    assert "Moved house" in text


def test_the_reflection_is_for_those_who_ask(done: World) -> None:
    prompt = "Where do you feel at home"
    assert prompt not in page(done, "/story/reflection")
    send(done, "/story/reflection", {"on": "yes"})
    assert prompt in page(done, "/story/reflection")
    send(done, "/story/time/event", {"date": "2024-03-02", "kind": "life", "words": "Moved house", "centre": "root"})
    assert repositories.list_events(done.site.home)[0].centre == "root"
    assert "How steady is the ground" in page(done, "/story/time")
    send(done, "/story/reflection", {"on": "no"})
    assert prompt not in page(done, "/story/reflection")
    assert "How steady" not in page(done, "/story/time")


def fill(world: World, given: dict[str, Any]) -> None:
    """The rest of a readable case: tests, questionnaires, timeline."""
    for name, row in given.get("tests", {}).items():
        form = {f"{side}_1": str(row[side]) for side in ("right", "left") if side in row}
        send(world, f"/story/tests/{name}", form | {"way": row.get("way", ""), "where": row.get("where", [])})
    for name, row in given.get("questionnaires", {}).items():
        send(world, f"/story/questions/{name}", {key: str(value) for key, value in row.items()})
    for row in given.get("events", []):
        send(world, "/story/time/event", {"date": str(row["day"]), "kind": row["kind"], "words": row["words"]})
    for row in given.get("check_ins", []):
        send(world, "/story/time/day", {"date": str(row["day"])} | {k: str(v) for k, v in row.items() if k != "day"})


def test_the_lawyers_findings_are_those_of_the_assessment(world: World) -> None:
    given = case("lawyer")
    tell(world, LAWYER)
    fill(world, given)
    found: Assessment = answers_service.load_assessment(world.site.home)
    ids = {f"{one.id}/{one.side}" for one in found.findings}
    assert {"psoas_short_or_guarded/right", "hip_clicks_or_locks/right", "gluteals_weak_or_late/right"} <= ids
    text = page(world, "/findings")
    assert text.index("See a doctor about this first") < text.index("What matters most")
    for entry in found.screening.entries:
        assert entry.title in text
    for one in found.findings:
        assert one.sentence in text
        assert render(one.changes_by) in text
        assert all(render(line) in text for line in one.against)
    plain = re.sub(r"</?a[^>]*>", "", text)
    assert all(re.sub("[\u201c\u201d]", "", render(note)) in plain for note in found.notes)
    assert "Two questions alone" in text or "worth the seven questions" in text, "how the questionnaires were answered"
    told_only = sum(one.as_told for one in found.findings)
    assert 0 < told_only == text.count("<span>You told us</span>")
    assert text.count("How sure: ") == len(found.findings) - told_only
    assert "First attack of panic" in text
    there = world.home.get("/program").status_code != 404
    assert ('href="/program"' in text) is there


def test_what_could_not_be_told_leads_to_the_tests_that_would_tell(done: World) -> None:
    text = page(done, "/findings")
    notes = text[text.index("What we can't tell yet") :].split("</details>")[0]
    for name in ("modified_thomas", "knees_to_chest", "bridge_hold"):
        assert f'<a href="/story/tests/{name}">{self_tests()[name].title}</a>' in notes
    assert not re.search(r">[^<]*\w_\w", notes), "nothing goes by its inner name"
    assert link_self_tests(literal("a <b>")) == "a &lt;b&gt;"


def test_the_newest_word_counts_on_the_page_and_says_its_day(world: World) -> None:
    tell(world, PLAIN | {"stress_level": 8})
    day = date.today()
    assert f"You rate your stress 8 of 10. You told us on {day:%B} {day.day}, " in page(world, "/findings")
    send(world, "/story/time/day", {"date": "2024-03-08", "stress": "10"})
    assert "You rate your stress 8 of 10" in page(world, "/findings"), "an older check-in"
    send(world, "/story/time/day", {"date": str(day), "stress": "7"})
    text = page(world, "/findings")
    assert f"You rate your stress 7 of 10. You told us on {day:%B} {day.day}, {day.year}." in text
    assert "8 of 10" not in text


def test_the_line_of_life_places_days_in_order() -> None:
    told_all = {
        "events": [{"day": f"2024-0{m}-01", "kind": "life", "words": "x"} for m in (1, 2, 9)]
        + [{"day": "2024-02-03", "kind": "body", "words": "y"}],
        "check_ins": [{"day": "2024-01-01", "pain": 0}, {"day": "2024-09-01", "pain": 10}],
    }
    line = timeline_chart(parse_answers(told_all), ("pain", "stress"))
    assert line is not None and not line.broken
    assert [row.signal for row in line.rows] == ["pain"]
    (left, low), (right, high) = line.rows[0].points
    assert left < right
    assert low > high, "more is higher"
    assert [mark.numbers for mark in line.marks] == ["1", "2\u20133", "4"]
    assert all(b.along - a.along >= MARK_APART for a, b in pairwise(line.marks))
    assert timeline_chart(parse_answers({}), ("pain",)) is None


def test_the_line_of_life_is_to_the_scale_of_the_check_ins() -> None:
    weeks = [{"day": str(date(2026, 9, 28) + timedelta(days=3 * k)), "pain": 5} for k in range(19)]
    days = ("2025-08-04", "2026-07-30", "2026-10-20")
    events = [{"day": day, "kind": "life", "words": "x"} for day in days]
    told_all = {"events": events, "check_ins": weeks}
    line = timeline_chart(parse_answers(told_all), ("pain",))
    assert line is not None and line.broken
    places = [along for along, _ in line.rows[0].points]
    assert (line.first, places[0], places[-1]) == (date(2026, 9, 28), AFTER, 100 - EDGE)
    assert [mark.numbers for mark in line.marks] == ["1\u20132", "3"]
    assert line.marks[0].along < BREAK < AFTER < line.marks[1].along < 100 - EDGE
    near = [events[2], {"day": "2026-09-20", "kind": "life", "words": "just before"}]
    line = timeline_chart(parse_answers(told_all | {"events": near}), ("pain",))
    assert line is not None and not line.broken and line.first == date(2026, 9, 20)
    years = [{"day": f"{year}-03-01", "pain": 3} for year in (2023, 2024)] + weeks
    line = timeline_chart(parse_answers({"check_ins": years}), ("pain",))
    assert line is not None and len(line.rows[0].points) == 19 and not line.broken
