"""Writes a recording as a C3D file: markers, ground forces, events, the person, and what was computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.recording.c3d_outputs import C3DOutput
from psoas.recording.c3d_parameters import BLOCK
from psoas.recording.c3d_plate_channels import PlateChannels, plate_channels
from psoas.recording.c3d_sections import LONGEST, ParameterValue, header_bytes, parameter_bytes
from psoas.recording.file_writers import write_pieces
from psoas.recording.recording import Recording

MILLIMETRES = 1000.0
PIECE = 2048
"""Frames that are in memory at once while the data are written."""
UNSEEN = -1.0
"""Residual of a point that was not seen."""
EVENT_CODES = {"Foot Strike": 1, "Foot Off": 2}
"""Icons of events as Vicon numbers them; 0 for any other."""


def write_c3d(recording: Recording, path: Path | str, *, outputs: Sequence[C3DOutput] = ()) -> Path:
    """Write a recording, and what was computed from it, as a C3D file (Intel, reals, millimetres, Y up).

    Args:
        recording: Markers, force plates, events and the person are written as far as they are there. Frames must be
            evenly spaced; the file says their mean rate.
        path: The file to write.
        outputs: Computed quantities with as many frames as the recording, in the groups in which Vicon lists them.

    Returns:
        The path.

    Raises:
        InputError: There is nothing to write, an output has another number of frames, or the file cannot be written.
    """
    path = Path(path)
    frames = len(recording.time)
    for output in outputs:
        if output.values.shape != (frames, len(output.names), 3):
            shape, names = str(output.values.shape), len(output.names)
            raise InputError(message("recording.write_shape", file=path.name, shape=shape, rows=frames, names=names))
    content = _Content(recording, tuple(outputs), plate_channels(recording), _rate(recording))
    if not content.names:
        raise InputError(message("recording.write_no_markers", file=path.name, source=recording.path.name))
    return write_pieces(path, content.pieces())


def _rate(recording: Recording) -> float:
    """Frames a second: the mean, as a round number where the clock only rounds."""
    rate = recording.rate_hz or 1.0
    return float(round(rate)) if abs(rate - round(rate)) < 1e-6 * rate else rate


@dataclass(frozen=True)
class _Content:
    """Everything that one file holds."""

    recording: Recording
    outputs: tuple[C3DOutput, ...]
    plates: PlateChannels
    rate: float

    @property
    def names(self) -> list[str]:
        markers = self.recording.markers.names if self.recording.markers else ()
        return [*markers, *(name for output in self.outputs for name in output.names)]

    @property
    def first(self) -> int:
        """First frame, from 1."""
        return max(round(float(self.recording.time[0]) * self.rate), 0) + 1

    def pieces(self) -> Iterator[bytes]:
        """The file from its first byte to its last."""
        section = parameter_bytes(self._groups(1))
        block = 2 + len(section) // BLOCK
        frames = len(self.recording.time)
        yield header_bytes(
            points=len(self.names), channels=self.plates.values.shape[2], samples=self.plates.samples,
            first=self.first, frames=frames, rate=self.rate, block=block,
        )  # fmt: skip
        yield parameter_bytes(self._groups(block))
        written = 0
        for start in range(0, frames, PIECE):
            piece = self._frames(slice(start, start + PIECE)).astype("<f4").tobytes()
            written += len(piece)
            yield piece
        yield bytes(-written % BLOCK)

    def _frames(self, some: slice) -> Floats:
        """Values (frames, width) as the data section holds them."""
        markers = self.recording.markers
        blocks = [MILLIMETRES * markers.positions[some]] if markers else []
        blocks += [output.values[some] for output in self.outputs]
        points = np.concatenate(blocks, axis=1)
        unseen = np.asarray(~np.isfinite(points).all(axis=2))
        filled = np.where(unseen[:, :, None], 0.0, points)
        rows = np.concatenate([filled, np.where(unseen, UNSEEN, 0.0)[:, :, None]], axis=2).reshape(len(points), -1)
        return np.hstack([rows, self.plates.values[some].reshape(len(points), -1)])

    def _groups(self, block: int) -> dict[str, dict[str, ParameterValue]]:
        frames = len(self.recording.time)
        last = self.first + frames - 1
        groups: dict[str, dict[str, ParameterValue]] = {
            "TRIAL": {
                "ACTUAL_START_FIELD": np.array([self.first % 65536, self.first // 65536]),
                "ACTUAL_END_FIELD": np.array([last % 65536, last // 65536]),
                "CAMERA_RATE": self.rate,
            },
            "POINT": self._points(block),
            "ANALOG": self.plates.analog(self.rate),
            "FORCE_PLATFORM": self.plates.platforms(),
            "EVENT": self._events(),
            "MANUFACTURER": {"COMPANY": "Psoas", "SOFTWARE": "Psoas"},
        }
        if person := self._person():
            groups["PROCESSING"] = person
        return groups

    def _points(self, block: int) -> dict[str, ParameterValue]:
        """The POINT group: counts, names, and the groups of computed quantities."""
        frames = len(self.recording.time)
        found: dict[str, ParameterValue] = {
            "USED": len(self.names), "FRAMES": min(frames, LONGEST), "LONG_FRAMES": float(frames), "DATA_START": block,
            "SCALE": -1.0, "RATE": self.rate, "UNITS": "mm", "X_SCREEN": "+X", "Y_SCREEN": "+Y",
            "LABELS": self.names, "DESCRIPTIONS": self._descriptions(),
        }  # fmt: skip
        groups = list(dict.fromkeys(output.group for output in self.outputs))
        if groups:
            found["TYPE_GROUPS"] = list(groups)
        for group in groups:
            same = [output for output in self.outputs if output.group == group]
            found[group] = [name for output in same for name in output.names]
            units = {output.unit for output in same}
            several = [output.unit for output in same for _ in output.names]
            found[f"{group.removesuffix('S')}_UNITS"] = several if len(units) > 1 else same[0].unit
        return found

    def _descriptions(self) -> list[str]:
        markers = self.recording.markers.names if self.recording.markers else ()
        return [*("" for _ in markers), *(output.unit for output in self.outputs for _ in output.names)]

    def _events(self) -> dict[str, ParameterValue]:
        """The EVENT group; times count from frame 1, as those of the recording do."""
        events = self.recording.events
        shift = (self.first - 1) / self.rate - float(self.recording.time[0])
        seconds = np.array([event.time + shift for event in events])
        return {
            "USED": len(events),
            "CONTEXTS": [event.side.title() or "General" for event in events],
            "LABELS": [event.label for event in events],
            "DESCRIPTIONS": ["" for _ in events],
            "SUBJECTS": ["" for _ in events],
            "ICON_IDS": np.array([EVENT_CODES.get(event.label, 0) for event in events], dtype=np.intp),
            "TIMES": np.stack([np.floor_divide(seconds, 60.0), np.mod(seconds, 60.0)]),
        }

    def _person(self) -> dict[str, ParameterValue]:
        """The person as Vicon writes one: kilograms and millimetres."""
        subject = self.recording.subject
        if subject is None:
            return {}
        lengths = {
            "Height": subject.height_m, "LLegLength": subject.leg_length_l_m, "RLegLength": subject.leg_length_r_m,
            "LKneeWidth": subject.knee_width_l_m, "RKneeWidth": subject.knee_width_r_m,
            "LAnkleWidth": subject.ankle_width_l_m, "RAnkleWidth": subject.ankle_width_r_m,
            "InterAsisDistance": subject.asis_distance_m,
        }  # fmt: skip
        found: dict[str, ParameterValue] = {
            name: MILLIMETRES * metres for name, metres in lengths.items() if metres is not None
        }
        if subject.mass_kg is not None:
            found["Bodymass"] = subject.mass_kg
        if subject.sex is not None:
            found["Sex"] = subject.sex
        return found
