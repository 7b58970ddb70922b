"""Tables of TOML files with typed look-ups: a slip in a data file names file, table, key, and what would work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Never

from psoas.core.errors import InputError
from psoas.core.message import message

Numbers = tuple[float, ...]


class TomlTable:
    """One table of a TOML file.

    Args:
        where: The file, and the way to the table: ``trunk.toml [force]``.
        fields: What ``tomllib`` read.
    """

    def __init__(self, where: str, fields: Mapping[str, object]) -> None:
        self.where = where
        self._fields = fields

    def __iter__(self) -> Iterator[str]:
        """Keys in the order of the file."""
        return iter(self._fields)

    def __contains__(self, key: object) -> bool:
        """Whether a key is there."""
        return key in self._fields

    def text(self, key: str, default: str | None = None) -> str:
        """A text; ``InputError`` where it is missing, unless there is a default, or is something else."""
        value = self._fields.get(key, default)
        return value if isinstance(value, str) else self._refuse(key, value, "text")

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; raises as ``text`` does."""
        value = self._fields.get(key, default)
        if isinstance(value, list | tuple):
            words = tuple(one for one in value if isinstance(one, str))
            if len(words) == len(value):
                return words
        return self._refuse(key, value, "texts")

    def number(self, key: str, default: float | None = None) -> float:
        """A number; raises as ``text`` does."""
        value = self._fields.get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        return self._refuse(key, value, "number")

    def numbers(self, key: str, default: Numbers | None = None) -> Numbers:
        """A list of numbers; raises as ``text`` does."""
        value = self._fields.get(key, default)
        if isinstance(value, list | tuple):
            found = tuple(float(one) for one in value if isinstance(one, int | float) and not isinstance(one, bool))
            if len(found) == len(value):
                return found
        return self._refuse(key, value, "numbers")

    def pair(self, key: str) -> tuple[float, float]:
        """Two numbers, such as the ends of a range; raises as ``text`` does."""
        found = self.numbers(key)
        return (found[0], found[1]) if len(found) == 2 else self._refuse(key, list(found), "pair")

    def flag(self, key: str) -> bool:
        """true or false; raises as ``text`` does."""
        value = self._fields.get(key)
        return value if isinstance(value, bool) else self._refuse(key, value, "flag")

    def table(self, key: str) -> TomlTable:
        """A table inside this one; raises as ``text`` does."""
        value = self._fields.get(key)
        return self._inner(key, value) if isinstance(value, dict) else self._refuse(key, value, "table")

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        """A list of tables, empty where the key is missing; raises as ``text`` does for something else."""
        value = self._fields.get(key, [])
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return tuple(self._inner(f"{key} {number}", one) for number, one in enumerate(value, 1))
        return self._refuse(key, value, "tables")

    def inner_tables(self) -> dict[str, TomlTable]:
        """All tables inside this one by their keys."""
        return {key: self._inner(key, value) for key, value in self._fields.items() if isinstance(value, dict)}

    def _inner(self, key: str, fields: Mapping[str, object]) -> TomlTable:
        return TomlTable(f"{self.where} [{key}]", fields)

    def _refuse(self, key: str, value: object, kind: str) -> Never:
        expected = message(f"toml.kind.{kind}")
        if value is None:
            raise InputError(message("toml.missing", where=self.where, key=key, expected=expected))
        raise InputError(message("toml.wrong", where=self.where, key=key, value=repr(value), expected=expected))
