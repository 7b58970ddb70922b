"""Pictures without a display: the rasteriser against geometry, and the drawn body against the real one."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.model.body import Body
from psoas.body.postures import posture
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.render.body_image import posture_picture, to_png
from psoas.render.fascicle_tubes import EDGES, fascicle_tube
from psoas.render.palette import hex_colour, length_colour, psoas_ramp
from psoas.render.rasterizer import encode_png, rasterise
from psoas.render.renderer import RenderSubject, aspect_ratio, build_subject, render_image

ENDS = (70.0, 110.0)


def pixels(data: bytes) -> Floats:
    """Bytes (H, W, 4) of a PNG that this project wrote or that vl_convert wrote with one filter a row."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    at, parts = 8, b""
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            parts += data[at + 8 : at + 8 + size]
        at += size + 12
    rows = np.frombuffer(zlib.decompress(parts), np.uint8).reshape(height, -1)
    assert (rows[:, 0] == 2).all()
    return np.cumsum(rows[:, 1:].astype(int), axis=0).astype(np.uint8).reshape(height, width, 4).astype(float)


@pytest.fixture(scope="module")
def standing() -> RenderSubject:
    return build_subject(Body(), posture("standing").values, percent_ends=ENDS)


corner = st.tuples(st.floats(-5, 45), st.floats(-5, 35))


@given(st.lists(corner, min_size=3, max_size=3))
def test_a_triangle_covers_the_pixels_whose_centres_it_holds(corners: list[tuple[float, float]]) -> None:
    place = np.array(corners)
    a, b = place[1] - place[0], place[2] - place[0]
    area = a[0] * b[1] - a[1] * b[0]
    face = np.array([[0, 1, 2]] if area < 0 else [[0, 2, 1]])
    hits = rasterise(place, np.zeros(3), face, width=40, height=30)
    x, y = np.meshgrid(np.arange(40) + 0.5, np.arange(30) + 0.5)
    points = np.stack([x.ravel(), y.ravel()], axis=1)
    p, q, r = place[face[0]]

    def side(start: Floats, end: Floats) -> Floats:
        return np.asarray((end - start)[0] * (points - start)[:, 1] - (end - start)[1] * (points - start)[:, 0])

    sides = np.stack([side(p, q), side(q, r), side(r, p)])
    inside, near = (sides < -1e-3).all(axis=0), (np.abs(sides) <= 1e-3).any(axis=0)
    drawn = np.isin(np.arange(1200), hits.pixel)
    assert (drawn == inside)[~near].all()
    assert np.allclose(np.einsum("kc,cx->kx", hits.weight, place[face[0]]), points[hits.pixel], atol=1e-4)


def test_the_nearer_triangle_hides_the_further_one_and_backs_are_not_drawn() -> None:
    place = np.array([[0.0, 0], [0, 20], [20, 0]])
    both = rasterise(
        np.tile(place, (2, 1)), np.array([5.0] * 3 + [2.0] * 3), np.array([[0, 1, 2], [3, 4, 5]]), width=9, height=9
    )
    assert set(both.face) == {1} and np.allclose(both.depth, 2.0)
    back = rasterise(place, np.zeros(3), np.array([[0, 2, 1]]), width=9, height=9)
    assert len(back.pixel) == 0


def test_a_png_holds_the_image_it_was_given() -> None:
    image = np.random.default_rng(1).random((7, 5, 4))
    assert (pixels(encode_png(image)) == np.round(image * 255)).all()


def test_the_body_fills_its_picture_and_stands_upright(standing: RenderSubject) -> None:
    image = render_image(standing, view="front", width=180, height=400)
    rows = np.flatnonzero((image[..., 3] > 0.9).any(axis=1))
    columns = np.flatnonzero((image[..., 3] > 0.9).any(axis=0))
    assert rows[-1] - rows[0] > 0.93 * 400
    assert abs((columns[0] + columns[-1]) / 2 - 89.5) < 3
    tall, wide = np.ptp(standing.solid.vertices[:, 1]), np.ptp(standing.solid.vertices[:, 2])
    assert aspect_ratio(standing, "front") == pytest.approx(wide / tall, rel=0.04)


def test_the_front_is_the_mirror_image_of_itself(standing: RenderSubject) -> None:
    cover = render_image(standing, view="front", width=160, height=360)[..., 3] > 0.5
    assert (cover == cover[:, ::-1]).mean() > 0.985


def test_the_muscle_is_red_and_everything_else_is_not(standing: RenderSubject) -> None:
    image = render_image(standing, view="front", width=180, height=400)
    red = (image[..., 0] > image[..., 2] * 1.6) & (image[..., 3] > 0.9)
    rows = np.flatnonzero(red.any(axis=1))
    assert red.sum() > 150
    assert rows[0] > 0.3 * 400 and rows[-1] < 0.6 * 400


def test_a_shorter_psoas_is_drawn_deeper() -> None:
    def brightness(name: str) -> float:
        shown = build_subject(Body(), posture(name).values, percent_ends=ENDS)
        return float(shown.muscle.colour.mean())

    assert brightness("knees_to_chest") < brightness("sitting_upright") < brightness("standing")


def test_the_ramp_runs_from_pale_to_deep_in_even_steps() -> None:
    assert hex_colour(length_colour(110.0, *ENDS)) == hex_colour(psoas_ramp()[0])
    assert hex_colour(length_colour(70.0, *ENDS)) == hex_colour(psoas_ramp()[-1])
    light = psoas_ramp() @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(light) < 0).all()


def test_a_tube_has_a_belly_and_goes_from_end_to_end() -> None:
    path = np.array([[0.0, 0.3 - 0.1 * i, 0.01 * i * i] for i in range(4)])
    rings = fascicle_tube(path, 0.004).vertices.reshape(-1, EDGES, 3)
    assert np.allclose(rings.mean(axis=1)[[0, -1]], path[[0, -1]], atol=1e-9)
    radius = np.linalg.norm(rings - rings.mean(axis=1, keepdims=True), axis=2)
    assert np.allclose(radius.max(axis=1), radius.min(axis=1))
    assert 0.3 < np.argmax(radius[:, 0]) / len(radius) < 0.5
    assert 1.3 < radius.max() / 0.004 < 1.6 and radius[-1, 0] < 0.002


def test_the_posture_picture_says_and_shows_the_posture(tmp_path: Path) -> None:
    svg = posture_picture(Body(), posture("sitting_slumped"))
    root = ET.fromstring(svg)
    words = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Sitting slumped" in words
    assert sum("% of standing" in (w or "") for w in words) == 3
    assert sum(1 for _ in root.iter("{http://www.w3.org/2000/svg}image")) == 2
    assert len(svg) < 1_500_000
    to_png(svg, tmp_path / "slumped.png")
    data = (tmp_path / "slumped.png").read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1488, 1080)
    assert len(data) > 60_000, "the drawn bodies are missing"


def test_a_picture_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        to_png('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>', tmp_path / "none" / "x.png")
