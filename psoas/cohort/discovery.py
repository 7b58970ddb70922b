"""Which files below a folder are recordings, and which of their neighbours belong to each: the rule of docs/cohort.md.

One folder is one person. Nothing is read here beyond the column names of ``.mot`` and ``.sto`` files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from psoas.analysis.analysis_io import KINEMATICS, SUMMARY
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.recording.joint_coordinates import is_known

MARKERS, STORAGE = (".trc", ".c3d"), (".mot", ".sto")
FORCES = ("_grf", "_forces")
"""NAME_grf.mot and NAME_forces.mot hold the ground forces of NAME."""
PERSON = "person.toml"
HEADER_LINES = 400
"""The column names of a storage file stand within so many lines; real headers have about ten."""


@dataclass(frozen=True)
class Trial:
    """One recording with what belongs to it: ``name`` and ``person`` (its folder) are relative to the searched folder.

    ``fault`` says why it cannot be analysed although its file may be good; "" when nothing is in the way.
    """

    name: str
    person: str
    file: Path
    static: Path | None = None
    forces: Path | None = None
    person_file: Path | None = None
    fault: str = ""

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
    trials = [trial for inner in _folders(folder) for trial in _trials(folder, inner, static_word.lower())]
    if not trials:
        raise InputError(message("cohort.fault.empty", folder=str(folder)))
    return tuple(sorted(trials, key=lambda trial: trial.name))


def printable_name(text: str) -> str:
    """``text`` as clean Unicode: bytes of a file name that are none become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _folders(folder: Path) -> Iterator[Path]:
    for place, inner, files in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        if not {SUMMARY, KINEMATICS} <= set(files):
            yield Path(place)


def _trials(root: Path, folder: Path, static_word: str) -> Iterator[Trial]:
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    markers = [path for path in files if path.suffix.lower() in MARKERS]
    storage = [path for path in files if path.suffix.lower() in STORAGE]
    still = [path for path in markers if static_word in path.stem.lower()]
    moving = [path for path in markers if path not in still]
    stems = {path.stem.lower() for path in moving}
    pushes = [path for path in storage if _owner(path) in stems]
    moving += [path for path in storage if path not in pushes and has_coordinate_columns(path)]
    person_file = next((path for path in files if path.name.lower() == PERSON), None)
    for path in moving:
        static, fault = (None, "") if path in storage else find_static_trial(path, still, static_word)
        yield Trial(
            name=printable_name(path.relative_to(root).as_posix()),
            person=printable_name(folder.relative_to(root).as_posix()),
            file=path.absolute(),
            static=static and static.absolute(),
            forces=next((push.absolute() for push in pushes if _owner(push) == path.stem.lower()), None),
            person_file=person_file and person_file.absolute(),
            fault=fault,
        )


def _owner(path: Path) -> str:
    """The recording, in small letters, whose forces the name of ``path`` promises; "" when it promises none."""
    stem = path.stem.lower()
    return next((stem.removesuffix(end) for end in FORCES if stem.endswith(end)), "")


def find_static_trial(path: Path, still: Sequence[Path], static_word: str) -> tuple[Path | None, str]:
    """The static trial of a recording, and a fault when several persons' trials lie here and none bears its name.

    All static trials with the same beginning (what stands before the word) are one person's: the first is taken.
    """
    begins: dict[str, Path] = {}
    for one in still:
        begins.setdefault(one.stem.lower().split(static_word)[0].rstrip("_-. "), one)
    if len(begins) < 2:
        return next(iter(begins.values()), None), ""
    fitting = [begin for begin in begins if path.stem.lower().startswith(begin)]
    if fitting:
        return begins[max(fitting, key=len)], ""
    return None, text("cohort.fault.several_persons", file=path.name, names=_names(begins.values()))


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(path.name for path in paths)


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
