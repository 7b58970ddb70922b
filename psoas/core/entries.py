"""Parsed messages by language and identifier: the quick reader first, Fluent's own where that one gives up."""

from __future__ import annotations

from functools import cache

from psoas.core.fluent_pattern import Entry, parse_plain
from psoas.core.locale_files import message_names, message_source


@cache
def entry(language: str, name: str) -> Entry:
    """A message ready to be formatted.

    Args:
        language: One that has words, or a pseudo language.
        name: Identifier as Fluent writes it.

    Raises:
        KeyError: The message, or one that it refers to, does not exist in that language.
        ValueError: Its source is not Fluent.
    """
    source = message_source(language, name)
    plain = parse_plain(source)
    if plain:
        return plain
    from psoas.core import fluent_runtime  # takes 50 ms to import; most runs need only plain messages

    return fluent_runtime.parse(language, source)


@cache
def resource_source(language: str, prefixes: tuple[str, ...]) -> str:
    """Fluent source of the messages at and below each of some identifiers, and of those that they refer to.

    Raises:
        KeyError: Nothing is at or below one of them.
    """
    found: dict[str, str] = {}
    for prefix in prefixes:
        names = message_names(language, prefix)
        if not names:
            raise KeyError(f"no message at or below {prefix!r} in language {language!r}")
        for name in names:
            found |= {one: message_source(language, one) for one in [name, *_needs(language, name)]}
    return "".join(f"{source}\n" for source in found.values())


def _needs(language: str, name: str) -> list[str]:
    """Identifiers of what a message refers to."""
    source = message_source(language, name)
    if parse_plain(source):
        return []
    from psoas.core import fluent_runtime, message_syntax

    return list(fluent_runtime.closure(language, message_syntax.parse_source(source)))
