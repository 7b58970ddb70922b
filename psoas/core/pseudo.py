"""Pseudo languages made from English: accented letters in brackets, and keys in place of words. For tests only.

``en-XA`` shows on a page what did not come from the catalogue: it is the only plain English left. ``en-XK`` shows what
depends on the wording: with keys in place of words it no longer works.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from fluent.syntax import FluentSerializer, ast

from psoas.core.message_syntax import nodes, parse_source

OPEN, CLOSE = "⟦", "⟧"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTED_LETTERS = "áƀçđéƒĝĥíĵķĺɱñóƥɋŕšţúṽŵẋýžÁɃÇĐÉƑĜĤÍĴĶĹⱮÑÓƤɊŔŠŢÚṼŴẊÝŽ"
_ACCENT = str.maketrans(LETTERS, ACCENTED_LETTERS)
_NO_ACCENT = str.maketrans(ACCENTED_LETTERS, LETTERS)
_PROTECTED = re.compile(r"(https?://[^\s<>\"]+|</?[a-zA-Z][^<>]*>|&#?\w+;)")
_PLACEABLES = re.compile("([\ue000-\uf8ff])")
_BRACKETS = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_WORD = re.compile(r"(?<!\w)[A-Za-z]{3,}(?!\w)")


def accent(text: str) -> str:
    """A text with every letter accented, except in URLs, HTML tags and HTML character references."""
    parts = _PROTECTED.split(text)
    return "".join(part if number % 2 else part.translate(_ACCENT) for number, part in enumerate(parts))


def plain(text: str) -> str:
    """The English that an accented text was made from."""
    return text.translate(_NO_ACCENT).replace(OPEN, "").replace(CLOSE, "")


def find_untranslated(text: str, allowed: Collection[str] = (), *, inside: bool = False) -> list[str]:
    """Plain English words in a text that should hold pseudo language only.

    Args:
        text: What a person reads. URLs, HTML tags and character references are passed over; give the texts of
            attributes, such as ``title``, by themselves.
        allowed: Words and phrases that are the same in every language, such as units and names of files.
        inside: Look inside the brackets, too: at values that were put into messages.

    Returns:
        Words of three letters and more, as often as they occur. A bracket without its partner protects nothing.
    """
    text = _PROTECTED.sub(" ", text)
    for phrase in sorted(allowed, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text)
    while not inside and _BRACKETS.search(text):
        text = _BRACKETS.sub(" ", text)
    return _WORD.findall(text)


def accented_source(source: str) -> str:
    """Fluent source of a message in the language ``en-XA``: accented, each text of it in brackets."""
    message = parse_source(source)
    for pattern in nodes(message, ast.Pattern):
        _accent(pattern)
    for pattern in _own_patterns(message):
        if any(re.search("[a-zA-Z]", plain(one.value)) for one in nodes(pattern, ast.TextElement)):
            pattern.elements = [ast.TextElement(OPEN), *pattern.elements, ast.TextElement(CLOSE)]
    return FluentSerializer().serialize_entry(message).rstrip("\n")


def key_source(source: str) -> str:
    """Fluent source of a message in the language ``en-XK``: its key, and its values in brackets."""
    message = parse_source(source)
    names = [f".{one.id.name}" for one in message.attributes]
    for pattern, name in zip(_own_patterns(message), [""] * bool(message.value) + names, strict=True):
        values = dict.fromkeys(one.id.name for one in nodes(pattern, ast.VariableReference))
        pattern.elements = [ast.TextElement(message.id.name + name + ("(" if values else ""))]
        for number, value in enumerate(values):
            pattern.elements.append(ast.TextElement(f"{', ' if number else ''}{value}="))
            pattern.elements.append(ast.Placeable(ast.VariableReference(ast.Identifier(value))))
        pattern.elements += [ast.TextElement(")")] if values else []
    return FluentSerializer().serialize_entry(message).rstrip("\n")


def _own_patterns(message: ast.Message | ast.Term) -> list[ast.Pattern]:
    """The patterns of a message and its attributes, without those of variants."""
    return [*([message.value] if message.value else []), *(one.value for one in message.attributes)]


def _accent(pattern: ast.Pattern) -> None:
    """Accent the text of one pattern, variants aside, as a whole: a tag may have a placeable in it."""
    placeables = [one for one in pattern.elements if isinstance(one, ast.Placeable)]
    signs = iter(range(0xE000, 0xF8FF))
    joined = "".join(one.value if isinstance(one, ast.TextElement) else chr(next(signs)) for one in pattern.elements)
    pattern.elements = [
        placeables[ord(part) - 0xE000] if _PLACEABLES.fullmatch(part) else ast.TextElement(part)
        for part in _PLACEABLES.split(accent(joined))
        if part
    ]
