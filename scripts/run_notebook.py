"""Runs the code cells of a notebook in order, in one namespace; an error names the cell and the line.

python -m scripts.run_notebook docs/notebooks/walking.ipynb [--html PAGE]

Needs the standard library alone: no Jupyter. Cells run in the notebook's own folder, as Jupyter runs them. The
last expression of a cell is shown as Jupyter would show it; the notebook stays as it is. ``--html`` writes one page
with all words, code and results.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import html
import io
import json
import linecache
import os
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STYLE = "body { max-width: 46rem; margin: 2rem auto; font-family: sans-serif } pre { overflow-x: auto }"


@dataclass(frozen=True)
class Cell:
    """A cell of a notebook: ``number`` counts code cells from 1, as Jupyter does; 0 for words."""

    number: int
    source: str


@dataclass(frozen=True)
class Result:
    """What a cell printed, and its last expression as HTML or plain text ("" for none)."""

    printed: str
    shown: str


class CellError(Exception):
    """A cell failed; the message names the cell, the line and the error."""


def read_cells(path: Path) -> list[Cell]:
    """All cells of a notebook in format 4, in order."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells, count = [], 0
    for cell in notebook["cells"]:
        count += cell["cell_type"] == "code"
        cells.append(Cell(count if cell["cell_type"] == "code" else 0, "".join(cell["source"])))
    return cells


def run_cell(cell: Cell, namespace: dict[str, Any]) -> Result:
    """Run one code cell; raises CellError."""
    name = f"<cell {cell.number}>"
    # Tracebacks look source lines up here.
    linecache.cache[name] = (len(cell.source), None, cell.source.splitlines(keepends=True), name)
    printed, value = io.StringIO(), None
    try:
        tree = ast.parse(cell.source, name)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        with contextlib.redirect_stdout(printed):
            exec(compile(tree, name, "exec"), namespace)
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), name, "eval"), namespace)
    except SyntaxError as error:
        raise CellError(f"cell {cell.number}, line {error.lineno}: {error.msg}") from error
    except Exception as error:
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == name]
        line = lines[-1] if lines else "?"
        raise CellError(f"cell {cell.number}, line {line}: {type(error).__name__}: {error}") from error
    return Result(printed.getvalue(), "" if value is None else as_html(value))


def as_html(value: object) -> str:
    """A value as Jupyter would show it: by its own HTML or SVG, else as text."""
    for method in ("_repr_html_", "_repr_svg_"):
        if hasattr(value, method):
            return str(getattr(value, method)())
    return f"<pre>{html.escape(repr(value))}</pre>"


def run_notebook(path: Path) -> list[tuple[Cell, Result]]:
    """Run every cell in the notebook's folder; raises CellError."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    found = []
    with contextlib.chdir(path.parent):
        for cell in read_cells(path):
            found.append((cell, run_cell(cell, namespace) if cell.number else Result("", "")))
    return found


def as_page(path: Path, found: list[tuple[Cell, Result]]) -> str:
    """Words, code and results on one page."""
    parts = [f"<!doctype html><meta charset='utf-8'><title>{html.escape(path.stem)}</title><style>{STYLE}</style>"]
    for cell, result in found:
        parts.append(f"<pre>{html.escape(cell.source)}</pre>" if cell.number else words_as_html(cell.source))
        parts.append(f"<pre>{html.escape(result.printed)}</pre>" if result.printed else "")
        parts.append(result.shown)
    return "\n".join(part for part in parts if part)


def words_as_html(source: str) -> str:
    """The headings and paragraphs of a cell of words."""
    found = []
    for block in filter(None, source.split("\n\n")):
        level = len(block) - len(block.lstrip("#"))
        tag, text = (f"h{level}", block[level:].strip()) if level else ("p", block)
        found.append(f"<{tag}>{html.escape(text)}</{tag}>")
    return "\n".join(found)


def main(arguments: list[str]) -> int:
    """Run the notebook that the command line names."""
    parser = argparse.ArgumentParser(description="Run a notebook without Jupyter.")
    parser.add_argument("notebook", type=Path)
    parser.add_argument("--html", type=Path, help="write words, code and results to this page")
    given = parser.parse_args(arguments)
    try:
        found = run_notebook(given.notebook.resolve())
    except CellError as error:
        cause = error.__cause__
        if cause is not None:
            traceback.print_exception(cause)
        print(f"{given.notebook}{os.linesep}  {error}", file=sys.stderr)
        return 1
    for cell, result in found:
        if cell.number:
            print(f"[{cell.number}] {result.printed.rstrip()}")
    if given.html:
        given.html.write_text(as_page(given.notebook, found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
