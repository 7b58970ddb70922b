"""On which line of a TOML file a key stands, so that a fault can say where; ``tomllib`` keeps no lines."""

from __future__ import annotations

import re
from collections import Counter

Path = tuple[str | int, ...]
"""Keys from the outside in; a table of an array by its place, from 0: ("events", 2, "day")."""
_PART = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_HEADER = re.compile(rf"^\s*(\[\[?)\s*({_PART}(?:\s*\.\s*{_PART})*)\s*\]")
_KEY = re.compile(rf"^\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_OPEN = re.compile(r"=\s*\[\s*(?:#.*)?$")
_FENCES = re.compile(r'"""|\'\'\'')
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def index_lines(text: str) -> dict[Path, int]:
    """Every table and key of a TOML text with its first line, from 1, and the elements of an array that begin a line of
    their own. Lines within a text of several lines count for nothing; keys of an inline table stand where it does."""
    found: dict[Path, int] = {}
    table: Path = ()
    array: Path = ()
    counted: Counter[Path] = Counter()
    inside = False
    for line, content in enumerate(text.splitlines(), 1):
        fenced, inside = inside, inside ^ bool(len(_FENCES.findall(content)) % 2)
        if fenced:
            continue
        if header := _HEADER.match(content):
            table = _parts(header[2])
            if header[1] == "[[":
                counted[table] += 1
                found.setdefault(table, line)
                table = (*table, counted[table] - 1)
            found.setdefault(table, line)
        elif key := _KEY.match(content):
            path = (*table, *_parts(key[1]))
            found.setdefault(path, line)
            array = path if _OPEN.search(content) else ()
        elif array and content.lstrip().startswith("{"):
            found[(*array, counted[array])] = line
            counted[array] += 1
    return found


def find_line(lines: dict[Path, int], path: Path) -> int:
    """The line of a path, or of the nearest table around it that has one; 1 where there is none."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 1)


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))


def broken_line(text: str, error: str) -> tuple[int, str]:
    """The line at which ``tomllib`` gave up, from its own English error, and the error without the place; the last line
    at the end of the document."""
    found = _PLACE.search(error)
    line = int(found[1]) if found and found[1] else max(len(text.splitlines()), 1)
    return line, error[: found.start()] if found else error
