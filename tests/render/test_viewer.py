"""The 3D viewer in a real browser: the drawn skeleton stands there, in WebGL, alone on a page without a network."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import ArrayLike
from playwright.sync_api import Browser, Page

from psoas.body.meshes import PARENTS, REFERENCE_ORIGINS, segment_meshes
from psoas.core.arrays import Floats
from psoas.core.catalogue import browser_words
from psoas.core.catalogue import text as words_of

DESKTOP, PHONE, SMALL = (1280, 800), (390, 844), (800, 500)
HIPS = ("pelvis", "l1", "l3", "l5", "femur_r", "femur_l")
"""Enough of a body for what does not depend on all of it; drawing in software is slow."""

OWN = "document.getElementById('body')"


READ = """const canvas = document.querySelector('#body canvas'); PsoasViewer.stats(document.getElementById('body'));
const gl = canvas.getContext('webgl2'), w = gl.drawingBufferWidth, h = gl.drawingBufferHeight;
const p = new Uint8Array(w * h * 4); gl.readPixels(0, 0, w, h, gl.RGBA, gl.UNSIGNED_BYTE, p);"""
"""JavaScript that draws a frame and reads the picture (w, h, p: rows from the bottom, RGBA) back."""

BOX = f"""() => {{ {READ} let [l, t, r, b] = [w, h, 0, 0];
for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) if (p[4 * (y * w + x) + 3] > 250) {{
  l = Math.min(l, x); r = Math.max(r, x); t = Math.min(t, h - 1 - y); b = Math.max(b, h - 1 - y); }}
return [l, t, r, b]; }}"""

RED = f"""() => {{ {READ} let [n, sum] = [0, 0];
for (let i = 0; i < p.length; i += 4) if (p[i + 3] > 250 && p[i] > 1.35 * p[i + 2]) {{
  n++; sum += (p[i] + p[i + 1] + p[i + 2]) / 3; }}
return [n, sum / n]; }}"""

PAPER = """async () => { const image = document.querySelector('.pv-printed'); await image.decode();
const flat = document.createElement('canvas'); [flat.width, flat.height] = [image.naturalWidth, image.naturalHeight];
const pen = flat.getContext('2d'); pen.drawImage(image, 0, 0);
return pen.getImageData(0, 0, flat.width, flat.height).data.filter((v, i) => i % 4 === 3 && v > 250).length; }"""


def text(values: ArrayLike, kind: str = "<f4") -> str:
    """Little-endian numbers as base64."""
    return base64.b64encode(np.ascontiguousarray(values, dtype=kind).tobytes()).decode()


def made_up_fascicles() -> Floats:
    """Four straight lines (4, 6, 3) from the lumbar spine to the thighs, metres, pelvis frame."""
    lines = []
    for side in (1.0, -1.0):
        for start in ((-0.10, 0.18, 0.028 * side), (-0.095, 0.10, 0.028 * side)):
            end = (-0.093, -0.122, 0.087 * side)
            lines.append(np.linspace(start, end, 6) + np.outer([0, 0.01, 0.03, 0.04, 0.03, 0], [1, 0, 0]))
    return np.array(lines)


def made_scene(frames: int, names: tuple[str, ...] = HIPS) -> dict[str, Any]:
    """Standing bones, moved 1 cm forward a frame; the fascicles shorten from 106 to 84 % over the frames."""
    meshes = {name: mesh for name, mesh in segment_meshes().items() if name in names}
    rest = np.array([REFERENCE_ORIGINS[PARENTS.get(name, name)] for name in meshes])
    travel = np.outer(np.arange(frames), [0.01, 0.0, 0.0])
    sides = ("right", "right", "left", "left")
    return {
        "schema": "psoas.scene/1",
        "words": browser_words("viewer"),
        "segments": [
            {
                "name": name,
                "label": words_of(f"bone.{name}"),
                "kind": next((k for k in ("diaphragm", "disc") if name.startswith(k)), "bone"),
                "scale": [1, 1, 1],
                "vertices": text(mesh.vertices),
                "faces": text(mesh.faces, "<u4"),
            }
            for name, mesh in meshes.items()
        ],
        "time": [5.0 + 0.05 * i for i in range(frames)],
        "position": text(rest[None] + travel[:, None]),
        "quaternion": text(np.tile([0.0, 0.0, 0.0, 1.0], (frames, len(meshes), 1))),
        "fascicles": [
            {"name": f"psoas_{i}", "label": f"{side.capitalize()} psoas, made up", "muscle": "psoas", "side": side}
            | {"radius_m": 0.006}
            for i, side in enumerate(sides)
        ],
        "points": text(made_up_fascicles()[None] + travel[:, None, None]),
        "percent": text(np.linspace(106, 84, frames)[:, None] * np.ones(4)),
        "percent_range": [84, 106],
        "floor_y": -0.95,
        "heading": [1, 0],
        "treadmill": False,
    }


@contextmanager
def opened(
    browser: Browser, folder: Path, scene: dict[str, Any], size: tuple[int, int] = SMALL, **context: Any
) -> Iterator[Page]:
    """A page from a file with only the viewer; leaving it, nothing may have gone wrong or out to a network."""
    script = (Path(__file__).parents[2] / "psoas/report/static/viewer.js").read_text(encoding="utf-8")
    page_file = folder / "page.html"
    page_file.write_text(
        "<!doctype html><html lang='en'><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<style>html, body { margin: 0; height: 100% } #body { height: 100% }</style><div id='body'></div>"
        f"<script>{script}</script><script>const scene = {json.dumps(scene)};"
        f"window.heard = []; {OWN}.addEventListener('psoas-time', (e) => window.heard.push(e.detail));"
        f"PsoasViewer.mount({OWN}, scene, window.wish ?? {{}});</script></html>",
        encoding="utf-8",
    )
    troubles: list[str] = []
    asked: list[str] = []
    own = browser.new_context(viewport={"width": size[0], "height": size[1]}, **context)
    page = own.new_page()
    page.on(
        "console",
        lambda m: troubles.append(m.text) if m.type in ("error", "warning") and "ReadPixels" not in m.text else None,
    )
    page.on("pageerror", lambda e: troubles.append(str(e)))
    page.on("request", lambda r: asked.append(r.url))
    page.goto(page_file.as_uri())
    yield page
    own.close()
    assert troubles == []
    assert asked == [page_file.as_uri()]


def stats(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(f"PsoasViewer.stats({OWN})")
    return found


def seek(page: Page, time: float) -> dict[str, float]:
    """Ask for a moment as a chart does; returns what the viewer then says it shows."""
    page.evaluate(f"{OWN}.dispatchEvent(new CustomEvent('psoas-seek', {{ detail: {{ time: {time} }} }}))")
    stats(page)
    return last_heard(page)


def last_heard(page: Page) -> dict[str, float]:
    heard: dict[str, float] = page.evaluate("window.heard[window.heard.length - 1]")
    return heard


def bone_pixels(page: Page) -> list[int]:
    """Bounding box (left, top, right, bottom) in CSS pixels of everything opaque in the picture."""
    box: list[int] = page.evaluate(BOX)
    return box


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_skeleton_is_really_drawn(chromium: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    with opened(chromium, tmp_path, made_scene(1, tuple(segment_meshes())), size) as page:
        seen = stats(page)
        bones = sum(len(mesh.faces) for mesh in segment_meshes().values())
        assert seen["triangles"] > bones
        assert seen["drawCalls"] > len(segment_meshes())
        assert seen["nonBackgroundPixels"] > 0.03 * size[0] * size[1]
        left, top, right, bottom = bone_pixels(page)
        assert bottom - top > 0.6 * size[1]
        assert 0 < left < right < size[0] - 1
        assert 0 < top < bottom < size[1] - 1


def test_a_standing_picture_has_no_playback(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        assert page.get_by_label("Playback").count() == 0
        assert page.get_by_role("button", name="See the body from the front").is_visible()


def test_seeking_and_stepping_tell_the_moment(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(9)) as page:
        assert seek(page, 5.2) == {"time": pytest.approx(5.2), "index": 4}
        page.locator("canvas").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("window.heard[window.heard.length - 1].index === 5")
        page.keyboard.press("ArrowLeft")
        page.wait_for_function("window.heard[window.heard.length - 1].index === 4")
        assert seek(page, 99)["index"] == 8
        assert seek(page, -99)["index"] == 0


def test_space_plays_and_pauses(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(40)) as page:
        page.locator("canvas").focus()
        page.keyboard.press("Space")
        page.wait_for_function("window.heard.length > 3")
        assert page.get_by_role("button", name="Pause").is_visible()
        page.keyboard.press("Space")
        assert page.get_by_role("button", name="Play").is_visible()


@pytest.mark.parametrize(("motion", "plays"), [("no-preference", True), ("reduce", False)])
def test_it_plays_by_itself_only_where_motion_is_welcome(
    chromium: Browser, tmp_path: Path, motion: str, plays: bool
) -> None:
    with opened(chromium, tmp_path, made_scene(40), reduced_motion=motion) as page:
        page.evaluate(f"PsoasViewer.mount({OWN}, scene, {{ autoplay: true }})")
        assert page.get_by_role("button", name="Pause").is_visible() is plays


def test_the_muscle_shortens_in_colour(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(2)) as page:
        page.get_by_role("button", name="Close-up of the psoas").click()
        pale, deep = red_of_muscle(page, 5.0), red_of_muscle(page, 5.05)
        assert pale[0] > 400
        assert deep[0] > 400
        assert deep[1] < 0.75 * pale[1]


def test_the_muscle_deepens_as_it_pulls_and_the_legend_follows(chromium: Browser, tmp_path: Path) -> None:
    made = made_scene(2) | {"percent": text(np.full((2, 4), 100.0)), "force_range": [0, 40]}
    made |= {"force": text([[0.0] * 4, [40.0] * 4])}
    for strand in made["fascicles"]:
        strand["max_force_n"] = 100.0
    with opened(chromium, tmp_path, made) as page:
        page.get_by_role("button", name="Close-up of the psoas").click()
        same = [red_of_muscle(page, 5.0)[1], red_of_muscle(page, 5.05)[1]]
        assert same[1] == pytest.approx(same[0], rel=0.03)
        assert page.locator(".pv-legend").inner_text().endswith("long 106")
        page.get_by_role("button", name="how hard it pulls").click()
        assert page.locator(".pv-legend strong").inner_text() == "Pull, % of strength"
        assert "pulling 40" in page.locator(".pv-legend").inner_text()
        pale, deep = red_of_muscle(page, 5.0), red_of_muscle(page, 5.05)
        assert deep[1] < 0.7 * pale[1]
        page.get_by_role("button", name="by its length").click()
        assert red_of_muscle(page, 5.05)[1] == pytest.approx(same[1], rel=0.03)


def test_without_forces_there_is_no_switch(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        assert page.locator(".pv-tints").count() == 0


def red_of_muscle(page: Page, time: float) -> tuple[int, float]:
    """How many pixels are clearly redder than bone, and how bright they are (0-255) on average."""
    seek(page, time)
    count, bright = page.evaluate(RED)
    return int(count), float(bright)


def test_fading_the_bones_uncovers_the_muscle(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        page.get_by_role("button", name="See the body from behind").click()
        before = stats(page)["nonBackgroundPixels"]
        ghost = page.get_by_role("button", name="Fade the bones")
        ghost.click()
        assert ghost.get_attribute("aria-pressed") == "true"
        faded = stats(page)["nonBackgroundPixels"]
        assert 200 < faded < 0.2 * before
        ghost.click()
        assert stats(page)["nonBackgroundPixels"] == pytest.approx(before, rel=0.01)


def test_pointing_names_the_bone_and_the_fascicle(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        page.get_by_role("button", name="See the body from the front").click()
        left, top, right, _ = bone_pixels(page)
        page.mouse.move((left + right) / 2, top + 6)
        assert page.locator(".pv-label").inner_text() == "First lumbar vertebra (L1)"
        page.get_by_role("button", name="Fade the bones").click()
        page.get_by_role("button", name="Close-up of the psoas").click()
        left, top, right, bottom = bone_pixels(page)
        found = set()
        for share in np.linspace(0.02, 0.98, 60):
            page.mouse.move(left + share * (right - left), (top + bottom) / 2)
            found.add(page.locator(".pv-label").inner_text())
        assert "Right psoas, made up\n106 % of its length in standing" in found


def test_the_camera_goes_along_with_a_walk(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(60)) as page:
        page.get_by_role("button", name="See the body from its right side").click()
        first = bone_pixels(page)
        seek(page, 7.95)
        assert bone_pixels(page) == pytest.approx(first, abs=3)


def test_the_camera_never_goes_below_the_floor(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1) | {"floor_y": -0.15}) as page:
        start = stats(page)["cameraAboveFloor"]
        page.mouse.move(400, 300)
        page.mouse.down()
        page.mouse.move(400, 10, steps=8)
        page.mouse.up()
        assert 0.05 < stats(page)["cameraAboveFloor"] < 0.5 * start


def test_controls_are_named_and_large_enough_to_touch(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(5), PHONE, has_touch=True) as page:
        for control in page.locator("button:visible, input:visible").all():
            box = control.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 44
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE[0]
            assert control.get_attribute("aria-label") or control.inner_text()
        assert page.get_by_role("slider").get_attribute("aria-valuetext") == "0.00 of 0.20 seconds"


def test_paper_gets_a_picture(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        assert page.locator("canvas").is_hidden()
        assert page.locator(".pv-printed").is_visible()
        assert page.evaluate(PAPER) > 5000


def test_without_webgl_it_says_so_in_words(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        page.evaluate(f"HTMLCanvasElement.prototype.getContext = () => null; PsoasViewer.mount({OWN}, scene, {{}})")
        assert "cannot draw in 3D" in page.locator("#body").inner_text()
        assert page.evaluate(f"PsoasViewer.stats({OWN})") is None


def test_mounting_again_replaces_and_unmounting_empties(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        page.evaluate(f"PsoasViewer.mount({OWN}, scene, {{}})")
        assert page.locator("canvas").count() == 1
        page.evaluate(f"PsoasViewer.unmount({OWN})")
        assert page.locator("canvas").count() == 0


def test_a_scene_that_is_not_what_it_says_is_refused(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, tmp_path, made_scene(1)) as page:
        said = page.evaluate(
            f"(() => {{ try {{ PsoasViewer.mount({OWN}, {{ ...scene, percent: '' }}, {{}}); return ''; }}"
            " catch (error) { return error.message; } })()"
        )
        assert said == 'Scene "percent" holds 0 numbers; expected 4.'


def test_the_colour_ramp_darkens_in_even_steps(root: Path) -> None:
    stops = json.loads((root / "psoas/report/data/ramp.json").read_text(encoding="utf-8"))["stops"]
    labs = np.array([oklab(stop) for stop in stops])
    steps = np.linalg.norm(np.diff(labs, axis=0), axis=1)
    assert (np.diff(labs[:, 0]) < -0.03).all()
    assert steps == pytest.approx(steps.mean(), rel=0.12)


def oklab(hex_colour: str) -> Floats:
    """OKLab (3,) of an sRGB colour (Ottosson 2020)."""
    srgb = np.array([int(hex_colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255.0
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    cones = np.array([[0.41222, 0.53633, 0.05145], [0.21190, 0.68070, 0.10740], [0.08830, 0.28172, 0.62998]]) @ linear
    mix = [[0.21045, 0.79362, -0.00407], [1.97800, -2.42859, 0.45059], [0.02590, 0.78277, -0.80868]]
    return np.asarray(np.array(mix) @ np.cbrt(cones))
