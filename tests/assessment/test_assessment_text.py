"""What an assessment says: what needs a doctor first, calm words, JSON without surprises, and the command."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from psoas.assessment.assessment_json import assessment_json
from psoas.assessment.assessment_text import assessment_text
from psoas.assessment.assessor import assess
from psoas.assessment.finding import Finding
from psoas.assessment.text_format import format_amount, format_number
from psoas.cli import app
from psoas.core.language import language
from psoas.core.message import from_json
from psoas.intake.answers_parser import parse_answers, read_answers
from tests.worlds import EXAMPLES

LAWYER = EXAMPLES / "answers.toml"
STOP = {"answers": {"saddle_numb": True, "hip_click": True, "sitting_hours": 10}}


def command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["assess", *map(str, arguments)])


def words(given: dict[str, Any]) -> list[str]:
    return assessment_text(assess(parse_answers(given)))


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(9, "mm", "9 mm"), (1, "steps", "1 step"), (1.04, "hours", "1 hour"), (0.5, "cm", "0.5 cm"), (9.96, "N", "10 N"),
     (1082.5, "N", "1082 N"), (-0.01, "mm", "0 mm"), (1, "breaths a minute", "1 breath a minute"), (4, "", "4")],
)  # fmt: skip
def test_numbers_are_said_plainly(value: float, unit: str, said: str) -> None:
    assert format_amount(value, unit) == said and format_number(value) == said.split()[0]


def test_the_doctor_comes_first_then_what_was_found() -> None:
    lines = assessment_text(assess(read_answers(LAWYER)))
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads == [
        "See a doctor about this first", "How you answered", "What matters most", "We also found",
        "Making sense of it: short reads for you, in your plan and in the app",
        "Your tests, side by side and over time", "What we can't tell yet", "Your timeline",
        "We measure and explain. We name no illness, and we don't replace a doctor.",
    ]  # fmt: skip
    assert any(line.startswith("  Attacks that no doctor has looked at") for line in lines[:3])
    assert "  2024-09-20  life: Moved house" in lines


def test_after_a_stop_only_the_stop_and_whom_to_call() -> None:
    lines = words(STOP | {"questionnaires": {"gad2": {"gad2_1": 0, "gad2_2": 0}}})
    assert lines[0] == "See a doctor about this first" and "base of the spine" in lines[1]
    told = "\n".join(lines)
    assert "999" in told and "What matters most" not in told and "clicks" not in told and "GAD" not in told


def test_people_to_talk_to_stand_beside_a_low_mood() -> None:
    low = {"questionnaires": {"phq2": {"phq2_1": 2, "phq2_2": 1}}}
    assert "116 123" in "\n".join(words(low))
    assert "116 123" in "\n".join(words(low | STOP)), "a stop does not take them away"
    assert "116 123" not in "\n".join(words({"questionnaires": {"phq2": {"phq2_1": 0, "phq2_2": 1}}}))


@pytest.mark.parametrize("where", ["notes", "events"])
def test_self_harm_said_anywhere_reaches_people(where: str) -> None:
    said = "Some days I want to die."
    event = [{"day": "2025-01-01", "kind": "life", "words": said}]
    told = "\n".join(words({"notes": {"x": said}} if where == "notes" else {"events": event}))
    assert "116 123" in told and "What matters most" not in told


def test_json_holds_every_field_and_plain_values() -> None:
    found = assess(read_answers(LAWYER))
    told = json.loads(json.dumps(assessment_json(found), allow_nan=False))
    assert told["schema"] == "psoas.assessment/1" and told["screening"]["level"] == "see"
    assert [one["id"] for one in told["findings"]] == [one.id for one in found.findings]
    own = {field.name for field in fields(Finding)}
    assert set(told["findings"][0]) == own - {"statements", "amount"} | {"sentence", "messages"}
    assert set(told) == {
        "schema", "screening", "findings", "scores", "judgements", "timeline", "moved", "changes", "notes",
        "messages", "cards", "goals",
    }  # fmt: skip


def test_json_holds_the_codes_of_all_its_words() -> None:
    found = assess(read_answers(LAWYER))
    told = json.loads(json.dumps(assessment_json(found)))
    first, messages = found.findings[0], told["findings"][0]["messages"]
    assert set(messages) - {"norm", "amount"} == {"title", "statements", "against", "changes_by"}
    assert [from_json(one) for one in messages["statements"]] == list(first.statements)
    assert [from_json(one) for one in told["messages"]["notes"]] == list(found.notes)
    assert [len(day) for day in told["messages"]["timeline"]] == [len(day.entries) for day in found.timeline]
    with language("en-XK"):
        keyed = json.loads(json.dumps(assessment_json(found)))["findings"][0]
    assert keyed["messages"] == messages and keyed["title"] == messages["title"]["code"]


def test_the_page_explains_every_field_of_the_json() -> None:
    page = (EXAMPLES.parent / "docs/assessment.md").read_text()
    told = json.loads(json.dumps(assessment_json(assess(read_answers(LAWYER)))))
    named = {*told, *told["screening"], *told["findings"][0], *told["screening"]["entries"][0]}
    assert [name for name in sorted(named) if f"`{name}`" not in page] == []


def test_the_command_says_the_same_and_ends_well() -> None:
    found = command(LAWYER)
    assert (found.exit_code, found.stderr) == (0, "")
    assert found.stdout.rstrip("\n").split("\n") == assessment_text(assess(read_answers(LAWYER)))
    assert json.loads(command(LAWYER, "--json").stdout) == json.loads(
        json.dumps(assessment_json(assess(read_answers(LAWYER))))
    )


def test_the_command_ends_with_three_after_a_stop(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[answers]\nsaddle_numb = true\n")
    found = command(tmp_path / "a.toml")
    assert found.exit_code == 3 and "needs a hospital now" in found.stdout
    told = command(tmp_path / "a.toml", "--json")
    assert told.exit_code == 3 and json.loads(told.stdout)["findings"] == []


def test_the_command_lists_every_fault_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("[answers]\n" + "".join(f"unknown_{i} = 1\n" for i in range(9)))
    found = command(tmp_path / "a.toml", "--measures", tmp_path / "none")
    assert (found.exit_code, found.stdout) == (2, "")
    assert len(found.stderr.splitlines()) == 10 and "a.toml line 10" in found.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.toml"]
