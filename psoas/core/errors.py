"""Every error that misuse or bad input can raise: one tree, coded messages, words made when read."""

from __future__ import annotations

from collections.abc import Sequence

from psoas.core.catalogue import render, text
from psoas.core.message import Message, literal

SHOWN = 6
"""At most this many faults are spelled out; the rest are counted."""


class PsoasError(Exception):
    """Root of the tree: catch this to catch everything that Psoas raises on purpose.

    Args:
        faults: Every fault found, a message each. A plain text is taken as it is.
    """

    def __init__(self, *faults: Message | str) -> None:
        self.messages = tuple(literal(one) if isinstance(one, str) else one for one in faults)
        super().__init__(*self.messages)

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults in the current language, one line each."""
        return tuple(render(one) for one in self.messages)

    def __str__(self) -> str:
        """At most six faults, then how many more there are, in the current language."""
        return "\n".join(shorten(self.faults))


class InputError(PsoasError):
    """A file or an argument that cannot be used; carries all faults found."""


class BodyError(PsoasError):
    """A body whose muscles cannot work: names the muscle and the posture."""


def shorten(faults: Sequence[str]) -> list[str]:
    """At most six lines, then how many more there are."""
    more = len(faults) - SHOWN
    return [*faults[:SHOWN], *([text("list.more", count=more)] if more > 0 else [])]
