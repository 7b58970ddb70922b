"""A small app for tests: a person, a database of its own, and clients from this machine and from a phone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.testclient import TestClient

from psoas.web.app import create_app, open_site
from psoas.web.serve import _Server, _socket
from psoas.web.settings import Settings
from psoas.web.site import Site

LAN = "192.168.7.20"
PHONE_AT = "192.168.7.33"


class World:
    """One running app with its clients."""

    def __init__(self, folder: Path, *, lan: str = "") -> None:
        self.settings = Settings(folder, lan=lan)
        self.site: Site = open_site(self.settings)
        self.app = create_app(self.settings, self.site)
        self.home = TestClient(
            self.app,
            base_url=f"http://localhost:{self.settings.port}",
            client=("127.0.0.1", 50000),
            follow_redirects=False,
        )

    def phone(self) -> TestClient:
        """A device of the local network that has never been here."""
        base = f"https://{self.settings.lan}:{self.settings.lan_port}"
        return TestClient(self.app, base_url=base, client=(PHONE_AT, 50001), follow_redirects=False)

    @property
    def own(self) -> dict[str, str]:
        """What a browser says when a page of this app asks."""
        return {"Origin": f"http://localhost:{self.settings.port}", "Sec-Fetch-Site": "same-origin"}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The app on a real port of this machine; gives its address."""
    with _socket("127.0.0.1", 0) as socket:
        port = socket.getsockname()[1]
        app = create_app(Settings(folder, port=port))
        server = _Server(uvicorn.Config(app, log_level="warning", lifespan="off", proxy_headers=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        try:
            yield f"http://localhost:{port}"
        finally:
            server.should_exit = True
            thread.join(10)
