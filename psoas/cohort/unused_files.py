"""Files below a cohort's folder that are no recordings and belong to none: named, so that nobody wonders."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from psoas.cohort.discovery import MARKERS, PERSON, STORAGE, Trial, folders_below, printable_name


class UnusedReason(StrEnum):
    """Why a file was not analysed; words for them: ``cohort.unused.*`` of the catalogue."""

    STATIC = "static"
    STORAGE = "storage"
    FORMAT = "format"


@dataclass(frozen=True)
class UnusedFile:
    """A file that was not analysed: its name relative to the searched folder, and why."""

    name: str
    reason: UnusedReason


def find_unused(folder: Path, trials: Sequence[Trial], *, own: Collection[Path] = ()) -> tuple[UnusedFile, ...]:
    """Files below ``folder`` that no trial uses, in the order of names; not those of the run itself (``own``).

    Names that start with a dot, ``person.toml`` and folders that ``psoas analyze`` wrote are passed over.
    """
    used = {path.absolute() for trial in trials for _, path in trial.inputs} | {path.absolute() for path in own}
    found = [
        UnusedFile(printable_name(path.relative_to(folder).as_posix()), _reason(path))
        for inner in folders_below(folder)
        for path in inner.iterdir()
        if path.is_file() and not path.name.startswith(".") and path.name.lower() != PERSON
        and path.absolute() not in used
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.name))


def _reason(path: Path) -> UnusedReason:
    suffix = path.suffix.lower()
    if suffix in MARKERS:
        return UnusedReason.STATIC
    return UnusedReason.STORAGE if suffix in STORAGE else UnusedReason.FORMAT
