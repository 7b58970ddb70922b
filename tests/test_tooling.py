"""The tools that the other tests stand on: the browser really draws, and the wheel really holds the front end."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

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


@pytest.mark.slow
def test_a_wheel_holds_the_bundle_and_all_data(root: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "uv", "build", "--wheel", "--no-build-isolation", "--offline", "--out-dir"]
    done = subprocess.run([*build, str(tmp_path)], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    [wheel] = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    assert "psoas/report/static/viewer.js" in held
    tracked = subprocess.run(["git", "ls-files", "psoas"], cwd=root, capture_output=True, text=True, check=True)
    there = {name for name in tracked.stdout.splitlines() if (root / name).is_file()}
    assert len(there) > 10
    assert there <= held
    assert not [name for name in held if not name.startswith("psoas")]


def outcomes(pytester: pytest.Pytester, code: str) -> dict[str, int]:
    """Run ``code`` as a test file under the project's own conftest."""
    pytester.makeconftest((Path(__file__).parent / "conftest.py").read_text())
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
