"""Nothing depends on words: with keys in place of all of them (language ``en-XK``) people get the same assessment."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from psoas.assessment.assessor import assess
from psoas.assessment.finding import Assessment
from psoas.assessment.finding_rules import finding_rules
from psoas.core.language import language
from psoas.knowledge.intake_questions import intake_questions
from psoas.knowledge.questionnaires import questionnaires
from psoas.knowledge.screening import help_lines
from psoas.knowledge.self_tests import self_tests
from tests.assessment_people import people

TABLES = (finding_rules, intake_questions, questionnaires, self_tests, help_lines)
"""What is read once and kept."""


@pytest.fixture(autouse=True)
def tables_read_anew() -> Iterator[None]:
    yield
    for table in TABLES:
        table.cache_clear()


def decisions(found: Assessment) -> list[object]:
    """All of an assessment but its words: which findings in which order, how sure, what they rest on, and screening."""
    findings = [
        (one.id, one.side, one.value, one.uncertainty, one.known, one.confidence, one.rests_on, one.as_told,
         one.title.code, tuple(words.code for words in one.statements), tuple(words.code for words in one.against))
        for one in found.findings
    ]  # fmt: skip
    screening = found.screening
    return [
        findings, screening.level, [entry.id for entry in screening.entries], screening.narrows,
        [(one.questionnaire, one.value, bool(one.crisis)) for one in found.scores],
        [(one.test, one.differs, one.changed_right, one.changed_left) for one in found.judgements],
        [note.code for note in found.notes], [(one.first, one.second, one.rank) for one in found.moved],
    ]  # fmt: skip


def test_with_keys_for_words_all_decisions_are_the_same() -> None:
    some = list(people(60, seed=11))
    said = [decisions(assess(one)) for one in some]
    for table in TABLES:
        table.cache_clear()
    with language("en-XK"):
        keyed = [decisions(assess(one)) for one in some]
    assert keyed == said
    assert sum(len(one[0]) for one in said if isinstance(one[0], list)) > 100, "these people have findings"
