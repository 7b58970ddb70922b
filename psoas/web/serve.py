"""Running the app: on loopback, and for phones under a certificate of its own."""

from __future__ import annotations

from pathlib import Path

import uvicorn

from psoas.web.app import create_app
from psoas.web.settings import Settings, data_folder


def run(*, port: int, lan: bool, folder: Path | None, database: str) -> None:
    """Serve until stopped; prints the address."""
    settings = Settings(folder or data_folder(), database, port)
    app = create_app(settings)
    print(f"Psoas is at http://localhost:{port}", flush=True)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", proxy_headers=False, server_header=False)
