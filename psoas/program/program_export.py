"""A program as files: ``program.json``, ``program.html`` and ``program.ics``, all three or none."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from psoas.assessment.finding import Assessment
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.program.program_json import program_json
from psoas.program.program_models import Program
from psoas.program.program_page import program_page
from psoas.program.session_calendar import next_monday, program_calendar

RECORD, PAGE, CALENDAR = "program.json", "program.html", "program.ics"


def write_program(program: Program, assessment: Assessment, out: Path, *, start: date | None = None) -> Path:
    """Write a program into the folder ``out``; other files there stay. It begins with the Monday of
    ``start``'s week, or the next.

    Everything is made before anything is put in place. Raises ``InputError`` when the folder cannot be written.
    """
    first = start - timedelta(days=start.weekday()) if start else next_monday(date.today())
    texts = {
        RECORD: (json.dumps(program_json(program), indent=1, ensure_ascii=False) + "\n").encode(),
        PAGE: program_page(program, assessment).encode(),
        CALENDAR: program_calendar(program, first),
    }
    return put_in_place(texts, out)


def put_in_place(texts: Mapping[str, bytes], out: Path) -> Path:
    """Write files into the folder ``out``, all or none; other files there stay. ``InputError`` when it cannot be."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    except OSError as error:
        raise InputError(message("plan.fault.folder", folder=str(out), reason=error.strerror or "")) from error
    try:
        for name, text in texts.items():
            (draft / name).write_bytes(text)
        out.mkdir(exist_ok=True)
        for name in texts:
            os.replace(draft / name, out / name)
    except OSError as error:
        raise InputError(message("plan.fault.folder", folder=str(out), reason=error.strerror or "")) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return out
