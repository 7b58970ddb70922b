"""The tools that the other tests stand on: the browser really draws, and the wheel really holds the front end."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import hatch_build

ABSENT = "PSOAS_SHARED", "nowhere"
PAINT = """() => {
    const gl = document.createElement("canvas").getContext("webgl2");
    gl.clearColor(1, 0.6, 0, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const pixel = new Uint8Array(4);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return Array.from(pixel);
}"""


def test_the_browser_draws_with_webgl(chromium: Browser) -> None:
    page = chromium.new_page()
    try:
        assert page.evaluate(PAINT) == [255, 153, 0, 255]
    finally:
        page.close()


def build(kind: str, root: Path, folder: Path) -> Path:
    """A wheel or source archive of the project."""
    command = [sys.executable, "-m", "uv", "build", f"--{kind}", "--no-build-isolation", "--offline", "--out-dir"]
    done = subprocess.run([*command, str(folder)], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(one for one in folder.iterdir() if one.suffix in (".whl", ".gz"))


def tracked_files(root: Path, *folders: str) -> set[str]:
    """Files that git knows and that are there."""
    listed = subprocess.run(["git", "ls-files", *folders], cwd=root, capture_output=True, text=True, check=True)
    return {name for name in listed.stdout.splitlines() if (root / name).is_file()}


@pytest.mark.slow
def test_a_wheel_holds_the_bundle_and_all_data(root: Path, tmp_path: Path) -> None:
    held = set(zipfile.ZipFile(build("wheel", root, tmp_path)).namelist())
    assert {str(path) for path in hatch_build.BUNDLES.values()} <= held
    there = tracked_files(root, "psoas")
    assert {Path(name).suffix for name in there} >= {".py", ".ftl", ".toml", ".html"}
    assert there <= held
    assert not [name for name in held if not name.startswith("psoas")]


@pytest.mark.slow
def test_a_source_archive_holds_the_whole_project_and_fresh_bundles(root: Path, tmp_path: Path) -> None:
    with tarfile.open(build("sdist", root, tmp_path)) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert tracked_files(root) - held == set()
    assert {str(path) for path in hatch_build.BUNDLES.values()} <= held


def fake_tool(folder: Path, name: str, says: str) -> None:
    """An executable that prints one line."""
    (folder / name).write_text(f"#!/bin/sh\necho {says}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("version", "own"), [("v18.19.0", False), ("v20.1.0", True), ("v24.0.0", True), ("oops", False)]
)
def test_the_machines_node_is_used_when_it_is_new_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, own: bool
) -> None:
    fake_tool(tmp_path, "node", version)
    fake_tool(tmp_path, "npm", "11.0.0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (hatch_build.node() == str(tmp_path / "node")) is own
    assert (hatch_build.npm() == [str(tmp_path / "npm")]) is own


def test_node_comes_from_the_environment_where_the_machine_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for command in ([hatch_build.node(), "--version"], [*hatch_build.npm(), "--version"]):
        said = subprocess.run(command, capture_output=True, text=True, check=True, env={"PATH": str(tmp_path)}).stdout
        assert int(said.strip().removeprefix("v").split(".")[0]) >= 10


@pytest.mark.parametrize("name", ["frontend/src/viewer/viewer.ts", hatch_build.RAMP])
def test_a_bundle_is_fresh_until_a_source_changes(tmp_path: Path, name: str | Path) -> None:
    source, made = tmp_path / name, [tmp_path / path for path in hatch_build.BUNDLES.values()]
    for path in (source, *made):
        path.parent.mkdir(parents=True, exist_ok=True)
    source.write_text("1")
    os.utime(source, (100, 100))
    for path in made:
        assert not hatch_build.is_fresh(tmp_path)
        path.write_text("1")
        os.utime(path, (200, 200))
    assert hatch_build.is_fresh(tmp_path)
    os.utime(source, (300, 300))
    assert not hatch_build.is_fresh(tmp_path)


def test_a_linked_node_modules_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(hatch_build, "run", lambda command, root: asked.append(command))
    (tmp_path / "node_modules").symlink_to(tmp_path)
    hatch_build.install(tmp_path)
    assert asked == []
    (tmp_path / "node_modules").unlink()
    hatch_build.install(tmp_path)
    assert [command[-1] for command in asked] == ["ci"]


def test_one_command_bundles_each_folder(tmp_path: Path) -> None:
    (tmp_path / "frontend/src/pages").mkdir(parents=True)
    (tmp_path / "frontend/src/pages/logo.svg").write_text("<svg/>")
    commands = hatch_build.bundle_commands(tmp_path, watch=True)
    assert [command[-1] for command in commands] == ["--outdir=psoas/report/static", "--outdir=psoas/web/static"]
    entries = {one for command in commands for one in command if "=frontend/" in one}
    assert len(entries) == len(hatch_build.BUNDLES) - 1
    assert (tmp_path / hatch_build.WEB / "mark.svg").read_text() == "<svg/>"


def outcomes(pytester: pytest.Pytester, code: str) -> dict[str, int]:
    """Run ``code`` as a test file under the project's own conftest."""
    pytester.makeconftest((Path(__file__).parents[1] / "conftest.py").read_text())
    pytester.makepyfile(code)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    return {**result.parseoutcomes(), "said": sum("did not run: the shared data" in line for line in result.outlines)}


def test_absent_shared_data_skips_and_is_counted(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(*ABSENT)
    monkeypatch.delenv("PSOAS_REQUIRE_SHARED", raising=False)
    assert outcomes(pytester, "def test_it(shared): pass") == {"skipped": 1, "said": 1}


def test_absent_shared_data_fails_where_it_is_required(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(*ABSENT)
    monkeypatch.setenv("PSOAS_REQUIRE_SHARED", "1")
    assert outcomes(pytester, "def test_it(shared): pass") == {"errors": 1, "said": 0}


@pytest.mark.parametrize(
    "code",
    [
        "import pytest\ndef test_it(): pytest.skip('not today')",
        "import pytest\n@pytest.mark.skipif(True, reason='never')\ndef test_it(): pass",
        "import pytest\n@pytest.fixture\ndef tool(): pytest.skip('no tool')\ndef test_it(tool): pass",
        "import pytest\npytest.importorskip('no_such_module')\ndef test_it(): pass",
    ],
)
def test_no_other_skip_goes_through(pytester: pytest.Pytester, code: str) -> None:
    found = outcomes(pytester, code)
    assert found.get("failed", 0) + found.get("errors", 0) == 1
    assert "skipped" not in found and "passed" not in found
