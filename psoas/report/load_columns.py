"""The columns of stored loads, read from their file one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from psoas.analysis.kinetics_io import LOADS
from psoas.core.arrays import Floats, Ints
from psoas.core.errors import InputError
from psoas.core.message import message


class LoadColumns(Mapping[str, Floats]):
    """Columns of numbers (T,) of an analysed folder's loads on the motion's own frames, NaN where there are none.

    A page shows some forty of more than two hundred columns; each is read when it is first asked for.
    """

    def __init__(self, folder: Path, time: Floats) -> None:
        """Look into the loads of ``folder``; ``time`` (T,) of the motion, seconds.

        Raises:
            InputError: The file is missing or damaged.
        """
        self._path, self._frames = folder / LOADS, len(time)
        self._read: dict[str, Floats] = {}
        try:
            schema = pq.read_schema(self._path)
            when = pq.read_table(self._path, columns=["time_s"])["time_s"].to_numpy()
        except (OSError, KeyError, pa.ArrowException) as error:
            raise self._unreadable(error) from error
        self._names = tuple(column.name for column in schema if pa.types.is_floating(column.type))
        self._place: Ints = nearest_frames(time, when)

    def __getitem__(self, name: str) -> Floats:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            try:
                stored = pq.read_table(self._path, columns=[name])[name].to_numpy()
            except (OSError, pa.ArrowException) as error:
                raise self._unreadable(error) from error
            self._read[name] = np.full(self._frames, np.nan)
            self._read[name][self._place] = stored
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def _unreadable(self, error: Exception) -> InputError:
        return InputError(message("stored.unreadable", path=str(self._path), reason=str(error)))


def nearest_frames(time: Floats, wanted: Floats) -> Ints:
    """Index (K,) of the frame of rising ``time`` (T,) nearest to each of ``wanted`` (K,)."""
    return np.searchsorted((time[1:] + time[:-1]) / 2, wanted)
