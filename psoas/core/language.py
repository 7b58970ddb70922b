"""The language that words are made in: a context variable, and the choice among languages that a browser asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

DEFAULT = "en"
PSEUDO = ACCENTED, KEYS = "en-XA", "en-XK"
"""Made from English for tests (``psoas.core.pseudo``): accented letters in brackets; keys in place of words."""

_current: ContextVar[str] = ContextVar("language", default=DEFAULT)
_ASKED = re.compile(
    r"([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?", re.IGNORECASE
)


@cache
def available_languages() -> tuple[str, ...]:
    """The languages that have words: the folders of ``psoas/locale``, the default first."""
    found = sorted(entry.name for entry in files("psoas").joinpath("locale").iterdir() if entry.is_dir())
    return tuple(sorted(found, key=lambda name: name != DEFAULT))


def current_language() -> str:
    """The language of this thread or task."""
    return _current.get()


@contextmanager
def language(code: str) -> Iterator[str]:
    """Make words in another language inside a ``with`` block, in this thread or task only.

    Args:
        code: One of ``available_languages()`` or of ``PSEUDO``; upper or lower case.

    Raises:
        ValueError: There is no such language; the message names those that there are.
    """
    known = {name.lower(): name for name in (*available_languages(), *PSEUDO)}
    if code.lower() not in known:
        raise ValueError(f"No words in language {code!r}; expected one of: {', '.join(available_languages())}")
    token = _current.set(known[code.lower()])
    try:
        yield known[code.lower()]
    finally:
        _current.reset(token)


def written_language(code: str) -> str:
    """The language that files and rules for numbers exist in: English for a pseudo language, else itself."""
    return DEFAULT if code in PSEUDO else code


def negotiate(header: str, available: Sequence[str] | None = None) -> str:
    """The best of the ``available`` languages for an ``Accept-Language`` header (RFC 9110, lookup of RFC 4647).

    Args:
        header: As the browser sent it, such as ``de-CH, en;q=0.8``. What is malformed is passed over.
        available: Languages to choose from; all that have words by default.

    Returns:
        A language of ``available``; the default language where the header leads to none.
    """
    offered = {name.lower(): name for name in (available_languages() if available is None else available)}
    asked = _asked(header)
    refused = {tag for tag, weight in asked if weight == 0}
    for tag, weight in asked:
        found = _lookup(tag, [name for name in offered if name not in refused]) if weight else None
        if found:
            return offered[found]
    return DEFAULT


def _asked(header: str) -> list[tuple[str, float]]:
    """Tags in lower case with their weights, the most wanted first."""
    matches = [_ASKED.fullmatch(part.strip()) for part in header[:1000].split(",")]
    tags = [(match[1].lower(), float(match[2] or 1)) for match in matches if match]
    return sorted(tags, key=lambda pair: -pair[1])


def _lookup(tag: str, offered: Sequence[str]) -> str | None:
    """The tag itself, else what is left of it part by part, else a regional form of it."""
    if tag == "*":
        return DEFAULT if DEFAULT in offered else next(iter(offered), None)
    parts = tag.split("-")
    shorter = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next(
        (one for one in shorter if one in offered), next((o for o in offered if o.startswith(f"{parts[0]}-")), None)
    )
