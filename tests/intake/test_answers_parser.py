"""answers.toml: what is read, and that every fault is told together, each with its line."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from psoas.assessment.assessment_inputs import read_answers_and_measures
from psoas.core.errors import InputError
from psoas.core.language import language
from psoas.core.message import Message
from psoas.core.toml_lines import find_line, index_lines
from psoas.intake.answers import CheckIn, IntakeAnswers, LifeEvent, Preferences
from psoas.intake.answers import SelfTestResult as Result
from psoas.intake.answers_parser import file_from_answers, parse_answers, read_answers
from psoas.intake.vocabulary import CENTRES
from psoas.knowledge.exercise_library import exercises
from tests.assessment_check import FOLDER
from tests.worlds import EXAMPLES

WRONG = """\
schema = "psoas.answers/2"
colour = "red"
[answers]
age = 200
sciatika = true
pain_where = ["low_back", "tail"]
smokes = "yes"
[tests.modified_thomas]
right = 400
left = "low"
wear = ["groin"]
[tests.bridge_holds]
right = 3
[tests.wall_gap]
left = 3
[tests.slump]
baseline_right = 1
[questionnaires.gad2]
gad2_1 = 2
gad2_2 = 7
gad2_3 = 1
[[events]]
day = 2025-02-03
kind = "life"
words = "Moved"
[[events]]
day = "soon"
kind = "holiday"
[[check_ins]]
day = 2025-03-08
pain = 11
mood = 3
[notes]
first = 4
[wishes]
place = "moon"
minutes = 1
days = 2.5
equipment = ["trampoline"]
ban = ["dead_bugs"]
reflection = "yes"
"""
"""One fault on nearly every line."""


def faults_of(text: str, folder: Path) -> list[str]:
    path = folder / "answers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_answers(path)
    return list(caught.value.faults)


def test_every_fault_is_listed_with_its_line(tmp_path: Path) -> None:
    faults = faults_of(WRONG, tmp_path)
    assert [int(fault.split()[2].rstrip(":")) for fault in faults] == [
        1, 2, 4, 5, 6, 7, 9, 10, 11, 12, 15, 16, 20, 21, 26, 27, 28, 31, 32, 34, 36, 37, 38, 39, 40, 41,
    ]  # fmt: skip
    said = {int(fault.split()[2].rstrip(":")): fault for fault in faults}
    assert said[4] == "answers.toml line 4: age is 200; expected 0 to 120 years"
    assert (
        said[5] == "answers.toml line 5: 'sciatika' is not a question of the intake; expected sciatica or sciatica_side"
    )
    assert "psoas.answers/1" in said[1] and "home, work, travel" in said[36]


def test_a_side_of_a_place_that_is_not_told_of_is_a_fault(tmp_path: Path) -> None:
    told = '[answers]\npain_where = ["knee"]\npain_sides = ["knee/left", "groin/right", "elbow/left"]\n'
    first, second = faults_of(told, tmp_path)
    assert first == "answers.toml line 3: pain_sides holds a side of groin; expected groin in pain_where, too"
    assert second.startswith("answers.toml line 3: pain_sides is (") and "knee/left" in second
    story = parse_answers({"answers": {"pain_where": ["knee"], "pain_sides": ["knee/left"]}})
    assert story.answers["pain_sides"] == ("knee/left",)


def test_half_a_file_names_its_line(tmp_path: Path) -> None:
    assert faults_of("[answers]\nage = 37\nsmokes = \n", tmp_path)[0].startswith("answers.toml line 3: is not TOML")
    assert faults_of("[answers]\nage = 37\npain_where = [\n", tmp_path)[0].startswith("answers.toml line 3")


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read"):
        read_answers(tmp_path / "none.toml")
    (tmp_path / "answers.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        read_answers(tmp_path / "answers.toml")


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("a = 1\n\n[b.c]\nd = 2\n", ("b", "c", "d"), 4),
        ("[b]\nc.d = 2\n", ("b", "c", "d"), 2),
        ("[b]\nc = { d = 2 }\n", ("b", "c", "d"), 2),
        ("[[e]]\nx = 1\n[[e]]\nx = 2\n", ("e", 1, "x"), 4),
        ("[[e]]\nx = 1\n[[e]]\ny = 2\n", ("e", 1, "x"), 3),
        ('[n]\nt = """\n[a]\nage = 5\n"""\n[a]\nage = 6\n', ("a", "age"), 7),
        ('["b c"]\n"d e" = 2\n', ("b c", "d e"), 2),
        ("# age = 1\nage = 2\n", ("age",), 2),
        ("a = 1\n", ("z",), 1),
    ],
)
def test_keys_are_found_on_their_lines(text: str, path: tuple[str | int, ...], line: int) -> None:
    assert find_line(index_lines(text), path) == line


def test_a_story_is_read_whole(tmp_path: Path) -> None:
    data = {
        "answers": {"age": 37, "pain_where": ["low_back", "groin"]},
        "tests": {
            "modified_thomas": {"right": 4, "left": -9, "baseline_right": 16, "where": ["groin"], "way": "phone"}
        },
        "questionnaires": {"gad2": {"gad2_1": 2, "gad2_2": 2}},
        "events": [{"day": "2025-03-01", "kind": "life", "words": " Moved house "}],
        "check_ins": [{"day": date(2025, 3, 8), "pain": 4, "stress": 7}],
        "notes": {"any": "free words"},
        "wishes": {"place": "work", "minutes": 10, "days": 5, "weeks": 4, "swap": {"clam": "side_lying_abduction"}},
    }  # fmt: skip
    assert parse_answers(data) == IntakeAnswers(
        {"age": 37, "pain_where": ("low_back", "groin")},
        (Result("modified_thomas", 4, -9, (16, None), ("groin",), "phone"),),
        {"gad2": {"gad2_1": 2, "gad2_2": 2}},
        (LifeEvent(date(2025, 3, 1), "life", "Moved house"),),
        (CheckIn(date(2025, 3, 8), {"pain": 4, "stress": 7}),),
        ("free words",),
        Preferences("work", 10, 5, 4, swap={"clam": "side_lying_abduction"}),
    )
    assert parse_answers({}) == IntakeAnswers()


@pytest.mark.parametrize("asked", [True, False])
def test_centres_are_kept_only_where_they_are_asked_for(asked: bool) -> None:
    event = {"day": "2025-01-01", "kind": "life", "words": "Moved", "centre": "root"}
    check_in: dict[str, object] = {"day": "2025-01-01", "pain": 2, **{str(one): 5 for one in CENTRES}}
    found = parse_answers({"events": [event], "check_ins": [check_in], "wishes": {"reflection": asked}})
    assert found.events[0].centre == ("root" if asked else "")
    assert set(found.check_ins[0].values) == {"pain", *(CENTRES if asked else ())}


@pytest.mark.parametrize(
    "refused",
    [
        {"answers": []}, {"answers": {"age": True}}, {"answers": {"age": float("nan")}}, {"answers": {"sex": ["male"]}},
        {"tests": {"slump": 1}}, {"tests": {"slump": {"right": True}}}, {"tests": {"slump": {"right": float("nan")}}},
        {"tests": {"slump": {"right": 1, "where": "groin"}}}, {"tests": {"slump": {"right": 1, "way": "guess"}}},
        {"questionnaires": {"gad2": {"gad2_1": 1}}}, {"questionnaires": {"oswestry": {}}}, {"events": {}},
        {"events": [3]}, {"events": [{"day": 3, "kind": "life", "words": "x"}]},
        {"events": [{"day": "2025-01-01", "kind": "life", "words": "x", "centre": "crown"}]},
        {"check_ins": [{"day": "2025-01-01"}]}, {"check_ins": [{"day": "3.3.2025", "pain": 3}]}, {"notes": {"x": 3}},
        {"wishes": {"swap": ["clam"]}}, {"wishes": {"pin": ["psoas_magic"]}}, {"wishes": {"weeks": float("inf")}},
    ],
)  # fmt: skip
def test_what_is_not_legal_is_refused(refused: dict[str, object]) -> None:
    with pytest.raises(InputError) as caught:
        parse_answers(refused)
    assert len(caught.value.faults) == 1 and " line " not in caught.value.faults[0]


def test_whatever_the_library_asks_for_can_be_at_hand() -> None:
    asked = sorted({name for one in exercises().values() for name in one.equipment})
    assert parse_answers({"wishes": {"equipment": asked}}).wishes.equipment == tuple(asked)


def test_faults_of_all_files_come_together(tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text("[answers]\nage = 200\n")
    with pytest.raises(InputError) as caught:
        read_answers_and_measures(tmp_path / "answers.toml", None, tmp_path / "none")
    assert len(caught.value.faults) == 3
    assert read_answers_and_measures(EXAMPLES / "answers.toml")[1:] == (None, None)


def test_every_fault_has_a_code_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(WRONG, encoding="utf-8")
    with pytest.raises(InputError) as caught, language("en-XK"):
        read_answers(path)
    codes = {str(one["line"]): one["fault"] for one in caught.value.messages}
    assert isinstance(codes["5"], Message) and codes["5"].code == "intake-unknown_question"
    assert isinstance(codes["37"], Message) and dict(codes["37"].values)["high"] == "90"


def test_minutes_have_one_limit_for_answers_and_plans() -> None:
    assert parse_answers({"wishes": {"minutes": 90}}).wishes.minutes == 90
    with pytest.raises(InputError, match="wishes: minutes is 91; expected 5 to 90"):
        parse_answers({"wishes": {"minutes": 91}})


@pytest.mark.parametrize("path", sorted(FOLDER.glob("[m-p]*.toml")), ids=lambda path: path.stem)
def test_answers_and_json_say_the_same(path: Path) -> None:
    answers = parse_answers(tomllib.loads(path.read_text(encoding="utf-8"))["given"])
    written = file_from_answers(answers).model_dump_json(by_alias=True)
    assert parse_answers(json.loads(written)) == answers
