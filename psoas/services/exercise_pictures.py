"""Pictures of exercises, drawn once and kept in the data folder."""

from __future__ import annotations

import base64
import threading
from pathlib import Path

from psoas.core.version import __version__
from psoas.program.exercise_images import exercise_movement_images


def exercise_picture(home: Path, name: str, which: int) -> bytes:
    """The body in an exercise as PNG, 0 where it starts and 1 where it goes; kept below ``home``."""
    folder = home / "pictures" / __version__
    path = folder / f"{name}-{which}.png"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{threading.get_ident()}")
        draft.write_bytes(base64.b64decode(exercise_movement_images(name)[which].data.partition(",")[2]))
        draft.replace(path)
    return path.read_bytes()
