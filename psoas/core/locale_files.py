"""The Fluent files under ``psoas/locale``, cut into the source of each message. No file is read before it is needed.

The first part of a key names its file: ``body.title`` is the message ``body-title`` in ``locale/<language>/body.ftl``.
A whole parse of all files takes ten times longer than cutting, and most runs need few messages, so that each message is
parsed by itself when it is first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from psoas.core.language import ACCENTED, KEYS, written_language

TERMS = "terms"
"""The file of terms, ``-brand-name``, which any message may use."""
_BLOCK = re.compile(r"^(-?[a-zA-Z][\w-]*) *=.*(?:\n(?![-a-zA-Z#]).*)*", re.MULTILINE | re.ASCII)


@cache
def file_names(language: str) -> tuple[str, ...]:
    """The first parts that keys can have in a language."""
    folder = files("psoas").joinpath("locale", written_language(language))
    return tuple(sorted(entry.name.removesuffix(".ftl") for entry in folder.iterdir() if entry.name.endswith(".ftl")))


def message_source(language: str, name: str) -> str:
    """Fluent source of one message or term, without its comment.

    Args:
        language: One that has words, or a pseudo language.
        name: Identifier as Fluent writes it.

    Raises:
        KeyError: There is no such message in that language.
    """
    file = TERMS if name.startswith("-") else name.split("-")[0]
    source = message_blocks(written_language(language), file).get(name) if file in file_names(language) else None
    if source is None:
        raise KeyError(f"no message {name!r} in language {language!r}")
    return _pseudo_source(language, source) if language in (ACCENTED, KEYS) else source


def message_names(language: str, prefix: str = "") -> tuple[str, ...]:
    """Identifiers that are ``prefix`` or begin with it and a hyphen, in the order of the files; all without one."""
    names = [name for name in file_names(language) if not prefix or name == prefix.split("-")[0]]
    found = (one for name in names for one in message_blocks(written_language(language), name))
    return tuple(one for one in found if not prefix or one == prefix or one.startswith(f"{prefix}-"))


def split(text: str) -> dict[str, str]:
    """The messages of a Fluent file: source by identifier."""
    return {match[1]: match[0].rstrip("\n ") for match in _BLOCK.finditer(text)}


@cache
def message_blocks(language: str, file: str) -> Mapping[str, str]:
    """The messages of one file: source by identifier."""
    folder = files("psoas").joinpath("locale", language)
    return split(folder.joinpath(f"{file}.ftl").read_text(encoding="utf-8"))


def _pseudo_source(language: str, source: str) -> str:
    from psoas.core import pseudo  # needs the slow parser, and only tests come here

    return pseudo.accented_source(source) if language == ACCENTED else pseudo.key_source(source)
