"""Reads the knowledge tables: TOML rows checked field by field, and every fault of a table told together."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping
from importlib.resources import files
from typing import Any, TypeVar

from psoas.core.errors import InputError

EVIDENCE = {
    "measured": "measured in people",
    "trial": "tested against something else in people",
    "model": "computed with a model of the body",
    "expert": "what guidelines and practitioners agree on",
    "tradition": "handed down, not tested",
}
"""Levels of evidence, in plain words."""
Made = TypeVar("Made")


class TableRow:
    """One table row: typed look-ups that note a fault and go on, so that all faults of a file come together."""

    def __init__(self, where: str, fields: Mapping[str, Any], faults: list[str]) -> None:
        self.where, self._fields, self.faults = where, fields, faults
        self._read: set[str] = set()

    def fault(self, text: str) -> None:
        """Note what is wrong with this row."""
        self.faults.append(f"{self.where}: {text}")

    def _get(self, key: str, kind: type | tuple[type, ...], name: str, default: Any) -> Any:
        self._read.add(key)
        value = self._fields.get(key, default)
        if value is None:
            self.fault(f"'{key}' is missing; expected {name}")
        elif not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fault(f"'{key}' is {value!r}; expected {name}")
        else:
            return value
        return None

    def text(self, key: str, default: str | None = None) -> str:
        """A text; missing without ``default`` is a fault."""
        found = self._get(key, str, "a text", default)
        if found is not None and not found.strip() and default is None:
            self.fault(f"'{key}' is empty")
        return found or ""

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts, none of them empty."""
        found = self._get(key, (list, tuple), "a list of texts", default)
        if found is None:
            return ()
        if any(not isinstance(one, str) or not one.strip() for one in found):
            self.fault(f"'{key}' holds something that is not a text")
            return ()
        return tuple(found)

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number from ``low`` to ``high``."""
        found = self._get(key, (int, float), "a number", default)
        if found is not None and not low <= found <= high:
            self.fault(f"'{key}' is {found:g}; expected {low:g} to {high:g}")
        return float(found or 0.0)

    def flag(self, key: str, default: bool = False) -> bool:
        """True or false."""
        return bool(self._get(key, bool, "true or false", default))

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """One of the ``allowed`` words."""
        found = self.text(key, default)
        if found and found not in allowed:
            self.fault(f"'{key}' is '{found}'; expected {', '.join(allowed)}")
        return found

    def choices(self, key: str, allowed: Collection[str], default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Some of the ``allowed`` words."""
        found = self.texts(key, default)
        for one in found:
            if one not in allowed:
                self.fault(f"'{key}' holds '{one}'; expected {', '.join(allowed)}")
        return found

    def rows(self, key: str, default: list[Any] | None = None) -> list[TableRow]:
        """The tables of an array, each a row of its own."""
        found = self._get(key, list, "a list of tables", default) or []
        if any(not isinstance(one, dict) for one in found):
            self.fault(f"'{key}' holds something that is not a table")
            return []
        return [TableRow(f"{self.where} {key} {i}", one, self.faults) for i, one in enumerate(found, 1)]

    def list_of_lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        found = self._get(key, list, "a list of lists of texts", [])
        good = all(
            isinstance(part, list) and part and all(isinstance(one, str) for one in part) for part in found or []
        )
        if not good:
            self.fault(f"'{key}' is not a list of lists of texts")
            return ()
        return tuple(tuple(part) for part in found or [])

    def close(self) -> None:
        """Every field of a row has a meaning: an unread one is a fault."""
        for key in self._fields:
            if key not in self._read:
                self.fault(f"'{key}' is not known; expected {', '.join(sorted(self._read))}")


def read_knowledge_file(name: str) -> dict[str, Any]:
    """One TOML table of ``psoas/knowledge/data``."""
    return tomllib.loads(files("psoas.knowledge").joinpath("data", name).read_text(encoding="utf-8"))


def read_rows(
    name: str, make: Callable[[str, TableRow], Made], *, given: Mapping[str, Any] | None = None
) -> dict[str, Made]:
    """All rows of a table by id, made by ``make(id, row)``; ``given`` stands for the file's content.

    Raises ``InputError`` with every fault of the table.
    """
    faults: list[str] = []
    made = {}
    for key, fields in (read_knowledge_file(name) if given is None else given).items():
        if not isinstance(fields, dict):
            faults.append(f"{name} {key}: expected a table")
            continue
        row = TableRow(f"{name} {key}", fields, faults)
        made[key] = make(key, row)
        row.close()
    if faults:
        raise InputError(*faults)
    return made
