"""Lists of names inside messages, cut where they would hide the rest of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.core.message import Message, literal, message

MOST_NAMES = 6
"""At most this many names are spelled out; the rest are counted."""
LONGEST = 30
"""Longest piece of a file's own text that a message shows, in letters."""


def name_list(names: Sequence[str], *, most: int = MOST_NAMES) -> Message:
    """ "a, b, c and 4 more": names as they are, with commas between them.

    Args:
        names: At least one name.
        most: How many are spelled out.
    """
    shown = ", ".join(names[:most])
    more = len(names) - most
    return message("list.some", names=shown, count=more) if more > 0 else literal(shown)


def either(names: Sequence[str]) -> Message:
    """ "a, b or c": names of which one is expected."""
    if len(names) < 2:
        return literal("".join(names))
    return message("list.either", list=", ".join(names[:-1]), item=names[-1])


def quoted(text: str) -> str:
    """A file's own text in quotes, on one line and at most 30 letters long."""
    return repr(text if len(text) <= LONGEST else text[: LONGEST - 3] + "...")
