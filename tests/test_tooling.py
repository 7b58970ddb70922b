"""The tools that the other tests stand on: the browser really draws, and the wheel really holds the front end."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

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


@pytest.mark.slow
def test_a_wheel_holds_the_bundle_and_all_data(root: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "uv", "build", "--wheel", "--no-build-isolation", "--offline", "--out-dir"]
    done = subprocess.run([*build, str(tmp_path)], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [wheel] = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert "psoas/report/static/viewer.js" in held
    tracked = subprocess.run(["git", "ls-files", "psoas"], cwd=root, capture_output=True, text=True, check=True)
    assert set(tracked.stdout.split("\n")) - {""} <= held
    assert not [name for name in held if not name.startswith("psoas")]
