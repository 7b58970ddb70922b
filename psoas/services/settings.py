"""What the app is started with."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

PORT = 8737
LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""Names under which a machine calls itself."""


@dataclass(frozen=True)
class Settings:
    """``folder`` holds everything that is kept; ``database`` a URL, or "" for the SQLite file in the folder. ``lan`` is
    this machine's address in the local network when phones may come in, else ""."""

    folder: Path = field(default_factory=lambda: data_folder())
    database: str = ""
    port: int = PORT
    lan: str = ""

    @property
    def lan_port(self) -> int:
        """The port of the address for phones, which speaks HTTPS: the one after the machine's own."""
        return self.port + 1


def data_folder() -> Path:
    """Where this system keeps a program's data; ``PSOAS_DATA`` goes before it."""
    given = os.environ.get("PSOAS_DATA")
    if given:
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Psoas"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Psoas"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "psoas"
