"""Running the app: on loopback, and with ``--lan`` on the local network under a certificate of its own."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from psoas.core.errors import InputError
from psoas.program.eligibility import plan_options
from psoas.security.local_ca import ensure_certificates
from psoas.services import live_postures
from psoas.services.analysis_worker import running_worker
from psoas.services.session_player import bones_json
from psoas.services.settings import PORT, Settings, data_folder
from psoas.store.person_repository import find_person
from psoas.web.app import create_app, open_site
from psoas.web.app_context import AppContext
from psoas.web.concurrency import serialize_pages

HOME = "127.0.0.1"


def run_server(*, port: int = PORT, lan: bool = False, folder: Path | None = None, database: str = "") -> None:
    """Serve until stopped; prints where.

    Raises ``InputError`` when a port is taken, there is no network for ``lan``, or nothing can be kept.
    """
    settings = Settings(folder or data_folder(), database, port, lan_address() if lan else "")
    sockets = [_socket(HOME, port)]
    if settings.lan:
        sockets.append(_socket(settings.lan, settings.lan_port))
    site = open_site(settings)
    servers = _servers(site)
    print(f"Psoas is at http://localhost:{port}", flush=True)
    if settings.lan:
        print(f"Phones: open http://localhost:{port}/phone here and scan the code ({site.address})", flush=True)
    print("Stop with Ctrl+C.", flush=True)
    threading.Thread(target=_make_ready, args=(site,), daemon=True).start()
    with running_worker(site.engine, settings.folder):
        asyncio.run(_serve(servers, sockets))


def _make_ready(site: AppContext) -> None:
    """What the first pages would wait seconds for, made while the browser opens: the body, and the library of things
    to practise."""
    live_postures.prepare_body(find_person(site.home).body)
    plan_options()
    bones_json()


def lan_address() -> str:
    """This machine's address in the local network; nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))  # chooses a way out, and with UDP that is all it does
            address: str = probe.getsockname()[0]
        except OSError as error:
            raise InputError("--lan: this machine is in no network; join one, or start without --lan") from error
    if ip_address(address).is_loopback:
        raise InputError("--lan: this machine is in no network; join one, or start without --lan")
    if not ip_address(address).is_private:
        raise InputError(f"--lan: {address} can be reached from the whole internet; --lan is for private networks")
    return address


class _SignalFreeServer(uvicorn.Server):
    """A server that leaves signals to us, for two of them would take them from one another."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _servers(site: AppContext) -> list[_SignalFreeServer]:
    app = create_app(site.settings, site)
    servers = [_server(app)]
    if site.settings.lan:
        made = ensure_certificates(site.papers_folder, site.settings.lan)
        servers.append(_server(app, certificate=made.certificate, key=made.key))
    return servers


def _server(app: ASGIApp, *, certificate: Path | None = None, key: Path | None = None) -> _SignalFreeServer:
    config = uvicorn.Config(
        app, log_level="warning", proxy_headers=False, server_header=False, lifespan="off", ssl_certfile=certificate,
        ssl_keyfile=key,
    )  # fmt: skip
    return _SignalFreeServer(config)


async def _serve(servers: list[_SignalFreeServer], sockets: list[socket.socket]) -> None:
    serialize_pages()

    def stop(*_: object) -> None:
        for server in servers:
            server.should_exit = True

    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, stop)
    await asyncio.gather(*(one.serve(sockets=[at]) for one, at in zip(servers, sockets, strict=True)))


def _socket(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise InputError(f"--port {port}: {error.strerror or error}; choose another, such as {port + 10}") from error
