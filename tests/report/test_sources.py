"""Every figure has a source that is named in full."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from psoas.analysis.summary import SOURCES
from psoas.core.errors import InputError
from psoas.core.sources import KINDS, STATUS, body_sources, find_body_source
from psoas.knowledge.practice_sources import all_sources

PACKAGE = Path(__file__).resolve().parents[2] / "psoas"


def used_in_tables() -> set[str]:
    """Keys in the ``source`` columns and entries of every table; the app's own are words on pages."""
    found: set[str] = set()
    for path in (path for path in PACKAGE.rglob("data/*") if "web" not in path.parts):
        text = path.read_text(encoding="utf-8") if path.suffix in {".toml", ".csv"} else ""
        if path.suffix == ".csv":
            rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
            found |= {v for row in rows for column, v in row.items() if column and column.endswith("source") and v}
        found |= set(re.findall(r"^\w*source = \"([^\"]+)\"", text, re.MULTILINE))
    return found


def used_in_code() -> set[str]:
    """Keys that docstrings and comments name as "source KEY"."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return set(re.findall(r"\(source ([a-z]\w*\d{4}|[a-z]+_\w+)", text)) | set(SOURCES)


@pytest.mark.parametrize("used", [used_in_tables, used_in_code])
def test_every_key_in_use_is_explained(used: object) -> None:
    keys = used()  # type: ignore[operator]
    assert len(keys) > 5
    assert keys - set(all_sources()) == set()


def test_every_source_says_what_it_is_and_how_we_know_it() -> None:
    for key, found in body_sources().items():
        assert found.kind in KINDS and found.status in STATUS, key
        assert found.title and found.use and found.citation.endswith("."), key
        assert (found.year == 0) == (key == "assumed"), key
        assert key == "assumed" or str(found.year) in found.citation or found.kind == "guide", key


def test_an_unknown_key_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="ward2009"):
        find_body_source("ward2008")
    assert find_body_source("ward2009").year == 2009
