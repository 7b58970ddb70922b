"""`make bench-web`: how long a change of posture and a page take while ten people use the app at once.

One server as `psoas serve` starts it, in a process of its own and on the made-up person's eight weeks, and people who
turn dials ten times a second or look at another page twice a second. No posture is asked for twice, so that none comes
from what the server remembers; the pages of a person come from the program that the server made for the first of them.
"""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import numpy as np
from psutil import Process

from psoas.core.arrays import Floats
from psoas.demo.made_up_person import make_demo
from psoas.knowledge.breath_techniques import list_breath_techniques
from psoas.render.posture_controls import DIALS, SHOWN

PEOPLE, SECONDS = 10, 12.0
OWN = ("/story", "/story/time", "/findings", "/program", "/session", "/progress", "/measure")
"""The pages that show a person's own."""
POSTURE_MS, PAGE_MS = 50.0, 100.0
"""What is asked of the slowest twentieth: a change of posture, and a page without an analysis."""


def main() -> int:
    """Run both and print them; 1 when a target is missed."""
    with served() as (port, server):
        met = [
            run(port, server, "live posture", a_posture, every_s=0.1, limit=POSTURE_MS),
            run(port, server, "front pages", a_page, every_s=0.5, limit=PAGE_MS),
            *(
                run(port, server, path, lambda chance, path=path: path, every_s=0.5, limit=PAGE_MS)  # type: ignore[misc]
                for path in OWN
            ),
            run(port, server, "all of these", an_own_page, every_s=0.5, limit=PAGE_MS),
        ]
    return 0 if all(met) else 1


def run(
    port: int, server: Process, name: str, ask: Callable[[random.Random], str], *, every_s: float, limit: float
) -> bool:
    """People asking at once; whether the slowest twentieth of the answers came within ``limit`` milliseconds.

    Of the server's own time it prints what the processor spent, which does not depend on who else uses the machine.
    """
    person(port, ask, every_s, 1.0, 99)  # the first second builds bodies and templates
    before = busy(server)
    with ThreadPoolExecutor(PEOPLE) as pool:
        found = list(pool.map(lambda seed: person(port, ask, every_s, SECONDS, seed), range(PEOPLE)))
    times = np.concatenate(found)
    spent = 1000 * (busy(server) - before) / len(times)
    p50, p95, worst = np.percentile(times, [50, 95, 100])
    met = bool(p95 < limit)
    print(
        f"{name:14} {PEOPLE} people, {len(times)} answers: median {p50:.1f} ms, p95 {p95:.1f} ms (asked: under "
        f"{limit:.0f}), slowest {worst:.0f} ms, processor {spent:.1f} ms an answer  {'met' if met else 'MISSED'}",
        flush=True,
    )
    return met


def busy(server: Process) -> float:
    """Seconds of processor that the server has used."""
    spent = server.cpu_times()
    return float(spent.user + spent.system)


def person(port: int, ask: Callable[[random.Random], str], every_s: float, seconds: float, seed: int) -> Floats:
    """One person for some seconds: the milliseconds of each answer."""
    chance = random.Random(seed)
    took = []
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            began = time.perf_counter()
            get(connection, port, ask(chance))
            took.append(1000 * (time.perf_counter() - began))
            time.sleep(max(0.0, every_s * chance.uniform(0.5, 1.5) - (time.perf_counter() - began)))
    return np.array(took)


def get(connection: HTTPConnection, port: int, path: str) -> None:
    """A page, and where it leads to; ``SystemExit`` when there is none."""
    connection.request("GET", path, headers={"Host": f"localhost:{port}"})
    answer = connection.getresponse()
    answer.read()
    if answer.status == 303:
        get(connection, port, answer.headers["Location"])
    elif answer.status != 200:
        raise SystemExit(f"bench-web: {answer.status} from the server for {path}")


def a_posture(chance: random.Random) -> str:
    """A posture that nobody asked for before."""
    turned = "&".join(f"{dial.id}={chance.uniform(dial.low, dial.high):.1f}" for dial in DIALS)
    return f"/api/posture?name={chance.choice(SHOWN)}&{turned}"


def a_page(chance: random.Random) -> str:
    """A page, the front page half of the time."""
    return chance.choice(["/", f"/breath/{chance.choice(list(list_breath_techniques()))}"])


def an_own_page(chance: random.Random) -> str:
    """A page of the person's."""
    return chance.choice(OWN)


@contextmanager
def served() -> Iterator[tuple[int, Process]]:
    """`psoas serve` on a free port with the made-up person's data; stops it at the end."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    psoas = str(Path(sys.executable).with_name("psoas"))
    with tempfile.TemporaryDirectory() as folder:
        make_demo(Path(folder), today=date.today())
        command = [psoas, "serve", "--port", str(port), "--data", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            try:
                wait_for(port)
                yield port, Process(process.pid)
            finally:
                process.terminate()


def wait_for(port: int) -> None:
    """Return once the server takes connections."""
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("bench-web: the server did not start")


if __name__ == "__main__":
    raise SystemExit(main())
