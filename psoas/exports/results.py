"""Results in Python, one line from pandas and xarray."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from psoas.analysis.analysis_io import StoredAnalysis, load_analysis
from psoas.analysis.summary_model import Summary
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.sides import SIDES
from psoas.exports.cycle_tables import has_cycles
from psoas.exports.frame_table import frame_table
from psoas.exports.result_tables import result_tables
from psoas.report.report_context import ReportContext

if TYPE_CHECKING:
    import xarray


@dataclass(frozen=True)
class Results:
    """An analysed folder as tables.

    ``frames`` has a row a frame, ``cycles`` each stride or repetition at 0 to 100 percent, ``cycles_mean`` their mean
    and spread; units are in the columns' names. ``results.frames.to_pandas()`` is a data frame.
    """

    stored: StoredAnalysis

    @property
    def summary(self) -> Summary:
        """The summary of the analysis."""
        return self.stored.summary

    @cached_property
    def _reading(self) -> ReportContext:
        return ReportContext(self.stored)

    @cached_property
    def frames(self) -> pa.Table:
        """One row a frame."""
        return frame_table(self._reading)

    @cached_property
    def tables(self) -> dict[str, pa.Table]:
        """``frames``, and where there are strides or repetitions ``cycles`` and ``cycles_mean``."""
        return result_tables(self._reading)

    def to_xarray(self) -> xarray.Dataset:
        """Every column over ``time_s``; where there are cycles, also as NAME_cycle over ``side``, ``cycle`` and
        ``percent``, NaN where a side has fewer.

        Raises:
            InputError: xarray is not installed.
        """
        try:
            import xarray
        except ImportError as error:
            raise InputError(message("exports.no_xarray")) from error
        time = self.frames["time_s"].to_numpy()
        names = [name for name in self.frames.column_names if name != "time_s"]
        columns: dict[str, tuple[tuple[str, ...], Floats]] = {
            name: (("time_s",), self.frames[name].to_numpy()) for name in names
        }
        coordinates: dict[str, Floats | list[str]] = {"time_s": time}
        layout = self._reading.layout
        if has_cycles(layout):
            most = max(len(layout.intervals[side]) for side in SIDES)
            coordinates |= {"side": list(SIDES), "cycle": np.arange(1.0, most + 1), "percent": layout.x}
            for name in names:
                room = np.full((len(SIDES), most, len(layout.x)), np.nan)
                for i, side in enumerate(SIDES):
                    cut = layout.cut(self.frames[name].to_numpy(), time, side)
                    room[i, : len(cut)] = cut
                columns[f"{name}_cycle"] = (("side", "cycle", "percent"), room)
        return xarray.Dataset(columns, coords=coordinates, attrs={"source": self.summary.source.file})


def load_results(folder: str | Path) -> Results:
    """Read an analysed folder.

    Args:
        folder: Left by ``psoas analyze``.

    Raises:
        InputError: It is not an analysed folder, or the recording was refused for its quality.
    """
    stored = load_analysis(Path(folder))
    if stored.summary.refused:
        raise InputError(message("exports.refused", folder=str(folder)))
    return Results(stored)
