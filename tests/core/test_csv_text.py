"""No text in a CSV of ours becomes a formula, and there is one writer of CSV."""

from __future__ import annotations

import ast
import csv
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.csv_text import FORMULA_STARTS, safe_cell, safe_table, write_csv

WRITERS = {"writer", "DictWriter", "to_csv", "write_csv"}
OURS = "psoas/core/csv_text.py"


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_formula_is_shown_as_text(tmp_path: Path, start: str) -> None:
    text = f'{start}HYPERLINK("http://example.org","walk")'
    table = pa.table({f"{start}column": [text, "walk", None], "number": [-1.5, 2.0, None]})
    write_csv(table, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(newline="", encoding="utf-8") as file:
        head, first, second, third = csv.reader(file)
    assert head == ["'" + start + "column", "number"]
    assert first == ["'" + text, "-1.5"] and second == ["walk", "2"] and third == ["", ""]


@given(st.lists(st.text()))
def test_a_table_is_guarded_as_its_cells_are(texts: list[str]) -> None:
    found = safe_table(pa.table({"text": pa.array(texts, pa.string())}))["text"].to_pylist()
    assert found == [safe_cell(text) for text in texts]
    assert not any(text.startswith(FORMULA_STARTS) for text in found)


def test_nobody_else_writes_csv(root: Path) -> None:
    found = []
    for path in sorted([*(root / "psoas").rglob("*.py"), *(root / "scripts").glob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node) if isinstance(node, ast.Attribute) and node.attr in WRITERS else ""
            if called.endswith(".to_csv") or called.startswith(("csv.", "arrow_csv.", "pa.csv.", "pyarrow.csv.")):
                found.append(path.relative_to(root).as_posix())
    assert set(found) == {OURS}
