"""Which files below a folder are recordings, and which of their neighbours belong to each: the rule of docs/cohort.md.

One folder is one person. Read are the column names of ``.mot`` and ``.sto`` files, and where no name promises a static
trial, a few short recordings.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from psoas.analysis.analysis_io import KINEMATICS, SUMMARY
from psoas.cohort.still_trials import find_still_trials
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.recording.joint_coordinates import is_known

MARKERS, STORAGE = (".trc", ".c3d"), (".mot", ".sto")
FORCES = ("_grf", "_forces")
"""NAME_grf.mot and NAME_forces.mot hold the ground forces of NAME."""
PERSON = "person.toml"
HEADER_LINES = 400
"""The column names of a storage file stand within so many lines; real headers have about ten."""


class StaticFound(StrEnum):
    """How the static trial of a recording was found; words for them: ``cohort.static.*`` of the catalogue."""

    NONE = "none"
    NAME = "name"
    STILLNESS = "stillness"
    SUBJECT = "subject"
    SEVERAL = "several"


@dataclass(frozen=True)
class Trial:
    """One recording with what belongs to it: ``name`` and ``person`` (its folder) are relative to the searched folder.

    ``static_found`` says how its static trial was found, or why it has none although some lie there.
    """

    name: str
    person: str
    file: Path
    static: Path | None = None
    forces: Path | None = None
    person_file: Path | None = None
    static_found: StaticFound = StaticFound.NONE

    @property
    def inputs(self) -> tuple[tuple[str, Path], ...]:
        """Every file that the result depends on, with the part it plays."""
        parts = ("file", "static", "forces", "person_file")
        return tuple((part, path) for part in parts if (path := getattr(self, part)) is not None)


def find_trials(folder: Path, *, static_word: str = "static") -> tuple[Trial, ...]:
    """Every recording below ``folder`` in the order of names; raises ``InputError`` when there is none.

    Folders that ``psoas analyze`` wrote and names that start with a dot are passed over.
    """
    if not folder.is_dir():
        raise InputError(message("cohort.fault.no_folder", folder=str(folder)))
    if not static_word:
        raise InputError(message("cohort.fault.static_word"))
    trials = [trial for inner in folders_below(folder) for trial in _trials(folder, inner, static_word.lower())]
    if not trials:
        raise InputError(message("cohort.fault.empty", folder=str(folder)))
    return tuple(sorted(trials, key=lambda trial: trial.name))


def printable_name(text: str) -> str:
    """``text`` as clean Unicode: bytes of a file name that are none become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def folders_below(folder: Path) -> Iterator[Path]:
    """``folder`` and every folder below it, without hidden ones and those that ``psoas analyze`` wrote."""
    for place, inner, files in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        if not {SUMMARY, KINEMATICS} <= set(files):
            yield Path(place)


def _trials(root: Path, folder: Path, static_word: str) -> Iterator[Trial]:
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    markers, still = _split_static(files, static_word)
    storage = [path for path in files if path.suffix.lower() in STORAGE]
    stems = {path.stem.lower() for path in markers}
    pushes = [path for path in storage if _owner(path) in stems]
    moving = [*markers, *(path for path in storage if path not in pushes and has_coordinate_columns(path))]
    person_file = next((path for path in files if path.name.lower() == PERSON), None)
    shared = _StaticTrials(root, folder, markers, still, static_word)
    for path in moving:
        static, found = (None, StaticFound.NONE) if path in storage else shared.of(path)
        yield Trial(
            name=printable_name(path.relative_to(root).as_posix()),
            person=printable_name(folder.relative_to(root).as_posix()),
            file=path.absolute(),
            static=static and static.absolute(),
            forces=next((push.absolute() for push in pushes if _owner(push) == path.stem.lower()), None),
            person_file=person_file and person_file.absolute(),
            static_found=found,
        )


def _split_static(files: Sequence[Path], static_word: str) -> tuple[list[Path], list[Path]]:
    """Files of markers: recordings, and static trials by their name."""
    markers = [path for path in files if path.suffix.lower() in MARKERS]
    still = [path for path in markers if static_word in path.stem.lower()]
    return [path for path in markers if path not in still], still


class _StaticTrials:
    """The static trials of one folder: by name, else the one of the person's other folders, else by stillness."""

    def __init__(
        self, root: Path, folder: Path, moving: Sequence[Path], still: Sequence[Path], static_word: str
    ) -> None:
        self._word, self._named = static_word, tuple(still)
        self._subject = () if still else _of_subject(root, folder, static_word)
        alone = not still and not self._subject and len(moving) > 1
        self._standing = find_still_trials(moving) if alone else ()

    def of(self, path: Path) -> tuple[Path | None, StaticFound]:
        """The static trial of a recording, and how it was found."""
        if self._named:
            return find_static_trial(path, self._named, self._word)
        if self._subject:
            static, found = find_static_trial(path, self._subject, self._word)
            return static, StaticFound.SUBJECT if static else found
        if path in self._standing or not self._standing:
            return None, StaticFound.NONE
        return (self._standing[0], StaticFound.STILLNESS) if len(self._standing) == 1 else (None, StaticFound.SEVERAL)


def _of_subject(root: Path, folder: Path, static_word: str) -> tuple[Path, ...]:
    """Static trials by name in the other folders of the person's: all below the first folder under ``root``."""
    parts = folder.relative_to(root).parts
    if len(parts) < 1:
        return ()
    every = (path for inner in folders_below(root / parts[0]) for path in sorted(inner.iterdir()) if path.is_file())
    return tuple(_split_static([path for path in every if not path.name.startswith(".")], static_word)[1])


def _owner(path: Path) -> str:
    """The recording, in small letters, whose forces the name of ``path`` promises; "" when it promises none."""
    stem = path.stem.lower()
    return next((stem.removesuffix(end) for end in FORCES if stem.endswith(end)), "")


def find_static_trial(path: Path, still: Sequence[Path], static_word: str) -> tuple[Path | None, StaticFound]:
    """The static trial of a recording among ``still``; none when several persons' trials lie here and none bears its
    name, since a wrong skeleton would go unnoticed.

    All static trials with the same beginning (what stands before the word) are one person's: the first is taken.
    """
    begins: dict[str, Path] = {}
    for one in still:
        begins.setdefault(one.stem.lower().split(static_word)[0].rstrip("_-. "), one)
    if len(begins) < 2:
        only = next(iter(begins.values()), None)
        return only, StaticFound.NAME if only else StaticFound.NONE
    fitting = [begin for begin in begins if path.stem.lower().startswith(begin)]
    if fitting:
        return begins[max(fitting, key=len)], StaticFound.NAME
    return None, StaticFound.SEVERAL


def has_coordinate_columns(path: Path) -> bool:
    """Whether the columns of a storage file name a joint coordinate.

    A file without a readable header is taken for a recording too, so that its fault is told and not passed over.
    """
    columns = _columns(path)
    return columns is None or any(is_known(column) for column in columns)


def _columns(path: Path) -> list[str] | None:
    ended = False
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            for _, line in zip(range(HEADER_LINES), lines, strict=False):
                if ended and line.strip():
                    return [cell.strip() for cell in line.split("\t")] if "\t" in line.strip() else line.split()
                ended = ended or line.strip().lower() == "endheader"
    except OSError:
        return None
    return None
