"""Names that somebody may have meant, for faults that say what would have worked."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from psoas.core.message import Message, literal, message


def nearest_names(name: str, known: Iterable[str], *, most: int = 3) -> tuple[str, ...]:
    """The known names that a name looks like, the nearest first; none where it looks like none."""
    return tuple(difflib.get_close_matches(name, list(known), n=most))


def either(names: Sequence[str]) -> Message:
    """ "a or b or c", as the language joins a choice. Raises ``ValueError`` where there is no name."""
    if not names:
        raise ValueError("Nothing to choose from; give at least one name")
    joined = literal(names[0])
    for one in names[1:]:
        joined = message("list.or", list=joined, item=one)
    return joined
