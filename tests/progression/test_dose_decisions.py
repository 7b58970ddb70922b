"""Decisions about doses: their codes, their stored form, and that no language changes them."""

from __future__ import annotations

import json

import pytest
from pydantic import JsonValue

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.core.language import language
from psoas.core.message import literal
from psoas.knowledge.exercise_library import exercises
from psoas.program.dosage import DoseVerdict
from psoas.program.pain_rules import PainLimits
from psoas.program.program_models import Item
from psoas.progression.dose_decisions import DoseDecision, decisions_from_json, decisions_to_json, propose_changes
from psoas.progression.dose_progression import DoseChange, DoseReason, change_message, reason_message
from psoas.progression.ladder_steps import PracticeReach
from psoas.session.session_log import ItemDone, SessionDone
from tests.progression.test_outcomes import session
from tests.session_items import shortest

ITEMS = [shortest(name)[0] for name in ("dead_bug", "squat", "clam")]

REACH = PracticeReach(set(exercises()), ["clam", "bird_dog"], limits=PainLimits(1.0), spare_min=9.0)


def log(item: Item, *, hurt: float | None = None, leg: bool = False) -> list[SessionDone]:
    """Two sessions of an item, the second with pain where it is given."""
    side = item.side if item.side in ("right", "left") else ""
    good = ItemDone(item.name, side, 1, 0, None, False)
    return [session(2, good), session(0, ItemDone(item.name, side, 1, 0, hurt, leg) if hurt or leg else good)]


def proposed(item: Item, sessions: list[SessionDone]) -> tuple[DoseDecision, ...]:
    return propose_changes([item], sessions, (), REACH)


@pytest.mark.parametrize("item", ITEMS, ids=lambda one: one.name)
@pytest.mark.parametrize("hurt", [None, 2, 5])
@pytest.mark.parametrize("leg", [False, True])
def test_a_language_changes_no_decision(item: Item, hurt: float | None, leg: bool) -> None:
    sessions = log(item, hurt=hurt, leg=leg)
    with language("en"):
        english = proposed(item, sessions)
    with language("en-XK"):
        keys = proposed(item, sessions)
    assert english
    assert [(one.key, one.verdict, one.sets, one.item, one.accepted) for one in keys] == [
        (one.key, one.verdict, one.sets, one.item, one.accepted) for one in english
    ]
    assert [one.reason and one.reason.code for one in keys] == [one.reason and one.reason.code for one in english]
    assert [one.words.code for one in keys] == [one.words.code for one in english]


def test_what_is_stored_is_read_back() -> None:
    for hurt in (None, 5.0):
        found = proposed(ITEMS[0], log(ITEMS[0], hurt=hurt))
        assert decisions_from_json(json.loads(json.dumps(decisions_to_json(found)))) == found


def test_decisions_of_version_0_1_0_keep_their_sentences() -> None:
    row: dict[str, JsonValue] = {
        "name": "clam", "side": "right", "verdict": "regress", "sets": 1, "item": "", "session": "s", "accepted": True,
        "words": "Clam, right: it hurt 5 of 10. Take 1 set.", "why": "Clam, right: it hurt 5 of 10.",
    }  # fmt: skip
    (found,) = decisions_from_json([row])
    assert found.verdict is DoseVerdict.REGRESS
    assert (found.words, found.reason) == (literal(str(row["words"])), literal(str(row["why"])))
    assert render(found.status) == "Clam, right: it hurt 5 of 10. Now 1 set."
    without = {key: value for key, value in row.items() if key != "why"}
    assert decisions_from_json([without])[0].reason is None


@pytest.mark.parametrize("row", [{}, {"name": "clam"}, {"verdict": "danced"}])
def test_what_is_no_decision_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        decisions_from_json([row])


def test_every_code_has_its_sentence() -> None:
    for reason in DoseReason:
        assert render(reason_message(reason, literal("Clam"), most=7, score=5, usual=2)).startswith("Clam: ")
    for change in DoseChange:
        assert render(change_message(change, sets=2, reps=10, hold=5, load="band", exercise="Clam")).endswith(".")
