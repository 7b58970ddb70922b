"""The form of a new measure: the files are kept in a folder of their own, and every fault is reported at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast, get_args

from starlette.datastructures import FormData, UploadFile

from psoas.body.person import SEXES
from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.intake import body_size_form
from psoas.recording import Up, load_marker_map
from psoas.services.analysis_request import (
    DRAFT,
    FORCES,
    MARKERS,
    PARTS,
    RECORDING,
    STATIC,
    AnalysisRequest,
    new_measure_folder,
    remove_measure_files,
)
from psoas.services.file_uploads import MB, RECORDINGS, UploadKind, store_upload
from psoas.store.person_repository import find_person, update_person
from psoas.store.person_scope import PersonScope

UPS: tuple[str, ...] = get_args(Up)
C3D, TRC, MOT = RECORDINGS
KINDS: dict[str, tuple[UploadKind, ...]] = {
    RECORDING: RECORDINGS,
    STATIC: (C3D, TRC),
    FORCES: (C3D, MOT),
    MARKERS: (UploadKind("marker_map", (".toml",), MB),),
}
"""What each part may be."""
ACCEPT = {part: ",".join(suffix for kind in kinds for suffix in kind.suffixes) for part, kinds in KINDS.items()}


async def read_recording_upload(
    form: FormData, home: Path, own: PersonScope
) -> tuple[AnalysisRequest | None, tuple[str, ...]]:
    """What is asked for, with its files kept below ``home`` and the size kept for next time; or every fault of files
    and answers, and then nothing is kept."""
    faults: list[str] = []
    measured, wrong = body_size_form.read_body_size(form)
    faults += (render(one) for one in wrong.values())
    sex = _choice(form, "sex", ("", *SEXES), faults)
    up, day = _choice(form, "up", UPS, faults) or UPS[0], _day(form, faults)
    if RECORDING not in _uploads(form):
        faults.insert(0, text("measure.fault.none"))
    folder = new_measure_folder(own.person)
    draft = folder + DRAFT
    try:
        files = await _keep(form, home / draft, faults)
    except BaseException:
        remove_measure_files(home, draft)
        raise
    if faults:
        remove_measure_files(home, draft)
        return None, tuple(faults)
    (home / draft).rename(home / folder)
    told = {"height_m": measured.height_m, "mass_kg": measured.mass_kg, "sex": sex or None}
    update_person(own, name=find_person(own).name, **told)  # type: ignore[arg-type]
    return AnalysisRequest(folder, files, day, cast(Up, up), **told), ()  # type: ignore[arg-type]


async def _keep(form: FormData, folder: Path, faults: list[str]) -> dict[str, str]:
    """The files that came along, by part."""
    files: dict[str, str] = {}
    for part, upload in _uploads(form).items():
        try:
            path = await store_upload(upload, folder / part, KINDS[part])
            # without the token that it puts before the name: the report calls the recording by its name
            path = path.rename(path.with_name(path.name.split("_", 1)[1]))
            if part == MARKERS:
                load_marker_map(path)
        except InputError as error:
            faults += [text(f"measure.fault.{part}", fault=line) for line in error.faults]
        else:
            files[part] = path.name
    return files


def _uploads(form: FormData) -> dict[str, UploadFile]:
    """The files of the form by part; a field that was left empty comes as a file without a name."""
    found = {part: form.get(part) for part in PARTS}
    return {part: one for part, one in found.items() if isinstance(one, UploadFile) and one.filename}


def _choice(form: FormData, key: str, known: tuple[str, ...], faults: list[str]) -> str:
    given = str(form.get(key, ""))
    if given and given not in known:
        faults.append(text(f"measure.fault.{key}", given=given[:20]))
    return given


def _day(form: FormData, faults: list[str]) -> date:
    given = str(form.get("day", ""))
    today = date.today()
    try:
        day = date.fromisoformat(given) if given else today
    except ValueError:
        day = date.max
    if day > today:
        faults.append(text("measure.fault.day", given=given[:20], today=today.isoformat()))
    return day
