"""Every row has its words and every text its row, in every kind; none of them is English in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from psoas.core.catalogue import keys
from psoas.core.coded_words import CodedWords
from psoas.core.errors import InputError
from psoas.core.language import language
from psoas.core.locale_files import message_blocks
from psoas.core.pseudo import find_untranslated, plain
from psoas.exercises import exercise_text
from psoas.knowledge import (
    belly_check,
    breath_techniques,
    contraindications,
    education_cards,
    exercise_library,
    intake_questions,
    massage_guides,
    pathways,
    practice_codes,
    questionnaires,
    reflection,
    row_words,
    screening,
    self_tests,
    session_templates,
    toml_schema,
)
from psoas.knowledge.exercise import Move
from psoas.knowledge.exercise_tables import list_codes, read_exercises
from psoas.knowledge.row_words import RowText, RowTexts

KINDS: dict[str, tuple[str, Callable[[], Any]]] = {
    "belly_check": ("belly_check-ask-artery", belly_check.read_belly_questions),
    "breath_technique": ("breath_technique-box", breath_techniques.read_techniques),
    "card": ("card-one-pain", education_cards.read_education_cards),
    "contraindication": ("contraindication-lying_flat", contraindications.read_contraindications),
    "exercise": ("exercise-dead_bug", read_exercises),
    "help": ("help-line-samaritans", lambda: screening.help_lines.__wrapped__()),
    "massage_guide": ("massage_guide-hip_front", massage_guides.read_guides),
    "pathway": ("pathway-person-office", pathways.read_pathways),
    "question": ("question-age", intake_questions.read_questions),
    "questionnaire": ("questionnaire-gad7", questionnaires.read_questionnaires),
    "reflection": ("reflection-prompt-root_home", reflection.read_centres),
    "screening": ("screening-cauda_equina", screening.read_entries),
    "self_test": ("self_test-one_leg_stance", self_tests.read_self_tests),
    "template": ("template-home_full-session-1", session_templates.read_templates),
}
"""A message of each kind, and what reads the kind."""
VOCABULARIES = [
    value
    for module in (
        breath_techniques,
        intake_questions,
        massage_guides,
        pathways,
        screening,
        session_templates,
        toml_schema,
        practice_codes,
        exercise_text,
    )
    for value in vars(module).values()
    if isinstance(value, CodedWords)
]
ATTRIBUTED = {kind for kind, (name, _) in KINDS.items() if "\n" in message_blocks("en", kind)[name]}


def faults(monkeypatch: pytest.MonkeyPatch, kind: str, change: Callable[[dict[str, str]], object]) -> str:
    """What the reader of a kind says when its messages are changed."""
    changed = {file: dict(message_blocks("en", file)) for file in KINDS}
    change(changed[kind])
    monkeypatch.setattr(row_words, "message_blocks", lambda own, file: changed.get(file) or message_blocks(own, file))
    with pytest.raises(InputError) as caught:
        KINDS[kind][1]()
    return "\n".join(caught.value.faults)


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_without_words_is_found(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    name = KINDS[kind][0]
    said = faults(monkeypatch, kind, lambda blocks: blocks.pop(name))
    assert re.search(rf"\.toml, line \d+, .*add {name} to {kind}\.ftl", said)


@pytest.mark.parametrize("kind", KINDS)
def test_words_without_a_row_are_found(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    ghost = f"{KINDS[kind][0]}_ghost"
    said = faults(monkeypatch, kind, lambda blocks: blocks.update({ghost: f"{ghost} = Boo"}))
    assert f"{kind}.ftl: {ghost} has no row in" in said


@pytest.mark.parametrize("kind", sorted(ATTRIBUTED))
def test_a_lacking_and_a_spare_attribute_are_found(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    name = KINDS[kind][0]
    source = message_blocks("en", kind)[name]
    first = re.search(r"\n +\.([\w-]+) = .*", source)
    assert first
    lacking = source.replace(first[0], "", 1)
    assert "add it" in (said := faults(monkeypatch, kind, lambda blocks: blocks.update({name: lacking}))) or (
        "number them so" in said
    )
    spare = f"{source}\n    .colour = Red"
    assert ".colour, which nothing reads" in faults(monkeypatch, kind, lambda blocks: blocks.update({name: spare}))


def test_numbers_of_a_list_that_jump_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    source = message_blocks("en", "questionnaire")["questionnaire-gad7"].replace(".item-7", ".item-8")
    said = faults(monkeypatch, "questionnaire", lambda blocks: blocks.update({"questionnaire-gad7": source}))
    assert "questionnaires.toml, line" in said and ".item- otherwise than 1 to 7" in said


def everything() -> list[Any]:
    """All rows of all kinds."""
    tables: list[Mapping[str, Any]] = [
        breath_techniques.list_breath_techniques(), contraindications.contraindications(), exercise_library.exercises(),
        massage_guides.list_massage_guides(), intake_questions.intake_questions(), questionnaires.questionnaires(),
        reflection.energy_centres(opted_in=True), screening.screening_entries(), self_tests.self_tests(),
        session_templates.session_templates(),
    ]  # fmt: skip
    return [*(row for table in tables for row in table.values()), *screening.help_lines()]


CODES = ("words_key", "needs", "caution_sets", "narrowed_by", "sources", "questions")
"""Properties that hold codes."""


def words_of(row: Any) -> Iterator[str]:
    """What a row and its parts say: every property that is a text or texts."""
    for name, member in vars(type(row)).items():
        if isinstance(member, property | RowText | RowTexts) and name not in CODES:
            value = getattr(row, name)
            parts = value if isinstance(value, tuple) else (value,)
            yield from (one for one in parts if isinstance(one, str))
    for one in fields(row):
        value = getattr(row, one.name)
        for part in value if isinstance(value, tuple) else [value]:
            if is_dataclass(part) and type(part).__module__.startswith("psoas.knowledge"):
                yield from words_of(part)


def test_nothing_of_knowledge_is_english_in_another_language() -> None:
    rows = everything()
    with language("en-XA"):
        said = [words for row in rows for words in words_of(row)]
        said += [words for codes in VOCABULARIES for words in codes.values()]
        said += [reflection.reflection_introduction(), reflection.parse_centre_check_in("root", 4)]
        said += self_tests.judge_self_test("modified_thomas", right=4, left=-9, baseline=(16, -8)).words
        score = questionnaires.score_questionnaire("phq2", {"phq2_1": 3, "phq2_2": 3})
        said += [score.words, score.crisis, *(line.call for line in score.help)]
        said += screening.closing_texts().values()
    assert len(said) > 3000
    assert [words for words in said if find_untranslated(words, allowed=("findahelpline.com",))] == []


def test_an_exercise_in_the_terminal_is_english_in_no_other_language() -> None:
    known = exercise_library.exercises()
    with language("en-XA"):
        for name in ("side_plank", "dead_bug", "quadruped_hip_extension", "seated_belly_breath"):
            one = known[name]
            names = {*known, one.source, *one.published, *one.published_other, *(part.source for part in one.also)}
            assert [line for line in exercise_text.exercise_text(one) if find_untranslated(line, allowed=names)] == []


def test_the_check_of_english_can_fail() -> None:
    one = breath_techniques.find_technique("box")
    assert "Box breathing" in list(words_of(one)) and find_untranslated(one.title) == ["Box", "breathing"]


def test_every_code_has_words_and_all_words_a_code() -> None:
    names = {f"{codes.key}.{code}".replace(".", "-") for codes in VOCABULARIES for code in codes}
    names |= {f"knowledge-move-{move}" for move in Move}
    used = exercise_library.exercises().values()
    names |= {f"knowledge-caution-{code}" for one in used for code in one.caution_codes}
    names |= {f"knowledge-stop-{code}" for one in used for code in one.stop_codes}
    assert {name for name in names if name.startswith("knowledge-")} == set(keys("knowledge"))
    assert set(list_codes("knowledge.stop")) == {"sharp_pain", "leg_nerve_signs", "saddle_signs"}
    assert all(words for codes in VOCABULARIES for words in codes.values())


def test_words_are_those_of_the_moment() -> None:
    one = exercise_library.find_exercise("bridge")
    assert one.label == "Glute bridge"
    with language("en-XA"):
        assert one.label.startswith("⟦") and plain(one.label) == "Glute bridge"
    assert one.label == "Glute bridge"
