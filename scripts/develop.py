"""``make dev``: the app on a made-up person's data, with what is saved in Python, words, templates and front end.

Two esbuild processes bundle the front end again when a script or style changes. The server starts again when anything
in ``psoas`` changes, bundles included; reload the page in the browser.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from watchfiles import run_process
from watchfiles.main import FileChange

import hatch_build
from psoas.demo.made_up_person import make_demo
from psoas.services.settings import PORT
from scripts import typescript_rules

ROOT = Path(__file__).resolve().parents[1]
FIRST_BUNDLES_S = 3.0
"""Until then the first bundles are written; they do not make the server start again."""
START = "from psoas.cli import app; app()"


def server_command(data: Path, port: int) -> str:
    """What starts the app."""
    return shlex.join([sys.executable, "-c", START, "serve", "--data", str(data), "--port", str(port)])


def main() -> None:
    """Run until stopped with Ctrl+C."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / "build/demo")
    parser.add_argument("--port", type=int, default=PORT)
    asked = parser.parse_args()
    typescript_rules.write_rules()
    measure = ROOT / "build/walking"
    if not asked.data.exists():
        make_demo(asked.data, today=date.today(), measure=measure if measure.exists() else None)
    with ExitStack() as stack:
        for command in hatch_build.bundle_commands(ROOT, watch=True):
            watcher = stack.enter_context(subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL))
            stack.callback(watcher.terminate)
        serve = server_command(asked.data, asked.port)
        run_process(
            ROOT / "psoas", target=serve, target_type="command", callback=print_changes, grace_period=FIRST_BUNDLES_S
        )


def print_changes(changes: set[FileChange]) -> None:
    """Name what makes the server start again."""
    names = sorted({Path(path).name for _, path in changes})
    print(f"changed: {', '.join(names)}", flush=True)


if __name__ == "__main__":
    main()
