"""One door for every export of an analysed folder."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

import pyarrow.parquet as pq

from psoas.core.csv_text import write_csv
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.exports.c3d_results import write_c3d_results
from psoas.exports.chart_files import write_chart_files
from psoas.exports.matlab_file import write_matlab_file
from psoas.exports.opensim_files import write_opensim_files
from psoas.exports.result_tables import result_tables
from psoas.exports.results import load_results
from psoas.report.report_context import ReportContext


class ExportFormat(StrEnum):
    """What an analysed folder can be written as."""

    CSV = "csv"
    PARQUET = "parquet"
    MATLAB = "matlab"
    OPENSIM = "opensim"
    C3D = "c3d"
    FIGURES = "figures"


def export_results(folder: Path, out: Path, formats: Iterable[ExportFormat] = tuple(ExportFormat)) -> list[Path]:
    """Write an analysed folder in other formats: all of them, or nothing.

    Args:
        folder: Left by ``psoas analyze``.
        out: The folder to write into; each format gets a folder of its own there.
        formats: Which; all by default.

    Returns:
        The files that were written.

    Raises:
        InputError: ``folder`` is not an analysed one, was refused for its quality, or ``out`` cannot be written.
    """
    reading = ReportContext(load_results(folder).stored)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".export.") as name:
            draft = Path(name)
            written: list[Path] = []
            for one in dict.fromkeys(formats):
                place = draft / one.value
                place.mkdir()
                written += _WRITERS[one](reading, place)
            return [_move(file, out / file.relative_to(draft)) for file in written]
    except OSError as error:
        raise InputError(message("stored.unwritable", path=str(out), reason=str(error.strerror or error))) from error


def _move(file: Path, to: Path) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    return file.replace(to)


def _write_csv(reading: ReportContext, out: Path) -> list[Path]:
    paths = []
    for name, table in result_tables(reading).items():
        paths.append(out / f"{name}.csv")
        write_csv(table, paths[-1])
    return paths


def _write_parquet(reading: ReportContext, out: Path) -> list[Path]:
    paths = []
    for name, table in result_tables(reading).items():
        paths.append(out / f"{name}.parquet")
        pq.write_table(table, paths[-1])
    return paths


def _write_matlab(reading: ReportContext, out: Path) -> list[Path]:
    return [write_matlab_file(result_tables(reading), out / "psoas.mat")]


_WRITERS: dict[ExportFormat, Callable[[ReportContext, Path], list[Path]]] = {
    ExportFormat.CSV: _write_csv,
    ExportFormat.PARQUET: _write_parquet,
    ExportFormat.MATLAB: _write_matlab,
    ExportFormat.OPENSIM: write_opensim_files,
    ExportFormat.C3D: write_c3d_results,
    ExportFormat.FIGURES: write_chart_files,
}
