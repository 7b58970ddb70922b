"""A small app for tests: a person, a database of its own, and clients from this machine and from a phone."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket as Socket
from typing import Any

import uvicorn
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from psoas.core.errors import InputError
from psoas.security.local_ca import ensure_certificates
from psoas.services.settings import Settings
from psoas.web.app import create_app, open_site
from psoas.web.app_context import AppContext
from psoas.web.server import _SignalFreeServer, _socket, lan_address

LAN = "192.168.7.20"
PHONE_AT = "192.168.7.33"


class World:
    """One running app with its clients."""

    def __init__(self, folder: Path, *, lan: str = "") -> None:
        self.settings = Settings(folder, lan=lan)
        self.site: AppContext = open_site(self.settings)
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
        with _answering(create_app(Settings(folder, port=port)), socket):
            yield f"http://localhost:{port}"


@contextmanager
def served_to_phones(folder: Path, port: int = 0) -> Iterator[AppContext]:
    """The app under its own certificate on this machine's address in its network, or a stand-in where it is in none;
    whoever asks there is a phone. Gives its site; ``port`` is that of an earlier one, gone since."""
    address = _address()
    with _socket(address, port) as socket:
        site = open_site(Settings(folder, port=socket.getsockname()[1] - 1, lan=address))
        made = ensure_certificates(site.papers_folder, address)
        app = create_app(site.settings, site)

        async def from_a_phone(scope: Scope, receive: Receive, send: Send) -> None:
            await app({**scope, "client": (PHONE_AT, 50001)}, receive, send)

        with _answering(from_a_phone, socket, ssl_certfile=made.certificate, ssl_keyfile=made.key):
            yield site


def _address() -> str:
    try:
        return lan_address()
    except InputError:
        return "127.0.0.7"


@contextmanager
def _answering(app: Any, socket: Socket, **options: Any) -> Iterator[None]:
    server = _SignalFreeServer(uvicorn.Config(app, log_level="warning", lifespan="off", proxy_headers=False, **options))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)
