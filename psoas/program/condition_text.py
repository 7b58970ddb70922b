"""Conditions of the intake as keys of the catalogue: ``age >= 65`` is ``condition.age.from.65``, words for a person."""

from __future__ import annotations

_WORDS = {"=": "is", "<": "under", ">=": "from", ">": "over"}


def condition_key(condition: str) -> str:
    """The key of the sentence that says a condition to the person.

    Args:
        condition: As tables write it: a question alone, or compared, such as ``pain_where has belly``.

    Returns:
        A key that ``catalogue.has`` may not know: such a condition is told by its question. One that holds while nobody
        said ("pain_weeks? < 6") has "unsaid" in its key.
    """
    words = condition.replace("?", " unsaid").split()
    return ".".join(["condition", *(_WORDS.get(word, word) for word in words)])
