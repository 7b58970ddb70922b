"""The journal of finished recordings: one line each, on the disk before the next begins, so that a kill loses none."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from psoas.analysis.summary import result_versions
from psoas.cohort.discovery import Trial
from psoas.cohort.trial_worker import FinishedTrial, TrialOptions
from psoas.core.errors import InputError
from psoas.core.message import message

CHUNK = 1 << 20


class Journal:
    """An append-only file of JSON lines, held by one run at a time; use it as a context manager.

    A last line that a kill cut short is taken off; a line that is no JSON is passed over, and its recording is done
    again. Raises ``InputError`` when the file cannot be written or another run holds it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.finished: dict[str, FinishedTrial] = {}
        self._file: BinaryIO | None = None

    def __enter__(self) -> Journal:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("a+b")
            sync_folder(self.path.parent)
        except OSError as error:
            raise InputError(message("stored.unwritable", path=str(self.path), reason=str(error.strerror))) from error
        _hold(self._file, self.path)
        self._read(self._file)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file:
            self._file.close()

    def append(self, key: str, finished: FinishedTrial) -> None:
        """Write one finished recording and wait until the disk has it."""
        assert self._file, "enter the journal first"
        line = json.dumps({"key": key, **asdict(finished)}, separators=(",", ":"), allow_nan=False)
        self._file.write(line.encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self.finished[key] = finished

    def _read(self, file: BinaryIO) -> None:
        file.seek(0)
        whole = 0
        for line in file:
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            try:
                held = json.loads(line)
                self.finished[held["key"]] = FinishedTrial(held["row"], held["curves"])
            except (ValueError, KeyError, TypeError):
                continue
        file.truncate(whole)


def trial_key(trial: Trial, options: TrialOptions) -> str:
    """What a result depends on, as one hash: each file's name, size, time and content, the options, the versions.

    Raises ``OSError`` when a file cannot be read.
    """
    facts = {
        "name": trial.name,
        "inputs": [(part, path.name, *_state(path)) for part, path in trial.inputs],
        "markers": _state(options.markers) if options.markers else None,
        "options": {key: value for key, value in asdict(options).items() if key != "markers"},
        "versions": result_versions(),
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _state(path: Path) -> tuple[int, int, str]:
    found = path.stat()
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return found.st_size, found.st_mtime_ns, digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the folder's new names, where the system can."""
    if sys.platform != "win32":
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _hold(file: BinaryIO, path: Path) -> None:
    """Keep other runs out for as long as the file is open; a killed run lets go by itself."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise InputError(message("cohort.fault.busy", path=str(path))) from error
