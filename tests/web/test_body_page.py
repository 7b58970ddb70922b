"""The front page: dials make postures, postures make figures, figures make sentences."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation
from starlette.testclient import TestClient

from psoas.analysis.posture_summary import posture_summary
from psoas.body.meshes import PARENTS, segment_meshes
from psoas.body.model.body import Body
from psoas.body.postures import posture
from psoas.core.arrays import Floats
from psoas.core.errors import InputError
from psoas.render.live_body import LiveBody
from psoas.render.posture_controls import DIALS, SHOWN, apply_dials, dial_positions
from psoas.render.posture_text import posture_paragraphs
from psoas.render.scene import drawn_fascicles
from tests.web_worlds import World


@pytest.fixture(scope="module")
def figure() -> LiveBody:
    return LiveBody()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return World(tmp_path_factory.mktemp("data")).home


def degrees(name: str, coordinate: str, **turned: float) -> float:
    body = Body()
    return float(np.rad2deg(apply_dials(name, turned).values[body.coordinate_index(coordinate)]))


def floats(text: str) -> Floats:
    return np.frombuffer(base64.b64decode(text), "<f4").astype(float)


@pytest.mark.parametrize("name", SHOWN)
def test_dials_left_where_they_stand_change_nothing(name: str) -> None:
    assert apply_dials(name, dial_positions(name)).values == pytest.approx(posture(name).values, abs=1e-3)
    assert apply_dials(name, {}).values == pytest.approx(posture(name).values, abs=1e-12)
    assert all(dial.low <= dial_positions(name)[dial.id] <= dial.high for dial in DIALS)


def test_the_pelvis_tips_over_legs_that_stay() -> None:
    """Thigh in the room = hip flexion + pelvic tilt, and chest in the room = lumbar extension + tilt: both kept."""
    for tip in (-20.0, 7.0, 20.0):
        assert degrees("standing", "pelvis_tilt", pelvis=tip) == pytest.approx(-tip)
        for still in ("hip_flexion_r", "hip_flexion_l", "lumbar_extension"):
            moved = degrees("standing", still, pelvis=tip) + degrees("standing", "pelvis_tilt", pelvis=tip)
            assert moved == pytest.approx(0.0, abs=1e-9)
        assert degrees("standing", "knee_angle_r", pelvis=tip) == 0.0


def test_a_lifted_thigh_lets_the_shin_hang() -> None:
    assert degrees("standing", "knee_angle_r", hip_r=60.0) == pytest.approx(60.0)
    assert degrees("standing", "knee_angle_l", hip_r=60.0) == 0.0
    assert degrees("standing", "knee_angle_r", hip_r=-15.0) == 0.0
    assert degrees("sitting_upright", "knee_angle_r", hip_r=100.0) == pytest.approx(90 + 100 - 71.3)


def test_dials_that_are_not_or_go_too_far_are_all_named() -> None:
    with pytest.raises(InputError) as refused:
        apply_dials("standing", {"hip_r": 200.0, "elbow": 3.0, "ribs": float("nan")})
    assert len(refused.value.faults) == 3
    with pytest.raises(InputError, match="sitting_slumped"):
        apply_dials("sitting", {})


turned = st.fixed_dictionaries({}, optional={d.id: st.integers(d.low, d.high).map(float) for d in DIALS})


@settings(max_examples=40)
@given(st.sampled_from(SHOWN), turned)
def test_whatever_is_turned_the_body_stays_whole(name: str, turned: dict[str, float]) -> None:
    body = ANY
    made = apply_dials(name, turned)
    low, high = body.body.limits.T
    assert (made.values >= low - 1e-9).all()
    assert (made.values <= high + 1e-9).all()
    solved = body.solve(made)
    figures = body.figures(made, solved)
    assert 60 < figures.right.percent < 115
    said = posture_paragraphs(figures, body.standing)
    assert all("nan" not in words and "{" not in words for words in said.values())
    frame = body.frame(solved)
    assert all(np.isfinite(floats(str(text))).all() for text in frame.values())


ANY = LiveBody()


@pytest.mark.parametrize("name", SHOWN)
def test_figures_are_those_of_the_command(figure: LiveBody, name: str) -> None:
    made = posture(name)
    found, told = figure.figures(made, figure.solve(made)), posture_summary(Body(), made)
    right = told.right.psoas
    assert found.right.length * 1000 == pytest.approx(right.length_mm, abs=1e-3)
    assert found.left.percent == pytest.approx(told.left.psoas.length_percent_standing, abs=1e-3)
    assert found.right.pull == pytest.approx(right.passive_force_n, abs=1e-2)
    assert found.moment == pytest.approx(list(right.lumbar_moment_nm_at_fmax.values()), abs=1e-3)
    assert list(found.sure) == list(right.lumbar_moment_sign_certain.values())
    assert found.crura == pytest.approx(right.crura_forward_n, abs=0.02)
    assert found.lordosis == pytest.approx(told.lordosis_deg, abs=1e-2)
    assert found.stacking == pytest.approx(told.stacking_deg, abs=1e-2)


@pytest.mark.parametrize("name", SHOWN)
def test_the_lowest_bone_lies_on_the_floor(figure: LiveBody, name: str) -> None:
    made = posture(name)
    frame = figure.frame(figure.solve(made))
    place = floats(frame["position"]).reshape(-1, 3)
    turn = floats(frame["quaternion"]).reshape(-1, 4)
    lowest = min(
        float((Rotation.from_quat(q).apply(m.vertices * figure.body.segment_scale(PARENTS.get(n, n))) + p)[:, 1].min())
        for (n, m), p, q in zip(segment_meshes().items(), place, turn, strict=True)
    )
    assert lowest == pytest.approx(0.0, abs=0.004)  # outermost points in 64 directions, not all


def test_a_strand_starts_and_ends_where_the_body_says(figure: LiveBody) -> None:
    frame = figure.frame(figure.solve(posture()))
    body, lines = figure.body, drawn_fascicles(figure.body)
    points = floats(frame["points"]).reshape(len(lines), -1, 3)
    path = body.path_points_of(posture().values[None], lines)[0]
    lift = points[0, 0, 1] - path[0, 0, 1]
    assert points[:, 0] - [0, lift, 0] == pytest.approx(path[:, 0], abs=1e-5)
    assert points[:, -1] - [0, lift, 0] == pytest.approx(path[:, -1], abs=1e-5)
    assert floats(frame["percent"]) == pytest.approx(100.0, abs=1e-3)


def said(figure: LiveBody, name: str, **turned: float) -> dict[str, str]:
    made = apply_dials(name, turned)
    return posture_paragraphs(figure.figures(made, figure.solve(made)), figure.standing)


def test_sentences_say_what_the_practice_asks(figure: LiveBody) -> None:
    standing = said(figure, "standing")
    assert standing["psoas"] == "Right and left are as long as in standing, 299 mm."
    assert "straight" in standing["hip"]
    assert "right above your pelvis" in standing["breath"]
    sitting = said(figure, "sitting_slumped")
    assert "shorter than in standing" in sitting["psoas"]
    assert "39° flatter" in sitting["back"]
    assert "is slack" in sitting["hip"]
    assert "close" in sitting["breath"]
    assert "arches 15° more" in said(figure, "arched")["back"]
    assert "open" in said(figure, "arched")["breath"]
    lunge = said(figure, "lunge")
    assert lunge["psoas"].startswith("Right: 5 mm longer")
    assert "15° behind the pelvis" in lunge["hip"]


def test_lifting_a_thigh_shortens_its_own_psoas_alone(figure: LiveBody) -> None:
    last = 101.0
    for lift in (0.0, 30.0, 60.0, 90.0, 120.0):
        made = apply_dials("standing", {"hip_r": lift})
        found = figure.figures(made, figure.solve(made))
        assert found.right.percent < last
        assert found.left.percent == pytest.approx(100.0, abs=0.01)
        last = found.right.percent


def test_the_page_and_the_answers_agree(home: TestClient) -> None:
    answer = home.get("/api/posture?name=lunge&pelvis=5").json()
    assert answer["schema"] == "psoas.live/1"
    page = home.get("/?name=lunge&pelvis=5").text
    assert all(words in page for words in answer["sentences"].values())
    assert 'value="lunge" checked' in page
    assert "Christophy" in page
    scene = home.get("/api/scene").json()
    assert set(answer["frame"]) <= set(scene)
    for part, text in answer["frame"].items():
        assert len(text) == len(scene[part])


def test_without_scripts_another_posture_forgets_the_dials(home: TestClient) -> None:
    again = home.get("/?name=lunge&was=standing&hip_r=0&hip_l=0&pelvis=0&back=0&chest=0&ribs=0").text
    assert "5 mm longer" in again


@pytest.mark.parametrize(
    ("query", "faults"),
    [
        ("name=flying", 1),
        ("hip_r=many", 1),
        ("hip_r=999", 1),
        ("hip_r=nan", 1),
        ("pelvis=inf", 1),
        ("ribs=99&back=x", 2),
    ],
)
def test_what_cannot_be_is_said_and_standing_shown(home: TestClient, query: str, faults: int) -> None:
    refused = home.get(f"/api/posture?{query}")
    assert refused.status_code == 422
    assert len(refused.json()["faults"]) == faults
    page = home.get(f"/?{query}")
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert "as long as in standing" in page.text


def test_the_still_picture_is_a_picture(home: TestClient) -> None:
    picture = home.get("/api/picture.png?name=sitting_upright")
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")
    assert len(picture.content) > 20_000


def test_files_are_kept_by_what_is_in_them(home: TestClient, root: Path) -> None:
    page = home.get("/").text
    link = page.split('src="')[1].split('"')[0]
    assert "immutable" in home.get(link).headers["cache-control"]
    assert home.get(link.split("?")[0]).headers["cache-control"] == "no-cache"
    for wrong in ("/static/nothing.js", "/static/..%2fsettings.py", "/static/", "/static/%00"):
        assert home.get(wrong).status_code == 404
    assert json.loads(page.split('id="body-data">')[1].split("</script>")[0])["starts"].keys() == set(SHOWN)
