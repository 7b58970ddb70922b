"""Conditions of the intake as keys of the catalogue: ``age >= 65`` is ``condition.age.from.65``, words for a person."""

from __future__ import annotations

_WORDS = {"<": "under", ">=": "from", ">": "over"}


def condition_key(condition: str) -> str:
    """The key of the sentence that says a condition to the person.

    Args:
        condition: As tables write it: a question alone, or compared, such as ``pain_where has belly``.

    Returns:
        A key that ``catalogue.has`` may not know: such a condition is told by its question.
    """
    return ".".join(["condition", *(_WORDS.get(word, word) for word in condition.split())])
