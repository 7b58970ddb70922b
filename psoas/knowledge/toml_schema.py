"""Reads the knowledge tables: TOML rows checked field by field, and every fault of a table reported together."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from importlib.resources import files
from typing import TypeAlias, TypeVar, Union

from psoas.core.coded_words import CodedWords
from psoas.core.errors import InputError
from psoas.core.message import Message, literal, message
from psoas.core.toml_lines import Path, find_line, index_lines
from psoas.knowledge.row_words import WordedRow, find_unused_words, find_word_faults

TomlValue: TypeAlias = Union[str, bool, int, float, date, time, "list[TomlValue]", "dict[str, TomlValue]"]
"""What a TOML file can hold."""
TomlTable: TypeAlias = Mapping[str, TomlValue]


class EvidenceLevel(StrEnum):
    """How much speaks for a claim."""

    MEASURED = "measured"
    TRIAL = "trial"
    MODEL = "model"
    EXPERT = "expert"
    TRADITION = "tradition"


EVIDENCE = CodedWords("knowledge.evidence", [str(one) for one in EvidenceLevel])
"""What a level of evidence means."""
Made = TypeVar("Made")
Kind = TypeVar("Kind")
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class TomlFile:
    """A parsed file: its name, its content, and where its keys stand (nothing where it was not read from a text)."""

    name: str
    content: TomlTable
    lines: Mapping[Path, int] = field(default_factory=dict)


class TableRow:
    """One table row: typed look-ups that note a fault and go on, so that all faults of a file come together.

    Args:
        where: How faults name the row.
        fields: Its content.
        faults: Where faults are added.
        file: The file that it stands in, for the line numbers of faults.
        path: Where in the file.
    """

    def __init__(
        self, where: str, fields: TomlTable, faults: list[Message], *, file: TomlFile | None = None, path: Path = ()
    ) -> None:
        self.where, self.faults = where, faults
        self._fields, self._file, self._path = fields, file, path
        self._read: set[str] = set()

    def fault(self, what: Message | str, key: str = "") -> None:
        """Note what is wrong with this row, or with the value of one of its keys."""
        said = literal(what) if isinstance(what, str) else what
        if self._file is None or not self._file.lines:
            name = f"{self._file.name} {self.where}" if self._file else self.where
            self.faults.append(message("table.fault", row=name, what=said))
            return
        line = find_line(dict(self._file.lines), (*self._path, key) if key else self._path)
        self.faults.append(message("table.fault_at", file=self._file.name, line=line, row=self.where, what=said))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are there."""
        return tuple(self._fields)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; missing without ``default`` is a fault."""
        found = self._get(key, str, "a_text", default)
        if found is not None and not found.strip() and default is None:
            self.fault(message("table.empty", key=key, expected=message("table.expected.a_text")), key)
        return found or ""

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        found = self._get(key, list, "texts", None if default is None else list(default))
        if found is None:
            return ()
        made = tuple(one for one in found if isinstance(one, str) and one.strip())
        if len(made) < len(found):
            self.fault(message("table.holds_other", key=key, expected=message("table.expected.texts")), key)
            return ()
        return made

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number from ``low`` to ``high``."""
        found = self._get(key, (int, float), "a_number", default)
        if found is not None and not low <= found <= high:
            self.fault(
                message("table.out_of_range", key=key, value=f"{found:g}", low=f"{low:g}", high=f"{high:g}"), key
            )
        return float(found or 0.0)

    def count(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number from ``low`` to ``high``."""
        found = self.number(key, low, high, default)
        if found != int(found):
            self.fault(message("table.not_whole", key=key, value=f"{found:g}"), key)
        return int(found)

    def numbers(self, key: str, default: tuple[float, ...] | None = None) -> tuple[float, ...]:
        """A list of numbers."""
        found = self._get(key, list, "numbers", None if default is None else list(default)) or []
        made = tuple(float(one) for one in found if isinstance(one, int | float) and not isinstance(one, bool))
        if len(made) < len(found):
            self.fault(message("table.holds_other", key=key, expected=message("table.expected.numbers")), key)
        return made

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        return bool(self._get(key, bool, "a_flag", default))

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """One of the ``allowed`` words."""
        found = self.text(key, default)
        if found and found not in allowed:
            self.fault(message("table.not_one_of", key=key, value=found, allowed=", ".join(allowed)), key)
        return found

    def member(self, key: str, allowed: Iterable[Choice]) -> Choice:
        """One of the ``allowed`` members of an enumeration; the first of them after a fault."""
        members = {str(one): one for one in allowed}
        return members.get(self.choice(key, members), next(iter(members.values())))

    def choices(self, key: str, allowed: Collection[str], default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Some of the ``allowed`` words."""
        found = self.texts(key, default)
        for one in found:
            if one not in allowed:
                self.fault(message("table.holds_unknown", key=key, value=one, allowed=", ".join(allowed)), key)
        return found

    def members(self, key: str, allowed: Iterable[Choice]) -> tuple[Choice, ...]:
        """Some of the ``allowed`` members of an enumeration."""
        members = {str(one): one for one in allowed}
        return tuple(members[one] for one in self.choices(key, members) if one in members)

    def row(self, key: str) -> TableRow | None:
        """A table in the row, as a row of its own; None where it is missing or something else."""
        found = self._get(key, dict, "a_table", None)
        return None if found is None else self._inner(f"{self.where} {key}", found, (key,))

    def optional_row(self, key: str) -> TableRow | None:
        """As ``row``, where it may be missing."""
        return self.row(key) if key in self._fields else None

    def rows(self, key: str, default: list[TomlValue] | None = None) -> list[TableRow]:
        """The tables of an array, each a row of its own."""
        found = self._get(key, list, "tables", default) or []
        tables = [one for one in found if isinstance(one, dict)]
        if len(tables) < len(found):
            self.fault(message("table.holds_other", key=key, expected=message("table.expected.tables")), key)
            return []
        return [self._inner(f"{self.where} {key} {i + 1}", one, (key, i)) for i, one in enumerate(tables)]

    def rows_by_key(self, key: str) -> dict[str, TableRow]:
        """The tables in a table by their key; none where it is missing."""
        outer = self.optional_row(key)
        found = {one: outer.row(one) for one in outer.keys} if outer else {}
        return {name: one for name, one in found.items() if one is not None}

    def list_of_lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        found = self._get(key, list, "lists", []) or []
        made = tuple(
            tuple(one for one in part if isinstance(one, str)) for part in found if isinstance(part, list) and part
        )
        if [len(one) for one in made] != [len(one) if isinstance(one, list) else -1 for one in found]:
            self.fault(message("table.holds_other", key=key, expected=message("table.expected.lists")), key)
            return ()
        return made

    def close(self) -> None:
        """Every field of a row has a meaning: an unread one is a fault."""
        for key in self._fields:
            if key not in self._read:
                self.fault(message("table.unknown_key", key=key, allowed=", ".join(sorted(self._read))), key)

    def _inner(self, where: str, fields: TomlTable, below: Path) -> TableRow:
        return TableRow(where, fields, self.faults, file=self._file, path=(*self._path, *below))

    def _get(
        self, key: str, kind: type[Kind] | tuple[type[Kind], ...], expected: str, default: Kind | None
    ) -> Kind | None:
        """The value of a key where it is of the kind; a fault, and None, where it is not."""
        self._read.add(key)
        value = self._fields.get(key)
        if value is None:
            if default is None:
                self.fault(message("table.missing", key=key, expected=message(f"table.expected.{expected}")))
            return default
        if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
            return value
        self.fault(
            message("table.wrong_kind", key=key, value=repr(value), expected=message(f"table.expected.{expected}")), key
        )
        return None


def read_knowledge_file(name: str) -> TomlFile:
    """One TOML table of ``psoas/knowledge/data``.

    Raises:
        InputError: It is not TOML; the message names the file and the place.
    """
    source = files("psoas.knowledge").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    return parse_knowledge_file(name, source)


def parse_knowledge_file(name: str, source: str) -> TomlFile:
    """A table from its text; raises as ``read_knowledge_file`` does."""
    try:
        return TomlFile(name, tomllib.loads(source), index_lines(source))
    except tomllib.TOMLDecodeError as fault:
        raise InputError(message("table.not_toml", file=name, error=str(fault))) from None


def read_rows(
    name: str,
    make: Callable[[str, TableRow], Made],
    *,
    given: TomlTable | None = None,
    words: str | tuple[str, ...] = (),
    below: str = "",
) -> dict[str, Made]:
    """All rows of a table by id, made by ``make(id, row)``.

    Args:
        name: The file under ``psoas/knowledge/data``.
        make: Makes a row and notes its faults.
        given: Stands for the file's content; its words are not checked.
        words: Keys that the words of the rows stand below in the catalogue. Each row needs its words, each message its
            row.
        below: Key of the table in the file that holds the rows; the file itself where it is left out.

    Raises:
        InputError: Every fault of the table, with its line.
    """
    file = read_knowledge_file(name) if given is None else TomlFile(name, given)
    faults: list[Message] = []
    made = make_rows(
        file, make, faults, check_words=given is None and bool(words), below=below if given is None else ""
    )
    if given is None and words:
        needed = [one for row in made.values() if isinstance(row, WordedRow) for one in row.needed_words()]
        for key in [words] if isinstance(words, str) else words:
            faults += find_unused_words(key, needed, table=name)
    if faults:
        raise InputError(*faults)
    return made


def make_rows(
    file: TomlFile,
    make: Callable[[str, TableRow], Made],
    faults: list[Message],
    *,
    check_words: bool,
    below: str = "",
) -> dict[str, Made]:
    """The rows of a file by id, made by ``make(id, row)``; what is wrong with them, and with their words where asked,
    goes to ``faults``."""
    made: dict[str, Made] = {}
    content = file.content.get(below, {}) if below else file.content
    for key, fields in content.items() if isinstance(content, Mapping) else ():
        path: Path = (below, key) if below else (key,)
        if not isinstance(fields, dict):
            TableRow(key, {}, faults, file=file, path=path).fault(message("table.row_not_table"))
            continue
        row = TableRow(key, fields, faults, file=file, path=path)
        made[key] = one = make(key, row)
        row.close()
        if check_words and isinstance(one, WordedRow):
            for needed in one.needed_words():
                for fault in find_word_faults(needed):
                    row.fault(fault)
    return made
