"""Every error that misuse or bad input can raise: one tree, messages that say what would have worked."""

from __future__ import annotations

from collections.abc import Sequence

SHOWN = 6
"""At most this many faults are spelled out; the rest are counted."""


class PsoasError(Exception):
    """Root of the tree: catch this to catch everything that Psoas raises on purpose."""


class InputError(PsoasError):
    """A file or an argument that cannot be used; carries all faults found, one line each."""

    def __init__(self, *faults: str) -> None:
        self.faults: tuple[str, ...] = faults
        super().__init__("\n".join(shorten(faults)))


class BodyError(PsoasError):
    """A body that fails its own gate: names the muscle and the posture."""


def shorten(faults: Sequence[str]) -> list[str]:
    """At most six lines, then how many more there are."""
    more = len(faults) - SHOWN
    return [*faults[:SHOWN], *([f"and {more} more"] if more > 0 else [])]
