"""Which Python file of this project imports which, read from the text alone; nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("psoas", "tests", "scripts")


def project_files(root: Path = ROOT) -> list[str]:
    """Python files of the project, relative to ``root``."""
    return sorted(str(path.relative_to(root)) for folder in FOLDERS for path in (root / folder).rglob("*.py"))


def module_file(name: str, files: Iterable[str]) -> str | None:
    """The file of a module: ``psoas/core/errors.py`` for ``psoas.core.errors``; None where there is none."""
    base = name.replace(".", "/")
    return next((one for one in (f"{base}.py", f"{base}/__init__.py") if one in files), None)


def imported_files(text: str, files: Iterable[str]) -> set[str]:
    """Files of the project that a module's text imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [one if module_file(one, files) else node.module for one in inner]
        else:
            continue
        found |= {path for name in names if (path := module_file(name, files))}
    return found


def import_graph(root: Path = ROOT) -> dict[str, set[str]]:
    """For each file the files that it imports."""
    files = set(project_files(root))
    return {name: imported_files((root / name).read_text(encoding="utf-8"), files) for name in sorted(files)}


def distances(changed: Iterable[str], graph: Mapping[str, set[str]]) -> dict[str, int]:
    """How many imports lie between each file and the nearest changed one: 0 for those, 1 for who imports them."""
    users: dict[str, set[str]] = {}
    for name, targets in graph.items():
        for target in targets:
            users.setdefault(target, set()).add(name)
    found = {name: 0 for name in changed if name in graph}
    edge = set(found)
    while edge:
        step = {user for name in edge for user in users.get(name, set())} - found.keys()
        found |= dict.fromkeys(step, 1 + max(found.values()))
        edge = step
    return found
