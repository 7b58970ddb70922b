"""Cards that make sense of things: short, plain, from sources that somebody read, and for somebody."""

from __future__ import annotations

import re

import pytest

from psoas.core.errors import InputError
from psoas.core.language import language
from psoas.knowledge.education_cards import EducationCard, education_cards, read_education_cards
from psoas.knowledge.practice_sources import all_sources
from psoas.knowledge.toml_schema import TomlValue
from scripts.readability import measure_reading

NAMES = (
    "what_matters", "flare_up", "pain", "panic", "pacing", "rest", "scans", "posture", "sitting", "sleep_positions",
    "breath",
)  # fmt: skip
SCARY = re.compile(r"crumbl|degenerat|damaged|bone on bone|weak back|out of place|must never", re.IGNORECASE)


def whole(card: EducationCard) -> str:
    return "\n".join(card.words)


def test_the_cards_are_those_and_in_the_order_of_showing() -> None:
    assert tuple(education_cards()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_card_is_short_plain_and_does_not_scare(name: str) -> None:
    card = education_cards()[name]
    assert 80 <= len(whole(card).split()) <= 160
    assert measure_reading(whole(card)).grade <= 7
    assert not SCARY.search(whole(card))
    assert card.title == card.title.strip() and not card.title.endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_a_card_rests_on_what_somebody_read(name: str) -> None:
    card = education_cards()[name]
    assert all_sources()[card.source].status == "read"
    assert all_sources()[card.source].title in card.source_titles
    assert all(all_sources()[key].status == "read" for key in card.also if key != "practice_tradition")


def test_what_is_tradition_is_called_so() -> None:
    assert "tradition, not a proven fact" in whole(education_cards()["breath"])


def test_signs_that_cannot_wait_stand_on_the_cards_that_calm() -> None:
    assert "Get help at once" in whole(education_cards()["pain"])
    assert "Get help at once" in whole(education_cards()["flare_up"])
    assert "Call an ambulance" in whole(education_cards()["panic"])


def test_the_numbers_of_scans_are_those_of_the_review() -> None:
    # Brinjikji 2015: 33 articles; disk degeneration 37 % at 20 and 96 % at 80, bulge 30 % and 84 %
    said = [int(one) for one in re.findall(r"\d+", whole(education_cards()["scans"]))]
    assert said == [33, 20, 37, 100, 80, 96, 100, 30, 84, 100]


def test_words_follow_the_language() -> None:
    card = education_cards()["rest"]
    with language("en-XK"):
        assert card.title == "card-one-rest"


def test_every_fault_of_the_table_is_listed() -> None:
    row: dict[str, TomlValue] = {"source": "slater2019", "evidence": "expert"}
    with pytest.raises(InputError) as caught:
        read_education_cards(
            {
                "nobody": row,
                "unread": row | {"when": ["no_such_question"], "source": "none"},
                "odd": row | {"findings": ["x"], "also": ["none"], "colour": "red"},
            }
        )
    faults = "\n".join(caught.value.faults)
    assert len(caught.value.faults) >= 5
    for name in ("nobody", "unread", "odd", "no_such_question", "colour"):
        assert name in faults
