"""The C3D container: header, parameters and data, read with bounds checked at every step.

Layout after the C3D user guide (c3d.org). Read here rather than by ezc3d, because that library ends the whole process
(segmentation fault) on files in which one byte is wrong, and no file may do that; the tests read what it writes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from psoas.core.arrays import Floats
from psoas.core.message import Message, message
from psoas.recording.c3d_layout import C3DHeader, C3DLayout, parse_header, settle_layout
from psoas.recording.c3d_numbers import to_floats
from psoas.recording.c3d_parameters import BLOCK, KEY, C3DParameters, parse_parameters
from psoas.recording.recording_validation import Faults

PIECE = 4096
"""Frames that are made into numbers at once, so that a long file is not in memory three times."""
SAME_RATE = 2e-3
"""Rates this close to each other are one (assumed)."""


@dataclass(frozen=True)
class C3DFile:
    """The content: numbers stay as the file holds them until somebody asks for some of them."""

    data: bytes
    header: C3DHeader
    parameters: C3DParameters
    layout: C3DLayout
    repairs: tuple[Message, ...] = ()

    @property
    def rate(self) -> float:
        """Frames a second, of the parameters or else of the header; NaN when neither tells.

        Where they differ, the header is believed only when the rate of the analog channels agrees with it alone.
        """
        said, analog = self.parameters.number("POINT:RATE"), self.parameters.number("ANALOG:RATE")
        rates = [rate for rate in (said, self.header.rate) if 1e-3 < rate < 1e6]
        witness = analog / self.layout.samples if self.layout.samples else math.nan
        if len(rates) == 2 and not _alike(rates[0], rates[1]) and _alike(rates[1], witness):
            return rates[1]
        return rates[0] if rates else math.nan

    def points(self, chosen: Sequence[int]) -> Floats:
        """Positions (frames, chosen, 3) in the file's unit, NaN where a point was not seen."""
        raw = self._table()[:, : 4 * self.layout.points].reshape(self.layout.frames, self.layout.points, 4)
        positions = np.empty((self.layout.frames, len(chosen), 3))
        for start in range(0, self.layout.frames, PIECE):
            some = slice(start, start + PIECE)
            values = to_floats(raw[some, list(chosen)])
            residual = values[:, :, 3]
            positions[some] = values[:, :, :3]
            positions[some][(residual < 0) | (np.isnan(residual) & np.signbit(residual))] = np.nan
        if not self.layout.real:
            positions *= self.layout.scale
        return positions

    @property
    def samples(self) -> int:
        """Samples of each analog channel."""
        return self.layout.frames * self.layout.samples if self.layout.channels else 0

    def analogs(self, chosen: Sequence[int]) -> Floats:
        """Channels (samples, chosen) in their units: (raw - offset) x scale x general scale.

        NaN where a channel has no scale. FORMAT "UNSIGNED" is about integers only.
        """
        layout, parameters = self.layout, self.parameters
        table = self._table()[:, 4 * layout.points :].reshape(layout.frames, layout.samples, layout.channels)
        raw = to_floats(table[:, :, list(chosen)]).reshape(self.samples, len(chosen))
        unsigned = not layout.real and [one.upper() for one in parameters.texts("ANALOG:FORMAT")[:1]] == ["UNSIGNED"]
        if unsigned:
            raw = np.where(raw < 0, raw + 65536, raw)
        offset = _fill(parameters.series("ANALOG:OFFSET", unsigned=unsigned), layout.channels, 0.0)[list(chosen)]
        scale = _fill(parameters.series("ANALOG:SCALE"), layout.channels, math.nan)[list(chosen)]
        general = parameters.number("ANALOG:GEN_SCALE")
        with np.errstate(all="ignore"):
            return np.asarray((raw - offset) * scale * (general if math.isfinite(general) and general else 1.0))

    def _table(self) -> NDArray[np.generic]:
        """All values (frames, width) as they stand in the file."""
        layout, numbers = self.layout, self.parameters.format
        kind = numbers.real if layout.real else numbers.whole
        table = np.frombuffer(self.data, kind, layout.frames * layout.width, layout.start)
        return table.reshape(layout.frames, layout.width)


def parse(data: bytes, faults: Faults) -> C3DFile:
    """Take a whole file apart; raises InputError when it is not C3D, damaged or truncated."""
    repairs: list[Message] = []
    if data[:1] == b"\0" and data.lstrip(b"\0")[1:2] == bytes([KEY]):  # some writers begin with zeros
        data = data.lstrip(b"\0")
        repairs.append(message("recording.c3d_zeros_skipped"))
    if len(data) < 2 * BLOCK or data[1] != KEY:
        faults.stop(message("recording.c3d_no_c3d"))
    parameters, found = parse_parameters(data)
    if parameters is None:
        faults.stop(message("recording.c3d_no_parameters", block=data[0]))
    header = parse_header(data, parameters.format)
    layout, settled = settle_layout(header, parameters, data, faults)
    return C3DFile(data, header, parameters, layout, (*repairs, *found, *settled))


def _alike(one: float, other: float) -> bool:
    """Whether two rates are one, rounded (59.94 and 60 frames a second)."""
    return abs(one - other) <= SAME_RATE * abs(one)


def _fill(values: Floats, count: int, default: float) -> Floats:
    return np.concatenate([values[:count], np.full(max(count - len(values), 0), default)])
