"""A program as JSON: read back equal, whatever it holds; files of 0.1.0 open; faults come together, as codes."""

from __future__ import annotations

import copy
import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas.assessment.assessor import assess
from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.language import KEYS, language
from psoas.core.message import LITERAL, literal
from psoas.intake.answers import IntakeAnswers, Preferences
from psoas.intake.answers_parser import parse_answers
from psoas.program.planner import plan_program
from psoas.program.program_json import parse_program, program_json
from psoas.program.program_models import Item, LeftOutCode, NoteCode, Program
from psoas.program.program_schema import ProgramFile
from scripts.json_schemas import SCHEMAS, schema_text

CASES = Path(__file__).resolve().parents[1] / "assessment_cases"
STORY = IntakeAnswers(
    answers={"age": 40.0, "sitting_hours": 10.0, "pain_where": ("groin",), "hip_click": True, "alcohol_units": 20.0},
    wishes=Preferences(minutes=6, days=2, weeks=2, pin=("side_plank",)),
)
PROGRAM = plan_program(STORY, assess(STORY))
ITEMS = [item for phase in PROGRAM.phases for session in phase.sessions for item in session.items]
REASONS = [reason for item in ITEMS for reason in item.because]


def read(text: str) -> Program:
    return parse_program(json.loads(text))


def as_0_1_0(data: dict[str, Any]) -> dict[str, Any]:
    """The same file as version 0.1.0 wrote it: words only."""
    if isinstance(data, dict):
        new = {"code", "equipment"} if "why" in data else {"aerobic"}
        kept = {key: one for key, one in data.items() if not key.endswith(("_message", "_messages")) and key not in new}
        return {key: as_0_1_0(one) for key, one in kept.items()}
    return [as_0_1_0(one) for one in data] if isinstance(data, list) else data


items = st.builds(
    replace,
    st.sampled_from(ITEMS),
    side=st.sampled_from(["right", "left", "both"]),
    sets=st.integers(0, 5),
    reps=st.integers(0, 50),
    hold_s=st.floats(0, 600),
    minutes=st.floats(0, 90),
    pinned=st.booleans(),
    because=st.lists(st.sampled_from(REASONS), max_size=3).map(tuple),
    asks=st.lists(st.text(max_size=20).map(literal), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(items, max_size=5), st.sampled_from(list(LeftOutCode)), st.floats(5, 90))
def test_what_is_written_is_read_as_an_equal_program(held: list[Item], code: LeftOutCode, minutes: float) -> None:
    out = tuple(replace(one, code=code, equipment=("mat",)) for one in PROGRAM.left_out)
    first = PROGRAM.phases[0]
    session = replace(first.sessions[0], items=tuple(held))
    phases = (replace(first, sessions=(session,)), *PROGRAM.phases[1:])
    program = replace(PROGRAM, phases=phases, left_out=out, minutes=minutes)
    assert read(json.dumps(program_json(program))) == program


def test_a_program_of_0_1_0_opens_with_its_sentences() -> None:
    written = program_json(PROGRAM)
    old = as_0_1_0(copy.deepcopy(written))
    program = parse_program(old)
    first = program.phases[0].sessions[0].items[0]
    assert first.because[0].words.code == program.rules[0].code == LITERAL
    assert {one.code for one in program.left_out} == {LeftOutCode.UNSTATED}
    assert {one.code for one in program.notes} <= {NoteCode.UNSTATED}
    assert [render(one) for one in program.rules] == [render(one) for one in PROGRAM.rules]
    assert as_0_1_0(program_json(program)) == old


def test_every_fault_of_a_file_is_told_by_its_place() -> None:
    data: dict[str, Any] = copy.deepcopy(program_json(PROGRAM))
    data["days"] = None
    data["phases"][0]["sessions"][0]["items"][0]["kind"] = "dance"
    del data["phases"][0]["moves_on"]
    with pytest.raises(InputError) as error:
        parse_program(data)
    found = {(one.code, one["place"]) for one in error.value.messages}
    assert found == {
        ("plan-fault-field", "days"),
        ("plan-fault-field", "phases.0.sessions.0.items.0.kind"),
        ("plan-fault-missing", "phases.0.moves_on"),
    }
    with pytest.raises(InputError) as error:
        parse_program({**program_json(PROGRAM), "schema": "psoas.program/2"})
    assert [one.code for one in error.value.messages] == ["plan-fault-schema"]


def test_a_field_of_a_later_version_does_no_harm() -> None:
    assert parse_program({**program_json(PROGRAM), "mood": "good"}) == PROGRAM


def skeleton(program: Program) -> Any:
    """What is planned, without words."""
    return [
        [
            [[(i.kind, i.name, i.side, i.sets, i.reps, i.hold_s, i.minutes, [r.words.code for r in i.because])
              for i in session.items] for session in phase.sessions]
            for phase in program.phases
        ],
        [(item.name, item.minutes) for item in program.breaks],
        [(one.name, one.code, one.equipment) for one in program.left_out],
        [(one.phase, one.strand, one.code) for one in program.notes],
        list(program.advice),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["back_ache_without_leg", "belly_release_with_a_question_open", "wheelchair_user", "practitioner_pins_and_bans"],
)
def test_the_plan_does_not_depend_on_the_words(name: str) -> None:
    path = CASES / f"{name}.toml"
    story = parse_answers(tomllib.loads(path.read_text())["given"])
    plain = plan_program(story, assess(story))
    with language(KEYS):
        keyed = plan_program(story, assess(story))
        assert "plan-rule-pain" in render(keyed.rules[0])
    assert skeleton(keyed) == skeleton(plain)


@pytest.mark.parametrize("name", [name for name, _ in SCHEMAS])
def test_the_published_schema_is_up_to_date(name: str, root: Path) -> None:
    text = (root / f"docs/schemas/{name}.json").read_text()
    assert text == schema_text(dict(SCHEMAS)[name]), "stale: run python -m scripts.json_schemas"


def test_the_schema_names_every_field_of_a_file() -> None:
    found = ProgramFile.model_json_schema()
    assert set(program_json(PROGRAM)) == set(found["properties"])
