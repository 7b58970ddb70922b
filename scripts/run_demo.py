"""`make run`: the made-up person, and the app on their data. With a terminal it stays until stopped; without one it
proves that every page of the bar answers, and ends."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import time
import webbrowser
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from psoas.demo.made_up_person import make_demo
from psoas.services.settings import PORT
from psoas.web.page_rendering import NAV

MORE = ("/session", "/session/after", "/story/time")
"""Pages that the bar does not name and the made-up data fill."""
START_S = 60.0


def main() -> int:
    """0 when the app ran, or answered; 1 when a page did not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--measure", type=Path, required=True)
    asked = parser.parse_args()
    make_demo(asked.data, today=date.today(), measure=asked.measure)
    port = free_port(PORT)
    command = [str(Path(sys.executable).with_name("psoas")), "serve", "--data", str(asked.data), "--port", str(port)]
    with subprocess.Popen(command) as server:
        try:
            address = f"http://localhost:{port}"
            wait(address, server)
            if not sys.stdout.isatty():
                return prove(address)
            if sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
                webbrowser.open(address)
            return server.wait()
        except KeyboardInterrupt:
            return 0
        finally:
            server.terminate()


def prove(address: str) -> int:
    """Ask for every page; print what came."""
    found = {path: status(address + path) for path in (*(path for _, path in NAV), *MORE)}
    for path, code in found.items():
        print(f"  {code}  {address}{path}")
    return 0 if set(found.values()) == {200} else 1


def status(url: str) -> int:
    """The status of a page, where it leads to included; 0 when nobody answers."""
    try:
        with urlopen(url, timeout=START_S) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (URLError, TimeoutError):
        return 0


def wait(address: str, server: subprocess.Popen[bytes]) -> None:
    """Until the app answers; ``SystemExit`` when it ends or does not."""
    end = time.monotonic() + START_S
    while status(address) == 0:
        if server.poll() is not None or time.monotonic() > end:
            raise SystemExit("the app did not start")
        time.sleep(0.2)


def free_port(first: int) -> int:
    """The first port from ``first`` on that nobody uses."""
    for port in range(first, first + 50):
        with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise SystemExit(f"no free port from {first} on")


if __name__ == "__main__":
    sys.exit(main())
