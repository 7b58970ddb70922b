"""No module of the package imports itself by way of others, wherever in a module the import stands."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "psoas").rglob("*.py"))
}


def imported_modules(code: str, known: Mapping[str, object]) -> set[str]:
    """Modules of ``known`` that a piece of code imports, in functions and for type checkers as well."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & known.keys()
            # A package is needed for what is its own: for a name that is not one of its modules.
            found |= {node.module} if inner - known.keys() else set()
    return found & known.keys()


def cycles(graph: Mapping[str, set[str]]) -> list[set[str]]:
    """Groups of modules that lead back to themselves: strongly connected components of more than one module."""
    reach = {name: _reachable(graph, name) for name in graph}
    found = {name: frozenset(other for other in reach[name] if name in reach[other]) for name in graph}
    return [set(group) for group in dict.fromkeys(found.values()) if group]


def _reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """Everything that a chain of imports leads to; the start itself when a chain leads back."""
    found: set[str] = set()
    todo = list(graph[start])
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            todo += graph[one]
    return found


def test_there_is_no_import_cycle() -> None:
    graph = {name: imported_modules(path.read_text(encoding="utf-8"), MODULES) for name, path in MODULES.items()}
    assert sum(len(targets) for targets in graph.values()) > 500
    assert cycles(graph) == []


def test_a_cycle_is_found() -> None:
    known = dict.fromkeys(("a", "a.b", "a.c"))
    assert imported_modules("def f():\n    from a import b, thing", known) == {"a", "a.b"}
    assert imported_modules("from a import b\nimport numpy", known) == {"a.b"}
    assert cycles({"a": {"a.b"}, "a.b": {"a.c"}, "a.c": set()}) == []
    assert cycles({"a": {"a.b"}, "a.b": {"a.c"}, "a.c": {"a.b"}}) == [{"a.b", "a.c"}]
    assert cycles({"a": {"a"}}) == [{"a"}]
