"""Tables as comma-separated text that a spreadsheet opens without running anything: the one writer of CSV."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
"""A text that begins with one of these is a formula to a spreadsheet, or hides one (OWASP ASVS 5.0, 1.2.10)."""
GUARD = "'"
"""Put in front of such a text: a spreadsheet then shows it as it is."""
_PATTERN = r"^[=+\-@\t\r\n\x00]"


def safe_cell(text: str) -> str:
    """A text from a file or a person as a cell that no spreadsheet takes for a formula."""
    return GUARD + text if text.startswith(FORMULA_STARTS) else text


def safe_table(table: pa.Table) -> pa.Table:
    """The table with every text cell, and every name of a column, as ``safe_cell`` makes it; numbers stay numbers."""
    columns = [_safe_column(column) if pa.types.is_string(column.type) else column for column in table.columns]
    return pa.table(columns, names=[safe_cell(name) for name in table.column_names])


def _safe_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    hidden = pc.match_substring_regex(column, _PATTERN)
    return pc.if_else(hidden, pc.binary_join_element_wise(GUARD, column, ""), column)


def write_csv(table: pa.Table, path: Path) -> None:
    """Write a table as CSV (RFC 4180), its texts safe for spreadsheets."""
    arrow_csv.write_csv(safe_table(table), path)
