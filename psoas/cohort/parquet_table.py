"""The rows as one Parquet file: written whole or not at all, in the order of file names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from psoas.cohort.journal import sync_folder
from psoas.cohort.table_schema import Row, table_schema
from psoas.core.csv_text import write_csv
from psoas.core.errors import InputError
from psoas.core.message import message


def rows_to_table(rows: Iterable[Row]) -> pa.Table:
    """Rows as a table sorted by file, with the same columns whatever the rows hold."""
    ordered = sorted(rows, key=lambda row: str(row["file"]))
    return pa.Table.from_pylist(ordered, schema=table_schema(ordered))


def write_table(rows: Iterable[Row], path: Path) -> None:
    """Write the table to ``path`` in one step, as its suffix says; raises ``InputError`` when that cannot be done."""
    table, write = rows_to_table(rows), WRITERS[path.suffix]
    _in_one_step(path, lambda draft: write(table, draft))


def _write_parquet(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path)


WRITERS: Mapping[str, Callable[[pa.Table, Path], None]] = {".parquet": _write_parquet, ".csv": write_csv}
"""How a table is written, by the suffix of its file."""


def write_csv_table(table: pa.Table, path: Path) -> None:
    """Write a table as CSV in one step; raises ``InputError`` when that cannot be done."""
    _in_one_step(path, lambda draft: write_csv(table, draft))


def write_text(text: str, path: Path) -> None:
    """Write a text file in one step; raises ``InputError`` when that cannot be done."""
    _in_one_step(path, lambda draft: draft.write_text(text, encoding="utf-8"))


def _in_one_step(path: Path, write: Callable[[Path], object]) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(draft)
        with draft.open("r+b") as file:
            os.fsync(file.fileno())
        os.replace(draft, path)
        sync_folder(path.parent)
    except OSError as error:
        raise InputError(message("stored.unwritable", path=str(path), reason=str(error.strerror))) from error
    finally:
        draft.unlink(missing_ok=True)
