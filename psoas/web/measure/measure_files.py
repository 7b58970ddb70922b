"""The files of a measure: its report, to be shown inside a page, and everything to take away."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Annotated
from uuid import UUID

from fastapi import Depends, HTTPException, Request
from fastapi.responses import FileResponse, StreamingResponse

from psoas.analysis.analysis_io import OWNED, PAGE, SUMMARY
from psoas.store import repositories
from psoas.store.repositories import MeasureRecord
from psoas.web.concurrency import run_in_background
from psoas.web.dependencies import FileBytes, Own, Site, feature_router
from psoas.web.static_files import LOOK_COOKIE

SANDBOX = "; ".join(
    (
        "sandbox allow-scripts",
        "default-src 'none'",
        "script-src 'unsafe-inline'",
        "style-src 'unsafe-inline'",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
"""A report is one page with its scripts inside. Sandboxed, it is of no origin: it runs them, but can neither ask this
app for anything nor touch the page around it."""
NIGHT = "@media screen and (prefers-color-scheme: dark)"
LOOK = {"light": "@media not all", "dark": "@media screen"}
"""What stands in place of the system's wish where a person chose a look."""
IN_MEMORY, CHUNK = 8 * 1024 * 1024, 256 * 1024


@dataclass(frozen=True)
class MeasureFolder:
    """A measure and the ``path`` of its files."""

    measure: MeasureRecord
    path: Path


router = feature_router()


def _folder(key: UUID, site: Site, own: Own) -> MeasureFolder:
    found = repositories.find_measure(own, key)
    if found is None:
        raise HTTPException(404)
    return MeasureFolder(found, site.settings.folder / found.folder)


Folder = Annotated[MeasureFolder, Depends(_folder)]


@router.get("/measure/{key}/report")
def show_report(folder: Folder, request: Request) -> FileBytes:
    """The report as it was written, in the look of the app."""
    text = _there(folder.path / PAGE).read_text(encoding="utf-8")
    if (look := request.cookies.get(LOOK_COOKIE, "")) in LOOK:
        text = text.replace(NIGHT, LOOK[look], 1)
    # A page of its own, were it opened outside the frame, may not be both sandboxed and kept with its opener.
    headers = {"Content-Security-Policy": SANDBOX, "Cross-Origin-Opener-Policy": "unsafe-none"}
    return FileBytes(text, media_type="text/html", headers=headers)


@router.get("/measure/{key}/summary.json")
def download_summary(folder: Folder) -> FileResponse:
    """All numbers."""
    name = f"{Path(folder.measure.file).stem}_summary.json"
    return FileResponse(_there(folder.path / SUMMARY), media_type="application/json", filename=name)


@router.get("/measure/{key}/files.zip")
@run_in_background
def download_files(folder: Folder) -> StreamingResponse:
    """Everything that the analysis wrote."""
    packed, stem = _packed(_there(folder.path)), Path(folder.measure.file).stem
    headers = {"Content-Disposition": f'attachment; filename="{stem}_{folder.measure.day.isoformat()}.zip"'}
    return StreamingResponse(_read(packed), media_type="application/zip", headers=headers)


def _there(path: Path) -> Path:
    """A path that is there; else 404."""
    if not path.exists():
        raise HTTPException(404)
    return path


def _packed(folder: Path) -> IO[bytes]:
    """The files of an analysis in one archive, rewound."""
    made = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  closed by _read, when all of it is sent
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in OWNED:
            if (folder / name).is_file():
                archive.write(folder / name, name)
    made.seek(0)
    return made


def _read(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk
