"""Writers for ``.trc``, ``.mot`` and ``.sto``: what is read back is what was written; nothing is left half-written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.recording.joint_coordinates import is_translation
from psoas.recording.plate_columns import plate_columns
from psoas.recording.recording import Coordinates, Forces, Recording


def write_trc(recording: Recording, path: Path | str) -> Path:
    """Write markers as a ``.trc`` file in metres, Y up; unseen positions are empty cells.

    Args:
        recording: With markers.
        path: The file to write.

    Returns:
        The path.

    Raises:
        InputError: There are no markers, or the file cannot be written.
    """
    path, markers = Path(path), recording.markers
    if markers is None:
        raise InputError(message("recording.write_no_markers", file=path.name, source=recording.path.name))
    frames, count = len(recording.time), len(markers.names)
    rate = f"{(frames - 1) / recording.duration_s if frames > 1 else 1.0:.6f}"
    head = [
        f"PathFileType\t4\t(X/Y/Z)\t{path.name}",
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames",
        f"{rate}\t{rate}\t{frames}\t{count}\tm\t{rate}\t1\t{frames}",
        "Frame#\tTime\t" + "\t\t\t".join(markers.names) + "\t\t",
        "\t\t" + "\t".join(f"{axis}{i}" for i in range(1, count + 1) for axis in "XYZ"),
        "",
    ]
    rows = (
        "\t".join([str(i), repr(float(time)), *("" if x != x else repr(x) for x in row.tolist())])
        for i, (time, row) in enumerate(zip(recording.time, markers.positions.reshape(frames, -1), strict=True), 1)
    )
    return write_text(path, chain(head, rows))


def write_mot(coordinates: Coordinates, time: Floats, path: Path | str, *, in_degrees: bool = True) -> Path:
    """Write coordinates as a ``.mot`` file.

    Args:
        coordinates: Values (T, N).
        time: Time (T,), seconds.
        path: The file to write.
        in_degrees: Unit of the angles in the file. Values are written exactly when they are held in it, else converted.

    Returns:
        The path.

    Raises:
        InputError: Shapes do not fit, or the file cannot be written.
    """
    path = Path(path)
    return _write_columns(path, "Coordinates", time, coordinates.names, _angles(coordinates, in_degrees), in_degrees)


def write_sto(
    names: Sequence[str],
    values: Floats,
    time: Floats,
    path: Path | str,
    *,
    title: str = "Results",
    in_degrees: bool = False,
) -> Path:
    """Write any columns as a ``.sto`` file, exactly.

    Args:
        names: Names of the columns (N,), without blanks.
        values: Values (T, N).
        time: Time (T,), seconds.
        path: The file to write.
        title: First line of the file.
        in_degrees: What the header says of angles; nothing is converted.

    Returns:
        The path.

    Raises:
        InputError: Shapes or names do not fit, or the file cannot be written.
    """
    path = Path(path)
    return _write_columns(path, title, time, names, values, in_degrees)


def write_forces(forces: Forces, path: Path | str) -> Path:
    """Write ground forces as a ``.mot`` file with OpenSim's column names.

    Args:
        forces: Plates; those named ground_force_r and the like keep their names. A point that was not seen (NaN) is
            written as 0, because OpenSim cannot use NaN.
        path: The file to write.

    Returns:
        The path.

    Raises:
        InputError: The file cannot be written.
    """
    path = Path(path)
    names, values = plate_columns(forces)
    return _write_columns(path, path.name, forces.time, names, values, True)


def write_text(path: Path, lines: Iterable[str]) -> Path:
    """Write all lines or nothing, as ``write_pieces`` does. Lines that are made one by one are never all in memory."""
    return write_pieces(path, (f"{line}\n".encode() for line in lines))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write all bytes or nothing: into a temporary neighbour first, which then takes the place of ``path``."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError(
            message("recording.write_folder", file=path.name, reason=error.strerror or str(error))
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        os.unlink(temporary)
        raise InputError(
            message("recording.write_name", file=path.name, reason=error.strerror or str(error))
        ) from error
    except BaseException:
        os.unlink(temporary)
        raise
    return path


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current


def _angles(coordinates: Coordinates, in_degrees: bool) -> Floats:
    if in_degrees == coordinates.in_degrees:
        return coordinates.values
    angle = np.array([not is_translation(name) for name in coordinates.names], dtype=bool)
    values: Floats = np.where(angle, (np.rad2deg if in_degrees else np.deg2rad)(coordinates.values), coordinates.values)
    return values


def _write_columns(
    path: Path, title: str, time: Floats, names: Sequence[str], values: Floats, in_degrees: bool
) -> Path:
    if values.shape != (len(time), len(names)):
        shape = str(values.shape)
        raise InputError(
            message("recording.write_shape", file=path.name, shape=shape, rows=len(time), names=len(names))
        )
    unfit = [name for name in names if not name or name.split() != [name]]
    if unfit:
        raise InputError(message("recording.write_column_name", file=path.name, name=repr(unfit[0])))
    counts = [f"nRows={len(time)}", f"nColumns={len(names) + 1}", f"inDegrees={'yes' if in_degrees else 'no'}"]
    head = [title, "version=1", *counts, "endheader", "\t".join(["time", *names])]
    rows = ("\t".join(map(repr, [float(t), *row.tolist()])) for t, row in zip(time, values, strict=True))
    return write_text(path, chain(head, rows))
