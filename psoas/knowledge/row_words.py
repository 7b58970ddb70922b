"""The words of a row of knowledge: they stand in the catalogue under the row's identifier, and a row looks them up.

``title = RowText("")`` in a class with ``words_key`` "breath_technique.box" reads the message of that name;
``purpose = RowText()`` its attribute ``.purpose``; ``how = RowTexts()`` its attributes ``.how-1``, ``.how-2``. Nothing
is kept: each look is in the language of the moment.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self, overload

from psoas.core.catalogue import attribute, has, text, texts
from psoas.core.language import DEFAULT
from psoas.core.locale_files import message_blocks
from psoas.core.message import Message, Value, message, message_id

_ATTRIBUTE = re.compile(r"^ +\.([\w-]+) *=", re.MULTILINE)


@dataclass(frozen=True)
class NeededWords:
    """What the catalogue must hold for a row: attributes of the message ``key`` ("" for its own words), and numbered
    ones with their count (0: at least one)."""

    key: str
    texts: Collection[str]
    counts: Mapping[str, int] = field(default_factory=dict)


class WordedRow(ABC):
    """A row whose words stand in the catalogue."""

    @property
    @abstractmethod
    def words_key(self) -> str:
        """Key of its message."""

    @property
    def words_values(self) -> Mapping[str, Value]:
        """Values that its numbered texts need."""
        return {}

    def needed_words(self) -> tuple[NeededWords, ...]:
        """What the catalogue must hold: what the class looks up. Rows with parts of their own add those."""
        looked_up = [one for kind in type(self).__mro__ for one in vars(kind).values()]
        single = {one.name for one in looked_up if isinstance(one, RowText)}
        listed = [one.name for one in looked_up if isinstance(one, RowTexts) and one.is_needed(self)]
        return (NeededWords(self.words_key, single, dict.fromkeys(listed, 0)),)


class RowText:
    """One text of a row.

    Args:
        name: Attribute of the message; the name of the field where it is left out, the message itself where it is "".
    """

    def __init__(self, name: str | None = None) -> None:
        self._asked, self.name = name, name or ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the field."""
        self.name = name if self._asked is None else self._asked

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: WordedRow, owner: type) -> str: ...
    def __get__(self, row: WordedRow | None, owner: type) -> Self | str:
        """The words in the current language."""
        if row is None:
            return self
        return attribute(row.words_key, self.name) if self.name else text(row.words_key)


class RowTexts:
    """A numbered list of texts of a row, at least one unless it is ``optional``.

    Args:
        name: What the attributes are called before their number; the name of the field where it is left out.
        optional: A row may have none.
    """

    def __init__(self, name: str = "", *, optional: bool = False) -> None:
        self.name, self.optional = name, optional

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the field."""
        self.name = self.name or name

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: WordedRow, owner: type) -> tuple[str, ...]: ...
    def __get__(self, row: WordedRow | None, owner: type) -> Self | tuple[str, ...]:
        """The words in the current language, in their order."""
        if row is None:
            return self
        return texts(row.words_key, self.name, **row.words_values) if self.is_needed(row) else ()

    def is_needed(self, row: WordedRow) -> bool:
        """Whether the row must have such texts: it has one already, or none is not allowed."""
        return not self.optional or has(row.words_key, self.name)


def find_word_faults(needed: NeededWords) -> Iterator[Message]:
    """What the English catalogue lacks or has too much of for one row."""
    name = message_id(needed.key)
    file = name.split("-")[0]
    source = message_blocks(DEFAULT, file).get(name)
    wanted = [f".{one}" for one in sorted(needed.texts) if one] + [f".{one}-1" for one in sorted(needed.counts)]
    if source is None:
        yield message("words.missing", file=f"{file}.ftl", name=name, attributes=", ".join(wanted) or "-")
        return
    found = _ATTRIBUTE.findall(source)
    numbers = {one: sorted(int(n) for a in found if (n := _number(a, one))) for one in needed.counts}
    known = {*needed.texts, *(f"{one}-{n}" for one, every in numbers.items() for n in every)}
    if "" in needed.texts and not re.match(r"[\w-]+ *=[ ]*\S", source):
        yield message("words.no_value", file=f"{file}.ftl", name=name)
    for one in sorted(set(needed.texts) - {"", *found}):
        yield message("words.no_attribute", file=f"{file}.ftl", name=name, attribute=f".{one}")
    for one, count in needed.counts.items():
        expected = count or max(1, len(numbers[one]))
        if numbers[one] != list(range(1, expected + 1)):
            yield message("words.count", file=f"{file}.ftl", name=name, attribute=f".{one}-", count=expected)
    for one in found:
        if one not in known:
            yield message("words.unknown_attribute", file=f"{file}.ftl", name=name, attribute=f".{one}")


def find_unused_words(prefix: str, needed: Iterable[NeededWords], *, table: str) -> list[Message]:
    """Messages at and below a key that no row of a table looks up."""
    start, used = message_id(prefix), {message_id(one.key) for one in needed}
    file = start.split("-")[0]
    names = [one for one in message_blocks(DEFAULT, file) if one == start or one.startswith(f"{start}-")]
    return [message("words.unused", file=f"{file}.ftl", name=name, table=table) for name in names if name not in used]


def _number(name: str, prefix: str) -> str:
    """The number of a numbered attribute; nothing for any other."""
    match = re.fullmatch(rf"{re.escape(prefix)}-(\d+)", name)
    return match[1] if match else ""
