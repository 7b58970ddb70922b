"""One guided safety check before pressure on the belly: it opens the belly release, or says no with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from psoas.core.message import Message, message
from psoas.knowledge.intake_questions import AnswerCondition, Answers, parse_conditions
from psoas.knowledge.row_words import NeededWords, RowText, WordedRow
from psoas.knowledge.screening import Screening
from psoas.knowledge.toml_schema import TableRow, TomlTable, read_rows

AGREED = "agreed"
"""The last line of the check: a doctor said that gentle belly massage is fine."""
BELLY = ("massage", "abdominal_massage")
"""What the screening may take out that the belly release is part of."""


@dataclass(frozen=True)
class BellyQuestion(WordedRow):
    """One question of the check. ``covers`` are the answers of the intake that mean yes; a yes to one that says
    ``ask_first`` asks for a doctor's word."""

    id: str
    covers: tuple[AnswerCondition, ...]
    ask_first: bool

    words = RowText("")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"belly_check.ask.{self.id}"

    @property
    def why(self) -> Message:
        """Why a yes leaves the belly alone."""
        return message(f"{self.words_key}.why")

    def needed_words(self) -> tuple[NeededWords, ...]:
        """What is asked, and why a yes leaves the belly alone."""
        return (*super().needed_words(), NeededWords(f"{self.words_key}.why", {""}))

    def answered(self, answers: Answers, said: Mapping[str, bool], settled: Collection[str]) -> bool | None:
        """Yes, no, or None while it is open; a yes in the answers outweighs a no that was said."""
        if any(one.holds(answers) for one in self.covers):
            return True
        if self.id in said:
            return said[self.id]
        return False if all(one.question in settled for one in self.covers) else None


@dataclass(frozen=True)
class BellyCheck:
    """The outcome: ``reasons`` against it, and what is still ``open``; it ``opens`` where there is neither."""

    reasons: tuple[Message, ...]
    open: tuple[BellyQuestion, ...]

    @property
    def opens(self) -> bool:
        """Whether the belly release is within reach."""
        return not self.reasons and not self.open


def judge_belly_check(
    answers: Answers, said: Mapping[str, bool], screening: Screening, settled: Collection[str]
) -> BellyCheck:
    """The outcome of the check.

    Args:
        answers: Answers of the intake.
        said: Yes or no by question of the check, and ``AGREED``.
        screening: The screening of the same answers; what it takes out, no check opens.
        settled: Questions of the intake that have an answer or that the answers leave no room for: what they decide
            need not be asked again.
    """
    found = {one.id: one.answered(answers, said, settled) for one in belly_questions().values()}
    reasons = [*_screened(screening), *_refused(found, said)]
    return BellyCheck(tuple(reasons), tuple(one for one in belly_questions().values() if found[one.id] is None))


@cache
def belly_questions() -> dict[str, BellyQuestion]:
    """The questions of the check by id, in the order they are asked."""
    return read_belly_questions()


def read_belly_questions(given: TomlTable | None = None) -> dict[str, BellyQuestion]:
    """Checked questions, from the file or as ``given``; ``InputError`` lists every fault."""
    return read_rows("belly_check.toml", _question, given=given, words="belly_check.ask")


def check_names() -> tuple[str, ...]:
    """Everything that may be said in a check."""
    return (*belly_questions(), AGREED)


def _screened(screening: Screening) -> Iterator[Message]:
    """What the screening says against it."""
    if not screening.program_allowed:
        yield message("belly_check.stopped", title=screening.entries[0].title)
    elif taking := [screening.narrowed_by[name] for name in BELLY if name in screening.narrowed_by]:
        yield message("belly_check.narrowed", title=taking[0])


def _refused(found: Mapping[str, bool | None], said: Mapping[str, bool]) -> Iterator[Message]:
    """Why each yes leaves the belly alone."""
    for one in belly_questions().values():
        if found[one.id] and not (one.ask_first and said.get(AGREED)):
            yield one.why


def _question(key: str, row: TableRow) -> BellyQuestion:
    covers = parse_conditions(row, row.texts("covers"), "covers")
    return BellyQuestion(key, covers, row.flag("ask_first"))
