"""The published files of a session: script and log fit their models, and no language changes more than words."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from pydantic import ValidationError

from psoas.core.language import language
from psoas.core.message import literal
from psoas.program.program_models import Session
from psoas.session.log_entry import SessionLogFile, log_entry
from psoas.session.log_reader import read_entries
from psoas.session.session_rules import ENTRIES_PER_BATCH, MAX_ENTRIES_AT_ONCE, LogKind
from psoas.session.session_script import ScriptFile, build_script, script_json
from tests.session_items import shortest

SESSION = Session(literal("Day 1"), "home", (*shortest("dead_bug"), *shortest("long_out"), *shortest("squat")))
WORDS = {"say", "word", "cue"}


def test_a_script_fits_its_model_and_comes_back() -> None:
    found = json.loads(json.dumps(script_json(build_script(SESSION))))
    assert found["schema"] == "psoas.script/1"
    again = ScriptFile.model_validate(found)
    assert again.model_dump(mode="json", by_alias=True) == found
    with pytest.raises(ValidationError):
        ScriptFile.model_validate(found | {"schema": "psoas.script/2"})


def test_a_language_changes_words_and_nothing_else_of_a_script() -> None:
    with language("en"):
        english = build_script(SESSION)
    with language("en-XK"):
        keys = build_script(SESSION)
    assert [_numbers(step) for step in keys.steps] == [_numbers(step) for step in english.steps]
    assert keys.easier.keys() == english.easier.keys()
    assert [step.say for step in keys.steps] != [step.say for step in english.steps]


def _numbers(step: object) -> dict[str, object]:
    return {key: value for key, value in vars(step).items() if key not in WORDS}


def test_a_log_fits_its_model_and_comes_back() -> None:
    at = datetime(2025, 3, 1, 18, tzinfo=UTC)
    details = {"name": "clam", "side": "right", "where": ["groin"], "item": "exercise", "set": 1, "block": 3}
    one = log_entry(UUID(int=1), UUID(int=2), at, LogKind.HURT, details)
    assert one.details() == details, "what the model does not name is kept"
    file = SessionLogFile.model_validate({"entries": [one]})
    sent = json.loads(file.model_dump_json(by_alias=True))
    assert sent["schema"] == "psoas.log/1"
    assert read_entries(sent) == SessionLogFile.model_validate(sent).entries


def test_the_page_sends_fewer_entries_than_the_server_takes() -> None:
    assert ENTRIES_PER_BATCH < MAX_ENTRIES_AT_ONCE
