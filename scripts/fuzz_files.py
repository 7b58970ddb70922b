"""``python -m scripts.fuzz_files --count 20000``: damaged files of every format, each read within bounds of time and
memory. Whatever comes, the reader answers with a recording or with an ``InputError``.

Every case is made from ``--seed`` and its number alone: ``--only 1234`` makes that one again, ``--keep FOLDER`` writes
the files that failed. Legal files come from the generators of the tests (dialects of .trc, .mot and .sto, C3D) and from
``--files``. Ends with 1 if anything but a recording or an ``InputError`` came out.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from psoas.core.errors import InputError
from psoas.recording import check_markers_known, read
from tests.recording_dialects import (
    FORCE_OPTIONS,
    STORAGE_OPTIONS,
    TRC_OPTIONS,
    coordinate_text,
    draw,
    force_text,
    marker_text,
)
from tests.recording_worlds import NAMES, standing, write_c3d

KINDS = ("trc", "mot", "sto", "c3d")
COORDINATES = ("pelvis_tx", "pelvis_ty", "hip_flexion_r", "knee_angle_r", "ankle_angle_r")
WORDS = (
    b"", b"nan", b"inf", b"-1e308", b"1e-320", b"0", b"time", b"endheader\n", b"nRows=", b"nRows=99999999999", b"\t",
    b"\n", b"\r", b"\xb2", b"=", b"*", b":", b"mm", b"-5", b"9" * 30, b"1,5", b"\x00", b"\xff\xff", b"\x7f\xff",
    b"\x80\x00", b"Vec3", b"DataType=Vec3\n", b"inDegrees=no\n", b"PathFileType", b"POINT", b"ANALOG", b"Frame#",
)  # fmt: skip
"""Pieces that are put into files."""
READ, REFUSED = "read", "refused"
HEADER_BYTES = 1500


def legal_file(kind: str, rng: random.Random, folder: Path) -> bytes:
    """A file that can be read, small, in a dialect by chance."""
    frames = rng.randint(3, 40)
    if kind == "trc":
        return marker_text(np.round(standing(frames), 4), NAMES, 100.0, draw(TRC_OPTIONS, rng)).encode()
    if kind == "c3d":
        unit = rng.choice(("mm", "m"))
        path = write_c3d(folder / "legal.c3d", frames=frames, plates=rng.randint(0, 2), unit=unit)
        return path.read_bytes()
    wide = np.random.default_rng(rng.randrange(2**32))
    if rng.random() < 0.5:
        plates = np.round(wide.uniform(0.2, 300, (frames, 2, 3, 3)) * [[1], [0.002], [0.01]], 3)
        return force_text(plates, 1000.0, draw(FORCE_OPTIONS, rng)).encode()
    values = np.round(wide.uniform(-40, 40, (frames, len(COORDINATES))), 4)
    values[:, 1] = 0.95
    return coordinate_text(values, COORDINATES, 50.0, draw(STORAGE_OPTIONS, rng)).encode()


def damaged(data: bytes, rng: random.Random, *, text: bool) -> bytes:
    """The bytes after one to five changes, those that suit text or those that suit binary data."""
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        data = rng.choice(TEXT_CHANGES if text else BINARY_CHANGES)(data, rng)
    return data


def _place(data: bytes, rng: random.Random) -> int:
    return rng.randrange(len(data) + 1)


def _flip(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _flip_header(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(min(len(data), HEADER_BYTES) + 1)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + data[at + rng.randint(1, 400) :]


def _double(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + data[at : at + rng.randint(1, 400)] + data[at:]


def _put_word(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + rng.choice(WORDS) + data[at + rng.randint(0, 8) :]


def _end(data: bytes, rng: random.Random) -> bytes:
    return data[: _place(data, rng)]


def _zeros(data: bytes, rng: random.Random) -> bytes:
    at, count = _place(data, rng), rng.randint(1, 64)
    return data[:at] + bytes(count) + data[at + count :]


def _with_lines(data: bytes, change: Callable[[list[bytes]], None]) -> bytes:
    lines = data.split(b"\n")
    change(lines)
    return b"\n".join(lines)


def _drop_line(data: bytes, rng: random.Random) -> bytes:
    def drop(lines: list[bytes]) -> None:
        del lines[rng.randrange(len(lines))]

    return _with_lines(data, drop)


def _double_line(data: bytes, rng: random.Random) -> bytes:
    return _with_lines(data, lambda lines: lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines)))


def _swap_lines(data: bytes, rng: random.Random) -> bytes:
    def swap(lines: list[bytes]) -> None:
        one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]

    return _with_lines(data, swap)


def _change_cell(data: bytes, rng: random.Random) -> bytes:
    def change(lines: list[bytes]) -> None:
        at = rng.randrange(len(lines))
        cells = lines[at].split(b"\t")
        cells[rng.randrange(len(cells))] = rng.choice(WORDS)
        lines[at] = b"\t".join(cells)

    return _with_lines(data, change)


def _change_header_line(data: bytes, rng: random.Random) -> bytes:
    def change(lines: list[bytes]) -> None:
        at = rng.randrange(min(len(lines), 8))
        lines[at] = lines[at].replace(rng.choice((b"\t", b"1", b"=", b"0", b"m")), rng.choice(WORDS))

    return _with_lines(data, change)


def _change_digit(data: bytes, rng: random.Random) -> bytes:
    places = [i for i, byte in enumerate(data) if 48 <= byte <= 57]
    if not places:
        return data
    at = rng.choice(places)
    return data[:at] + rng.choice(b"0123456789-.").to_bytes() + data[at + 1 :]


def _overwrite(data: bytes, rng: random.Random) -> bytes:
    at, word = rng.randrange(min(len(data), 20 * HEADER_BYTES) + 1), rng.choice(WORDS)
    return data[:at] + word + data[at + len(word) :]


TEXT_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _flip_header, _cut, _double, _put_word, _end, _zeros, _drop_line, _double_line, _swap_lines, _change_cell,
    _change_header_line, _change_digit, _change_digit,
)  # fmt: skip
BINARY_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _flip_header, _flip_header, _overwrite, _overwrite, _zeros, _cut, _double, _end,
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One damaged file: its number, kind and bytes."""

    number: int
    kind: str
    data: bytes


def make_case(number: int, *, seed: int, kinds: Iterable[str], files: list[Path], folder: Path) -> Case:
    """Case ``number`` of ``seed``, always the same."""
    rng = random.Random(f"{seed}:{number}")
    usable = [path for path in files if path.suffix.lower().lstrip(".") in kinds]
    if usable and rng.random() < 0.5:
        path = rng.choice(usable)
        kind = path.suffix.lower().lstrip(".")
        return Case(number, kind, damaged(path.read_bytes(), rng, text=kind != "c3d"))
    kind = rng.choice(sorted(kinds))
    return Case(number, kind, damaged(legal_file(kind, rng, folder), rng, text=kind != "c3d"))


def read_one(path: Path) -> str:
    """ "read", "refused", or the exception that came instead and where."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            recording = read(path)
            if recording.markers is not None:
                check_markers_known(recording)
    except InputError as error:
        bad = [one for one in error.faults if "\n" in one or not one]
        return f"fault of several lines: {bad[0]!r}" if bad else REFUSED
    except MemoryError:
        return "memory"
    except BaseException as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        ours = [one for one in traceback.extract_tb(error.__traceback__) if "psoas" in one.filename]
        place = ours[-1] if ours else frame
        return f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}: {str(error)[:120]}"
    return READ


def _work(connection: Connection, memory_bytes: int) -> None:
    """Read file after file until the other end closes; answers with the outcome and the peak of memory in bytes."""
    resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    connection.send("ready")
    while True:
        try:
            path = connection.recv()
        except EOFError:
            return
        connection.send((read_one(path), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))


class Worker:
    """A process that reads files and may die or hang without harm."""

    def __init__(self, memory_bytes: int) -> None:
        self._memory = memory_bytes
        self._context = get_context("spawn")
        self._start()

    def _start(self) -> None:
        self._ours, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_work, args=(theirs, self._memory), daemon=True)
        self._process.start()
        theirs.close()
        self._ours.recv()  # it has imported everything: that is not the time of the first file

    def read(self, path: Path, seconds: float) -> tuple[str, int]:
        """The outcome and the peak of memory so far, in bytes (0 if the process was lost)."""
        self._ours.send(path)
        try:
            if self._ours.poll(seconds):
                outcome, peak = self._ours.recv()
                return str(outcome), int(peak)
            outcome = f"more than {seconds:g} s"
        except EOFError:
            outcome = "the process died"
        self.close()
        self._start()
        return outcome, 0

    def close(self) -> None:
        """End the process."""
        self._ours.close()
        self._process.kill()
        self._process.join()


@dataclass
class Tally:
    """What came of all cases."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[tuple[Case, str]] = field(default_factory=list)
    peak_bytes: int = 0
    slowest_s: float = 0.0
    slowest: int = -1

    def add(self, case: Case, outcome: str, *, peak_bytes: int, seconds: float) -> None:
        """Count one case."""
        fine = outcome in (READ, REFUSED)
        self.outcomes[case.kind, outcome if fine else "failed"] += 1
        if not fine:
            self.failures.append((case, outcome))
        self.peak_bytes = max(self.peak_bytes, peak_bytes)
        if seconds > self.slowest_s:
            self.slowest_s, self.slowest = seconds, case.number


def fuzz(
    numbers: Iterable[int],
    *,
    seed: int = 0,
    kinds: Iterable[str] = KINDS,
    files: Iterable[Path] = (),
    seconds: float = 30.0,
    memory_mb: int = 1536,
) -> Tally:
    """Read the cases with these numbers; see the module."""
    tally = Tally()
    worker = Worker(memory_mb * 2**20)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in numbers:
            case = make_case(number, seed=seed, kinds=tuple(kinds), files=sorted(files), folder=folder)
            path = folder / f"a.{case.kind}"
            path.write_bytes(case.data)
            started = time.monotonic()
            outcome, peak = worker.read(path, seconds)
            tally.add(case, outcome, peak_bytes=peak, seconds=time.monotonic() - started)
    worker.close()
    return tally


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="this case alone")
    parser.add_argument("--kinds", default=",".join(KINDS), help="formats, with commas between them")
    parser.add_argument("--files", type=Path, help="a folder of legal files to damage as well")
    parser.add_argument("--seconds", type=float, default=30.0, help="for one file")
    parser.add_argument("--memory-mb", type=int, default=1536, help="for the reader")
    parser.add_argument("--keep", type=Path, help="folder for the files that failed")
    asked = parser.parse_args()
    numbers = range(asked.count) if asked.only is None else [asked.only]
    tally = fuzz(
        numbers,
        seed=asked.seed,
        kinds=asked.kinds.split(","),
        files=[path for path in asked.files.rglob("*") if path.is_file()] if asked.files else (),
        seconds=asked.seconds,
        memory_mb=asked.memory_mb,
    )
    for (kind, outcome), count in sorted(tally.outcomes.items()):
        print(f"{kind:4} {outcome:8} {count:7}")
    print(f"slowest {tally.slowest_s:.2f} s (case {tally.slowest}), peak {tally.peak_bytes / 2**20:.0f} MB")
    for case, outcome in tally.failures:
        print(f"case {case.number} ({case.kind}): {outcome}")
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            (asked.keep / f"{case.number}.{case.kind}").write_bytes(case.data)
    return 1 if tally.failures else 0


if __name__ == "__main__":
    sys.exit(main())
