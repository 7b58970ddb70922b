"""When two answers of the product are the same: trees of JSON, and pages by their numbers.

Numbers are equal to nine digits; ids, codes and names are equal; what people read may be worded anew; more fields and
more pages are welcome. The tables below say what was renamed since, what holds words, and what differs from run to run.
A path is the keys from the top, joined by ``/``, with ``*`` for the place in a list; ``*`` in a table stands for any
part of a path, ``/`` included.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import translate
from functools import cache
from typing import Any

RELATIVE, ABSOLUTE = 1e-9, 1e-12
RENAMED_FIELDS: dict[str, str] = {}
"""Path of a frozen field -> its last key today, such as ``"program/phases/*/moves_on": "go_on_when"``."""
RENAMED_VALUES: dict[tuple[str, str], str] = {}
"""Path and frozen text -> the text today, such as ``("program/schema", "psoas.program/1"): "psoas.program/2"``."""
RENAMED_PAGES: dict[str, str] = {}
"""Frozen address of a page -> its address today, such as ``"/story": "/you"``."""
WORDS = (
    "summary/coordinates_deg/*/label",
    "summary/coordinates_deg/*/positive",
    "summary/coordinates_deg/*/clinical",
    "summary/quality/reasons",
    "summary/forces/expected_error",
    "summary/forces/choices",
    "summary/notes",
    "assessment/screening/entries/*/title",
    "assessment/screening/entries/*/words",
    "assessment/screening/closing",
    "assessment/*help/*/name",
    "assessment/*help/*/place",
    "assessment/*help/*/call",
    "assessment/findings/*/title",
    "assessment/findings/*/sentence",
    "assessment/findings/*/norm",
    "assessment/findings/*/against",
    "assessment/findings/*/changes_by",
    "assessment/scores/*/words",
    "assessment/scores/*/crisis",
    "assessment/judgements/*/words",
    "assessment/timeline",
    "assessment/moved/*/words",
    "assessment/changes/*/words",
    "assessment/notes",
    "program/phases/*/title",
    "program/phases/*/moves_on",
    "program/phases/*/sessions/*/items/*/label",
    "program/phases/*/sessions/*/items/*/tempo",
    "program/phases/*/sessions/*/items/*/because/*/words",
    "program/phases/*/sessions/*/items/*/asks",
    "program/breaks/*/label",
    "program/breaks/*/tempo",
    "program/breaks/*/because/*/words",
    "program/breaks/*/asks",
    "program/rules",
    "program/left_out/*/why",
    "program/notes",
    "program/advice/*",
)
"""Fields that hold what people read. Whether they are there is not asked, nor what is in them."""
VARIES = ("summary/timing_ms_per_frame", "summary/versions")
"""Fields that differ from run to run, or from release to release."""


def kept(tree: Any, path: str) -> Any:
    """A tree without words and without what varies."""
    if isinstance(tree, Mapping):
        return {key: kept(one, f"{path}/{key}") for key, one in tree.items() if not _ignored(f"{path}/{key}")}
    return [kept(one, f"{path}/*") for one in tree] if isinstance(tree, (list, tuple)) else tree


def faults(frozen: Any, live: Any, path: str, where: str = "") -> Iterator[str]:
    """Where a tree of today is not what was frozen, a line each."""
    where = where or path
    if isinstance(frozen, Mapping) and isinstance(live, Mapping):
        for key, one in frozen.items():
            named = RENAMED_FIELDS.get(f"{path}/{key}", key)
            if _ignored(f"{path}/{key}"):
                continue
            if named not in live:
                yield f"{where}/{named}: is missing"
            else:
                yield from faults(one, live[named], f"{path}/{key}", f"{where}/{named}")
    elif isinstance(frozen, list) and isinstance(live, list):
        if len(frozen) != len(live):
            yield f"{where}: {len(live)} entries, frozen are {len(frozen)}"
        for place, (one, now) in enumerate(zip(frozen, live, strict=False)):
            yield from faults(one, now, f"{path}/*", f"{where}/{place}")
    elif not same(RENAMED_VALUES.get((path, frozen), frozen) if isinstance(frozen, str) else frozen, live):
        yield f"{where}: {live!r}, frozen is {frozen!r}"


def same(frozen: Any, live: Any) -> bool:
    """Whether two values are equal; numbers to nine digits, and true is no number."""
    numbers = [isinstance(one, (int, float)) and not isinstance(one, bool) for one in (frozen, live)]
    if all(numbers):
        return math.isclose(frozen, live, rel_tol=RELATIVE, abs_tol=ABSOLUTE)
    return type(frozen) is type(live) and bool(frozen == live)


def page_faults(frozen: Mapping[str, Any], live: Mapping[str, Any]) -> Iterator[str]:
    """Where the pages of today do not show the frozen numbers."""
    for address, one in frozen.items():
        named = _address(address)
        now = live.get(named)
        if now is None:
            yield f"{named}: no link leads there"
            continue
        for key in ("status", "files"):
            if one.get(key) != now.get(key):
                yield f"{named}: {key} {now.get(key)}, frozen is {one.get(key)}"
        if "to" in one and _address(one["to"]) != now.get("to"):
            yield f"{named}: leads to {now.get('to')}, frozen is {_address(one['to'])}"
        yield from _number_faults(one.get("numbers", []), now.get("numbers", []), now.get("near", []), named)
        for name, tree in one.get("data", {}).items():
            yield from faults(tree, now.get("data", {}).get(name), name, f"{named} {name}")


def told(found: Iterable[str], most: int = 30) -> str:
    """Faults to read, the first of them."""
    lines = list(found)
    more = [f"and {len(lines) - most} more"] if len(lines) > most else []
    return "\n".join([*lines[:most], *more])


def _number_faults(frozen: list[float], live: list[float], near: list[str], where: str) -> Iterator[str]:
    """The first number that differs, with what stands about it, and how many there are."""
    for place, (one, now) in enumerate(zip(frozen, live, strict=False)):
        if not same(one, now):
            yield f"{where}: number {place + 1} is {now:g}, frozen is {one:g}, in {near[place]!r}"
            break
    if len(frozen) != len(live):
        yield f"{where}: {len(live)} numbers, frozen are {len(frozen)}"


def _address(frozen: str) -> str:
    """An address of today; a renamed page takes its questions, such as ``?phase=drive``, with it."""
    path, mark, asked = frozen.partition("?")
    return RENAMED_PAGES.get(frozen, RENAMED_PAGES.get(path, path) + mark + asked)


@cache
def _ignored(path: str) -> bool:
    return any(pattern.match(path) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(translate(one)) for one in (*WORDS, *VARIES))
