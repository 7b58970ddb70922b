"""The structure of the front end: unique file names, areas that import one way, no cycles, no unused exports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "frontend/src"
SCRIPTS = {path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.ts")}
IMPORT = re.compile(r"""\b(?:from|import)\s+"(\.[^"]+)\"""")
EXPORT = re.compile(r"^export (?:async )?(?:const|function|class|interface|type) (\w+)", re.MULTILINE)
ALLOWED = {
    "shared": {"shared"},
    "viewer": {"viewer", "shared"},
    "session": {"session", "shared"},
    "pages": {"pages", "session", "viewer", "shared"},
}
"""The areas that each area may import from."""


def imports(scripts: Mapping[str, str]) -> dict[str, set[str]]:
    """For each script, the scripts it imports, types included."""
    found: dict[str, set[str]] = {}
    for name, text in scripts.items():
        paths = ((Path("/", name).parent / target).resolve() for target in IMPORT.findall(text))
        targets = {path.relative_to("/").as_posix() for path in paths if path.suffix not in (".css", ".json", ".svg")}
        found[name] = {f"{target.removesuffix('.ts')}.ts" for target in targets}
    return found


def cycles(graph: Mapping[str, set[str]]) -> set[str]:
    """Modules that import each other in a circle, directly or through others; those that lead into one included."""
    left = dict(graph)
    while free := [name for name, targets in left.items() if not targets & left.keys()]:
        for name in free:
            del left[name]
    return set(left)


def unused_exports(scripts: Mapping[str, str]) -> set[str]:
    """Exported names that no other script mentions."""
    found = {(place, name) for place, text in scripts.items() for name in EXPORT.findall(text)}
    return {
        f"{place}: {name}"
        for place, name in found
        if not any(re.search(rf"\b{name}\b", text) for other, text in scripts.items() if other != place)
    }


def test_every_import_leads_to_a_file() -> None:
    graph = imports(SCRIPTS)
    assert len(graph) > 30
    assert {target for targets in graph.values() for target in targets} <= SCRIPTS.keys()


def test_there_is_no_import_cycle() -> None:
    assert cycles(imports(SCRIPTS)) == set()


def test_a_cycle_is_found() -> None:
    scripts = {"a/x.ts": 'import { y } from "./y";', "a/y.ts": 'import type { Z } from "../b/z";'}
    assert cycles(imports(scripts | {"b/z.ts": ""})) == set()
    assert cycles(imports(scripts | {"b/z.ts": 'import "../a/x";'})) == {"a/x.ts", "a/y.ts", "b/z.ts"}


def test_no_file_name_occurs_twice() -> None:
    names = Counter(path.name for path in SOURCE.rglob("*") if path.is_file())
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_an_area_imports_only_from_areas_below(name: str) -> None:
    areas = {target.split("/")[0] for target in imports(SCRIPTS)[name]}
    assert areas <= ALLOWED[name.split("/")[0]]


def test_every_export_is_used() -> None:
    assert unused_exports(SCRIPTS) == set()
    assert unused_exports({"a.ts": "export const x = 1;\nexport type Y = 1;", "b.ts": "x"}) == {"a.ts: Y"}


def test_scripts_hold_no_style_sheets() -> None:
    assert [name for name, text in SCRIPTS.items() if re.search(r"\{[^{}`]*\b(?:margin|padding): \d", text)] == []
