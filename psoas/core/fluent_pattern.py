"""Messages of text and plain variables, read without Fluent's parser: nine of ten, at a hundredth of the time.

What is left (selectors, functions, references, several lines) goes to ``psoas.core.fluent_runtime``. A test holds that
both read the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

_NAME = r"[a-zA-Z][a-zA-Z0-9_-]*"
_PLACEABLE = rf'\{{ *(?:\${_NAME}|"[^"\\\n]*") *\}}'
_LINE = rf"(?:[^{{}}\n]|{_PLACEABLE})+"
_ENTRY = re.compile(rf"{_NAME} *=(?P<value>{_LINE})?(?P<rest>(?:\n+ +\.{_NAME} *={_LINE})*)")
_ATTRIBUTE = re.compile(rf"\.({_NAME}) *=({_LINE})(?:\n|$)")
_PART = re.compile(rf'\{{ *\$({_NAME}) *\}}|\{{ *"([^"]*)" *\}}|([^{{}}]+)')

Plain = str | int | float | date
"""A value once messages in it are words."""


class MessagePattern(Protocol):
    """What a message says, with gaps."""

    @property
    def variables(self) -> frozenset[str]:
        """Names of the values that it needs."""

    def format(self, values: Mapping[str, Plain]) -> str:
        """The words, with every gap filled."""


@dataclass(frozen=True)
class Entry:
    """A parsed message: its own words, if it has any, and those of its attributes by name."""

    value: MessagePattern | None
    attributes: Mapping[str, MessagePattern]


@dataclass(frozen=True)
class PlainPattern:
    """Text and variables in turn: ``(text, name, text, ...)``, either of them empty where there is none."""

    parts: tuple[tuple[str, str], ...]

    @property
    def variables(self) -> frozenset[str]:
        """Names of the values that it needs."""
        return frozenset(name for _, name in self.parts if name)

    def format(self, values: Mapping[str, Plain]) -> str:
        """The words; numbers and dates as Python writes them."""
        return "".join(f"{text}{values[name]}" if name else text for text, name in self.parts)


def parse_plain(source: str) -> Entry | None:
    """A message from its source; ``None`` where it holds more than text, variables and quoted text, line by line."""
    match = _ENTRY.fullmatch(source)
    if match is None:
        return None
    attributes = {name: pattern(line) for name, line in _ATTRIBUTE.findall(match["rest"])}
    value = (match["value"] or "").strip(" ")
    if not (value or attributes) or not all(attributes.values()):
        return None
    return Entry(pattern(value) if value else None, {name: one for name, one in attributes.items() if one})


def pattern(line: str) -> PlainPattern | None:
    """The pattern of one line; ``None`` where nothing is on it."""
    parts = [(quoted or text, name) for name, quoted, text in _PART.findall(line.strip(" "))]
    return PlainPattern(tuple(parts)) if parts else None
