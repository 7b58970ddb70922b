"""``make check`` and the hooks: which tests stand near a change, what is too large, and when the time is over."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts import check_changes, import_graph, large_files

GRAPH = {
    "psoas/core/a.py": set[str](),
    "psoas/core/b.py": {"psoas/core/a.py"},
    "psoas/web/page.py": {"psoas/core/b.py"},
    "tests/core/test_b.py": {"psoas/core/b.py"},
    "tests/web/test_page.py": {"psoas/web/page.py"},
    "tests/web/test_other.py": {"psoas/core/a.py"},
}


def test_imports_are_read_in_every_form() -> None:
    files = {"psoas/core/a.py", "psoas/core/__init__.py", "psoas/__init__.py"}
    code = "import psoas.core.a\nfrom psoas.core import a, X\ndef f():\n    from psoas import Body\nimport numpy\n"
    assert import_graph.imported_files(code, files) == files


def test_distance_counts_imports() -> None:
    assert import_graph.distances(["psoas/core/a.py"], GRAPH) == {
        "psoas/core/a.py": 0,
        "psoas/core/b.py": 1,
        "tests/web/test_other.py": 1,
        "psoas/web/page.py": 2,
        "tests/core/test_b.py": 2,
        "tests/web/test_page.py": 3,
    }


def test_the_nearest_tests_come_first() -> None:
    assert check_changes.nearest_tests(["psoas/core/a.py"], GRAPH) == [
        "tests/web/test_other.py",
        "tests/core/test_b.py",
        "tests/web/test_page.py",
    ]
    assert check_changes.nearest_tests(["docs/index.md", "README.md"], GRAPH) == ["tests/docs/test_docs.py"]
    assert check_changes.nearest_tests(["psoas/locale/en/nav.ftl"], GRAPH) == ["tests/core/test_catalogue.py"]
    assert check_changes.nearest_tests(["psoas/web/data/x.toml"], GRAPH) == ["tests/web/test_page.py"]


def test_tests_of_files_without_imports_exist(root: Path) -> None:
    tests = [*check_changes.BESIDE.values(), *check_changes.SUFFIXES.values()]
    assert [name for name in tests if not (root / name).is_file()] == []
    assert [name for name in check_changes.BESIDE if not (root / name).exists()] == []


def test_the_graph_of_this_project_is_found() -> None:
    graph = import_graph.import_graph()
    assert "psoas/core/arrays.py" in graph["psoas/recording/recording.py"]
    near = check_changes.nearest_tests(["psoas/core/sides.py"], graph)
    assert len(near) > 20


def test_changed_files_are_those_of_git(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@b.c"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    for name in ("kept", "changed", "gone"):
        (tmp_path / name).write_text(name)
    git("add", ".")
    git("commit", "-m", "Begin")
    (tmp_path / "changed").write_text("else")
    (tmp_path / "gone").unlink()
    (tmp_path / "new").write_text("")
    assert check_changes.changed_files("HEAD", tmp_path) == ["changed", "new"]


def test_tests_stop_when_the_time_is_over(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_a(): pass\ndef test_b(): pass\ndef test_c(): pass\n")
    times = iter([0.0, 1.0, 5.0, 11.0, 12.0])
    deadline = check_changes.Deadline(10.0, lambda: next(times))
    result = pytester.inline_run("-p", "no:cacheprovider", plugins=[deadline])
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert len(result.listoutcomes()[0]) == 2
    assert deadline.left == 1


def test_large_files_are_named(tmp_path: Path) -> None:
    small, large = tmp_path / "small", tmp_path / "large"
    small.write_bytes(b"0" * large_files.MOST_BYTES)
    large.write_bytes(b"0" * (large_files.MOST_BYTES + 1))
    assert large_files.large_files([str(small), str(large), str(tmp_path / "gone")]) == [str(large)]


def test_no_file_is_too_large(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True)
    assert large_files.large_files(listed.stdout.splitlines()) == []


def test_hooks_are_local(root: Path) -> None:
    text = (root / ".pre-commit-config.yaml").read_text()
    assert text.count("repo:") == text.count("repo: local") == 1
    assert "http" not in text
