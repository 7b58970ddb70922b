"""What people read sounds as somebody talks today: no riddles, none of the sentences that the review found."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from scripts.reading_cards import ReadingCard, message_cards

TABLE = tomllib.loads(Path(__file__).with_name("riddles.toml").read_text(encoding="utf-8"))
PHRASES = tuple(re.compile(row["not"], re.IGNORECASE) for row in TABLE["phrase"])


def riddles(text: str) -> list[str]:
    """Phrases of a text that nobody says."""
    found = [match[0] for one in PHRASES if (match := one.search(text))]
    return [*found, *(one for one in TABLE["sentences"] if one.lower() in text.lower())]


def test_nothing_that_people_read_is_a_riddle() -> None:
    cards: list[ReadingCard] = list(message_cards())
    assert len(cards) > 3000, "all messages are read"
    assert {card.name: found for card in cards if (found := riddles(card.text))} == {}


@pytest.mark.parametrize("sentence", TABLE["sentences"])
def test_the_sentences_of_the_review_are_found(sentence: str) -> None:
    assert riddles(f"Well, {sentence}.")


def test_each_phrase_has_something_to_say_instead_and_is_no_everyday_one() -> None:
    everyday = "Your low back hurts. Push off with the back foot, then rest. Say it again next time."
    assert riddles(everyday) == []
    assert all(row["say"] and row["not"] for row in TABLE["phrase"])
