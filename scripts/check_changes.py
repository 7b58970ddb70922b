"""``make check``: lint, types and the nearest tests of what has changed, in about a minute.

Changed is what differs from the last commit, or from ``--since REV`` (``make check SINCE=main``). Types are checked for
the whole project, which takes a second when mypy has its cache. Tests run in the order of their distance: first those
that import a changed file, then those that import these; when the time is over the rest is counted, for ``make test``
to run. Slow tests are left out.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from scripts.import_graph import ROOT, distances, import_graph

SECONDS = 45.0
"""Time for tests; lint and types take some ten seconds more."""
BESIDE: Mapping[str, str] = {
    "frontend/": "tests/structure/test_frontend_structure.py",
    "docs/": "tests/docs/test_docs.py",
    "mkdocs.yml": "tests/docs/test_docs.py",
    "Makefile": "tests/docs/test_docs.py",
    "pyproject.toml": "tests/structure/test_structure.py",
    "requirements/": "tests/structure/test_structure.py",
}
"""Tests of files that no Python file imports, by how their names start."""
SUFFIXES = {".ftl": "tests/core/test_catalogue.py", ".html": "tests/core/test_app_words.py"}
"""Likewise by how they end."""


class Deadline:
    """A pytest plugin that stops before the next test when the time is over."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds
        self.left = 0

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Called for each test; true means that nothing more is to be done for it."""
        if self._clock() <= self._end:
            return None
        self.left = len(item.session.items) - item.session.items.index(item)
        item.session.shouldstop = "the time is over"
        return True


def changed_files(since: str, root: Path = ROOT) -> list[str]:
    """Files that differ from a revision, new ones included, deleted ones not."""
    asked = (["diff", "--name-only", "--diff-filter=d", since], ["ls-files", "--others", "--exclude-standard"])
    said = [subprocess.run(["git", *one], cwd=root, capture_output=True, text=True, check=True).stdout for one in asked]
    return sorted({name for text in said for name in text.splitlines() if (root / name).is_file()})


def modules_of(name: str, files: Iterable[str]) -> set[str]:
    """Python files that a changed file stands for: itself, or those of the package whose data it is."""
    if name.endswith(".py"):
        return {name}
    package, _, rest = name.partition("/data/")
    return {one for one in files if rest and Path(one).parent.as_posix() == package}


def nearest_tests(changed: Iterable[str], graph: Mapping[str, set[str]]) -> list[str]:
    """Test files to run, nearest first."""
    beside = {test for name in changed for start, test in BESIDE.items() if name.startswith(start)}
    beside |= {SUFFIXES[Path(name).suffix] for name in changed if Path(name).suffix in SUFFIXES}
    near = distances((one for name in changed for one in modules_of(name, graph)), graph)
    tests = {name: far for name, far in near.items() if Path(name).name.startswith("test_")}
    packages = {name.split("/")[1] for name in changed if name.startswith("psoas/")}
    order = sorted(tests, key=lambda name: (tests[name], name.split("/")[1] not in packages, name))
    return [*sorted(beside - tests.keys()), *order]


def run(*command: str) -> bool:
    """Whether a tool finds nothing wrong."""
    print(f"$ {' '.join(command)}", flush=True)
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False).returncode == 0


def run_tests(tests: list[str], seconds: float) -> bool:
    """Whether the tests that fit into the time pass."""
    deadline = Deadline(seconds)
    os.chdir(ROOT)
    code = pytest.main(["-q", "-x", "-m", "not slow", "-p", "no:cacheprovider", *tests], plugins=[deadline])
    if code == pytest.ExitCode.INTERRUPTED and deadline.left:
        print(f"The time is over; {deadline.left} tests are left to `make test`.")
        return True
    return code in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def main() -> int:
    """0 when nothing was found wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--since", default="HEAD")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--no-tests", action="store_true")
    asked = parser.parse_args()
    changed = changed_files(asked.since)
    python = [name for name in changed if name.endswith(".py")]
    fine = True
    if python:
        fine &= run("ruff", "check", *python)
        fine &= run("ruff", "format", "--check", *python)
        fine &= run("mypy")
    if any(name.startswith("frontend/") for name in changed):
        fine &= subprocess.run([sys.executable, "hatch_build.py", "check"], cwd=ROOT, check=False).returncode == 0
    fine &= run("scripts.typescript_rules", "--check")
    if not fine or asked.no_tests:
        return 0 if fine else 1
    tests = nearest_tests(changed, import_graph())
    print(f"{len(changed)} changed files, {len(tests)} test files, nearest first", flush=True)
    return 0 if not tests or run_tests(tests, asked.seconds) else 1


if __name__ == "__main__":
    sys.exit(main())
