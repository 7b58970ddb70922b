"""The documentation is true: it builds strictly, asks no network, and its commands exist."""

from __future__ import annotations

import csv
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

import psoas
from psoas.body.postures import postures
from psoas.cli import app
from psoas.core.catalogue import render
from scripts import cli_reference

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LOADS = re.compile(r"<(?:script|img|iframe|source)[^>]*\ssrc=[\"']?https?:|<link[^>]*\shref=[\"']?https?:")


def commands(page: Path) -> list[list[str]]:
    """Command lines that a page shows in its bash blocks, split as a shell would."""
    blocks = re.findall(r"```bash\n(.*?)```", page.read_text(), re.DOTALL)
    return [shlex.split(line, comments=True) for block in blocks for line in block.splitlines() if line.strip()]


def unknown_words(words: list[str], command: Any) -> list[str]:
    """Sub-commands and options of one ``psoas ...`` line that the program does not know."""
    inner = getattr(command, "commands", {})
    if inner and words and not words[0].startswith("-"):
        return unknown_words(words[1:], inner[words[0]]) if words[0] in inner else [words[0]]
    known = {option for param in command.params for option in [*param.opts, *param.secondary_opts]}
    return [word for word in words if word.startswith("--") and word.split("=")[0] not in known]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_exists(page: Path) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    root = typer.main.get_command(app)
    for words in commands(page):
        if words[0] == "make":
            assert set(words[1:]) <= targets, words
        if words[0].endswith("psoas"):
            assert unknown_words(words[1:], root) == [], words


def test_every_make_target_named_in_prose_exists() -> None:
    makefile = (ROOT / "Makefile").read_text()
    named = {name for page in PAGES for name in re.findall(r"`make ([\w-]+)`", page.read_text())}
    assert {"setup", "clean"} <= named
    assert [name for name in sorted(named) if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []


def test_the_readme_sets_up_with_one_command_each() -> None:
    assert [words for words in commands(ROOT / "README.md") if words[0] == "make"] == [
        ["make", "run"],
        ["make", "serve"],
        ["make", "test"],
    ]


def test_the_command_reference_is_fresh() -> None:
    assert cli_reference.undocumented() == []
    assert cli_reference.PAGE.read_text() == cli_reference.reference(), "run: make cli-docs"


def test_a_command_without_help_or_unlisted_is_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = typer.Typer(help="Other.")

    @other.command()
    def bare(count: int = 1) -> None: ...

    @other.callback(help="Other.")
    def main() -> None: ...

    monkeypatch.setattr(cli_reference, "app", other)
    assert cli_reference.undocumented() == ["psoas bare", "psoas bare --count"]
    assert cli_reference.main(["--check"]) == 1
    assert unknown_words(["bare", "--size", "3"], typer.main.get_command(other)) == ["--size"]
    assert unknown_words(["gone"], typer.main.get_command(other)) == ["gone"]


def test_the_page_lists_every_command_with_its_options() -> None:
    page = cli_reference.PAGE.read_text()
    for name, command in getattr(typer.main.get_command(app), "commands", {}).items():
        assert f"## `psoas {name}`" in page
        assert [
            option for param in command.params for option in param.opts if option not in page and "-" in option
        ] == []


def test_documentation_builds_strictly_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(
        build, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) >= len(list((ROOT / "docs").glob("*.md")))
    assert [page.name for page in pages if LOADS.search(page.read_text())] == []
    assert LOADS.search('<script defer src="https://cdn.example/x.js">')


def test_the_changelog_starts_with_this_version() -> None:
    releases = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert releases[0] in {psoas.__version__, "Unreleased"}
    assert psoas.__version__ in releases


def test_the_page_of_the_body_lists_the_postures_there_are() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", (ROOT / "docs/body.md").read_text(), re.MULTILINE)
    listed = {name: label for name, label in rows if not name.endswith(("_deg", "_standing"))}
    assert listed == {name: render(posture.label) for name, posture in postures().items()}


def test_the_notice_names_every_publication_that_the_sources_page_names() -> None:
    notice = " ".join((ROOT / "NOTICE").read_text().split())
    rows = re.findall(r"^\| `\w+` \| ([^|]+) \|", (ROOT / "docs/sources.md").read_text(), re.MULTILINE)
    assert len(rows) >= 12
    assert [row for row in rows if not re.search(entry_of(row), notice)] == []
    assert not re.search(entry_of("Nobody et al. 2009, Clin Orthop Relat Res 467:1074"), notice)


def entry_of(citation: str) -> str:
    """What the notice's entry for a short citation looks like: first author, then year and volume within one entry."""
    found = re.match(r"(de \w+|Della \w+|De \w+|\w+)[^,]* (\d{4}),.*?(\d+):", citation)
    assert found, citation
    return rf"{found[1]}[^;]*{found[2]}; {found[3]}\b"


def test_every_source_key_in_the_data_is_explained() -> None:
    pages = (ROOT / "docs/sources.md").read_text() + (ROOT / "docs/knowledge.md").read_text()
    known = set(re.findall(r"^\| `(\w+)` \|", pages, re.MULTILINE)) | {"assumed"}
    # The app's own tables hold words, not figures.
    tables = [path for path in sorted((ROOT / "psoas").rglob("data/*")) if "web" not in path.parts]
    used = {key: path.name for path in tables for key in source_keys(path)}
    assert len(used) > 5
    assert {key: where for key, where in used.items() if key not in known} == {}


def source_keys(path: Path) -> set[str]:
    """Values of every key or column whose name ends in ``source`` in a TOML or CSV table."""
    text = path.read_text(encoding="utf-8") if path.suffix in {".toml", ".csv"} else ""
    if path.suffix == ".csv":
        rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
        return {value for row in rows for column, value in row.items() if column and column.endswith("source")}
    return set(re.findall(r"^\w*source = \"([^\"]+)\"", text, re.MULTILINE))
