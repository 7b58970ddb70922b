"""Prints how hard pages and cards are to read: ``python -m scripts.reading_grade [KIND ...] [--worst N] [--quick]``.

The Flesch-Kincaid grade of every page and card of 40 words or more, by kind, and the hardest ones with their grades.
Exit code 1 where fewer than 95 in 100 are at grade 7 or below. ``--text NAME`` prints a card by its sentences.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.readability import Reading, measure_reading, split_sentences
from scripts.reading_cards import ReadingCard, all_cards, people

TERMS = Path(__file__).parent / "reading_terms.toml"
LEAST_WORDS = 40
GRADE = 7.0
SHARE = 0.95
"""So many cards must be at the grade or below."""
QUICK = 7
"""Every seventh of the readable people is read in a quick run."""


@dataclass(frozen=True)
class Graded:
    """A card and how hard it is to read."""

    card: ReadingCard
    reading: Reading

    @property
    def easy(self) -> bool:
        """Whether it is at the grade or below."""
        return self.reading.grade <= GRADE


def main() -> int:
    """Print the table; 0 when enough cards are easy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "kinds", nargs="*", help="kinds of cards: exercise, screening, finding, plan, page; all if none"
    )
    parser.add_argument("--worst", type=int, default=25, help="how many of the hardest to list")
    parser.add_argument("--quick", action="store_true", help="without the app, with a seventh of the readable people")
    parser.add_argument("--text", default="", help="print the sentences of the cards of this name, with their grades")
    asked = parser.parse_args()
    cards = grade_cards(all_cards(quick_people(), pages=False) if asked.quick else all_cards())
    shown = [one for one in cards if not asked.kinds or one.card.kind in asked.kinds]
    if asked.text:
        print("\n".join(line for one in shown if asked.text in one.card.name for line in _sentences(one)))
        return 0
    print("\n".join(grade_table(shown, asked.worst)))
    return int(share_easy(shown) < SHARE)


def quick_people() -> list[str]:
    """The readable people of a quick run."""
    return people()[::QUICK]


def grade_cards(cards: Iterable[ReadingCard]) -> list[Graded]:
    """The cards that have enough words to be graded."""
    graded = (Graded(one, measure_reading(one.text, reading_terms())) for one in cards)
    return [one for one in graded if one.reading.words >= LEAST_WORDS]


def share_easy(cards: Iterable[Graded]) -> float:
    """The share of cards at the grade or below; 1 where there is none."""
    marks = [one.easy for one in cards]
    return sum(marks) / len(marks) if marks else 1.0


def grade_table(cards: list[Graded], worst: int) -> list[str]:
    """Counts by kind, and the hardest cards."""
    lines = ["kind                 cards  easy  share  mean"]
    for kind in sorted({one.card.kind for one in cards}):
        some = [one for one in cards if one.card.kind == kind]
        mean = sum(one.reading.grade for one in some) / len(some)
        easy = sum(one.easy for one in some)
        lines.append(f"{kind:20} {len(some):5} {easy:5} {100 * share_easy(some):5.0f}% {mean:5.1f}")
    easy = sum(one.easy for one in cards)
    lines += [f"{'all':20} {len(cards):5} {easy:5} {100 * share_easy(cards):5.1f}%", ""]
    hard = sorted((one for one in cards if not one.easy), key=lambda one: -one.reading.grade)[:worst]
    return [*lines, *(f"{one.reading.grade:5.1f} {one.card.kind}: {one.card.name}" for one in hard)]


@cache
def reading_terms() -> tuple[tuple[str, ...], ...]:
    """Technical terms, each with its plain twins."""
    rows = tomllib.loads(TERMS.read_text(encoding="utf-8"))["term"]
    return tuple((row["word"], *row["twins"]) for row in rows)


def _sentences(one: Graded) -> list[str]:
    lines = [f"== {one.card.name}: {one.reading.grade:.1f}"]
    for sentence in split_sentences(one.card.text):
        lines.append(f"{measure_reading(sentence + '.', reading_terms()).grade:6.1f}  {sentence}")
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
