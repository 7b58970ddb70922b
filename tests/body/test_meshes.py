"""The drawn skeleton: closed surfaces of the right topology, known volumes, landmarks where anatomy puts them."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.body.meshes import PARENTS, REFERENCE_ORIGINS, Mesh, segment_meshes
from psoas.body.meshes.distance_fields import DistanceField, blend, carve, ellipsoid, mirrored_pair, rod, sheet
from psoas.body.meshes.leg_bones import femur
from psoas.body.meshes.pelvis_bones import HIP_CENTRE, hip_bone, sacrum
from psoas.body.meshes.skeleton import build_skeleton_meshes
from psoas.body.meshes.surface_nets import THINNING, extract_surface
from psoas.body.meshes.swept_tubes import tube
from psoas.body.meshes.triangle_mesh import both_sides, join
from psoas.body.meshes.vertebrae import LUMBAR_SIZE, lumbar
from psoas.core.arrays import Floats

SHEETS = {"diaphragm"}
"""Shown from both sides: the only mesh that is not closed."""


def volume(mesh: Mesh) -> float:
    """Signed volume by the divergence theorem, m^3; positive when the corners run counter-clockwise from outside."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6.0)


def edge_balance(mesh: Mesh) -> int:
    """Directed edges left over once each is paired with one running the other way: 0 for a closed surface."""
    size = len(mesh.vertices)
    ends = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    forward, back = ends[:, 0] * size + ends[:, 1], ends[:, 1] * size + ends[:, 0]
    return int((np.sort(forward) != np.sort(back)).sum())


def holes(mesh: Mesh) -> float:
    """Handles of one connected closed surface, from Euler: V - E + F = 2 - 2 g."""
    ends = np.concatenate([mesh.faces[:, [0, 1]], mesh.faces[:, [1, 2]], mesh.faces[:, [2, 0]]])
    edges = len(np.unique(np.sort(ends, axis=1), axis=0))
    return 1.0 - (len(np.unique(mesh.faces)) - edges + len(mesh.faces)) / 2.0


def nearest(mesh: Mesh, point: tuple[float, float, float]) -> float:
    """Distance in mm from ``point`` (metres) to the closest vertex."""
    return float(np.linalg.norm(mesh.vertices - np.array(point), axis=1).min() * 1000.0)


@pytest.fixture(scope="module")
def meshes() -> dict[str, Mesh]:
    return segment_meshes()


def test_a_ball_is_a_ball() -> None:
    mesh = extract_surface(ellipsoid((5, -3, 2), 20.0), 3.0)
    distance = np.linalg.norm(mesh.vertices - np.array([5, -3, 2]) / 1000.0, axis=1)
    assert np.abs(distance - 0.020).max() < 5e-5
    assert volume(mesh) == pytest.approx(4 / 3 * np.pi * 0.020**3, rel=0.03)
    assert holes(mesh) == 0


@given(st.tuples(*[st.floats(8, 30)] * 3), st.floats(-60, 60), st.floats(2.0, 3.5))
def test_ellipsoids_have_their_volume_however_they_lie(
    radii: tuple[float, float, float], lean: float, step: float
) -> None:
    mesh = extract_surface(ellipsoid((1, 2, 3), radii, lean=lean, yaw=lean / 2), step)
    assert edge_balance(mesh) == 0
    assert holes(mesh) == 0
    exact = 4 / 3 * np.pi * np.prod(radii) * 1e-9
    smallest = (1 - THINNING * step / min(radii)) ** 3  # flat triangles inside a round surface, thinned
    assert (smallest - 0.02) * exact < volume(mesh) < 1.01 * exact


@given(st.floats(20, 80), st.floats(4, 9), st.floats(4, 9))
def test_a_straight_tube_has_the_volume_of_its_oval_cylinder_and_caps(long: float, tall: float, thick: float) -> None:
    mesh = tube([(0, 0, 0), (long / 2, 0, 0), (long, 0, 0)], tall, thick, rings=5, sides=24)
    cylinder = np.pi * tall * thick * long * 1e-9
    cap = 4 / 3 * np.pi * tall * thick * max(tall, thick) * 1e-9
    assert edge_balance(mesh) == 0
    assert holes(mesh) == 0
    assert 0.97 * cylinder < volume(mesh) < cylinder + cap


def test_a_bent_rod_keeps_its_radius() -> None:
    mesh = extract_surface(rod([(0, 0, 0), (30, 20, 0), (60, 0, 10)], 7.0), 3.0)
    field = rod([(0, 0, 0), (30, 20, 0), (60, 0, 10)], 7.0).field(mesh.vertices * 1000.0)
    assert np.abs(field).max() < 0.25
    assert holes(mesh) == 0


def test_a_flat_sheet_is_as_thick_as_told() -> None:
    grid = [[(0, 0, 0), (0, 0, 40)], [(0, 40, 0), (0, 40, 40)]]
    mesh = extract_surface(sheet(grid, [[4, 4], [4, 4]]), 3.0)
    middle = np.abs(mesh.vertices[:, 1:] - 0.020).max(axis=1) < 0.012
    assert middle.any()
    assert np.abs(mesh.vertices[middle, 0]) == pytest.approx(0.004, abs=2e-4)


@given(st.floats(-30, 30), st.floats(1, 12))
def test_blending_only_adds_and_carving_only_takes_away(offset: float, softness: float) -> None:
    one, two = ellipsoid((0, 0, 0), 15.0), ellipsoid((offset, 5, 0), (12, 9, 10))
    points = np.random.default_rng(3).uniform(-40, 40, (400, 3))
    together = blend(softness, one, two).field(points)
    assert (together <= np.minimum(one.field(points), two.field(points)) + 1e-9).all()
    left = carve(softness, one, two).field(points)
    assert (left >= np.maximum(one.field(points), -two.field(points)) - 1e-9).all()


def test_a_pair_is_symmetric() -> None:
    solid = mirrored_pair(rod([(0, 0, 10), (5, 20, 30)], 6.0))
    points = np.random.default_rng(4).uniform(-40, 40, (300, 3))
    assert solid.field(points) == pytest.approx(solid.field(points * [1, 1, -1]))
    assert solid.low[2] == -solid.high[2]


def test_a_ring_has_one_hole() -> None:
    angles = np.linspace(0, 2 * np.pi, 12)
    ring = rod(np.stack([30 * np.cos(angles), 30 * np.sin(angles), 0 * angles], axis=1), 8.0)
    assert holes(extract_surface(ring, 4.0)) == 1


def test_a_shaft_may_be_drawn_with_a_coarser_step() -> None:
    shaft = rod([(0, -100, 0), (0, 100, 0)], 15.0)
    fine, calm = extract_surface(shaft, 4.0), extract_surface(shaft, 4.0, calm=(-80, 80, 10.0))
    assert len(calm.faces) < len(fine.faces)
    assert volume(calm) == pytest.approx(volume(fine), rel=0.02)


def test_thinning_keeps_the_surface(monkeypatch: pytest.MonkeyPatch) -> None:
    solid = carve(3.0, ellipsoid((0, 0, 0), (40, 20, 30)), rod([(0, -60, 0), (0, 60, 0)], 9.0))
    thin = extract_surface(solid, 3.0)
    monkeypatch.setattr("psoas.body.meshes.surface_nets.THINNING", 0.0)
    full = extract_surface(solid, 3.0)
    assert len(thin.faces) < 0.6 * len(full.faces)
    assert holes(thin) == holes(full) == 1
    assert volume(thin) == pytest.approx(volume(full), rel=0.02)


def test_every_bone_is_closed_and_faces_outward(meshes: dict[str, Mesh]) -> None:
    for name, mesh in meshes.items():
        if name not in SHEETS:
            assert edge_balance(mesh) == 0, name
            assert volume(mesh) > 0, name


def test_no_triangle_is_degenerate(meshes: dict[str, Mesh]) -> None:
    for name, mesh in meshes.items():
        a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
        assert (np.linalg.norm(np.cross(b - a, c - a), axis=1) > 0).all(), name
        assert mesh.faces.max() < len(mesh.vertices), name


def test_bones_have_the_holes_that_anatomy_gives_them() -> None:
    assert holes(lumbar()) == 1  # the spinal canal
    assert holes(hip_bone()) == 1  # the obturator foramen
    assert holes(sacrum()) == 8  # four pairs of sacral foramina
    assert holes(femur()) == 0


def test_left_is_the_mirror_of_right(meshes: dict[str, Mesh]) -> None:
    limbs = [name for name in meshes if name.endswith("_r")]
    assert len(limbs) == 10
    for name in limbs:
        right, left = meshes[name], meshes[f"{name[:-1]}l"]
        assert np.array_equal(left.vertices * [1, 1, -1], right.vertices), name
        assert volume(left) == pytest.approx(volume(right)), name


def test_the_midline_is_in_the_middle(meshes: dict[str, Mesh]) -> None:
    for name in ("pelvis", "l1", "l5", "thorax", "ribs_lower", "head", "disc_l4"):
        z = meshes[name].vertices[:, 2]
        assert z.max() == pytest.approx(-z.min(), abs=1.5e-3), name


@pytest.mark.parametrize(
    ("name", "point", "within_mm"),
    [
        ("pelvis", (0.007, 0.019, 0.1285), 9.0),  # ASIS
        ("pelvis", (-0.1534, 0.0592, -0.045), 9.0),  # PSIS
        ("pelvis", (-0.105, -0.125, 0.058), 16.0),  # ischial tuberosity
        ("pelvis", (-0.065, 0.095, 0.125), 9.0),  # top of the iliac crest
        ("pelvis", (-0.125, -0.075, 0.0), 10.0),  # coccyx
        ("femur_r", (-0.010, -0.005, 0.060), 12.0),  # greater trochanter
        ("femur_r", (-0.020, -0.055, 0.008), 6.0),  # lesser trochanter
        ("femur_r", (0.0, -0.404, 0.045), 11.0),  # lateral epicondyle
        ("femur_r", (0.0, -0.404, -0.045), 11.0),  # medial epicondyle
        ("thorax", (0.060, 0.285, 0.0), 9.0),  # jugular notch
        ("thorax", (0.098, 0.130, 0.0), 6.0),  # tip of the breastbone
    ],
)
def test_landmarks_lie_on_the_bone(
    meshes: dict[str, Mesh], name: str, point: tuple[float, float, float], within_mm: float
) -> None:
    assert nearest(meshes[name], point) < within_mm


def test_the_hip_bone_ends_at_its_spines(meshes: dict[str, Mesh]) -> None:
    x, y, _ = meshes["pelvis"].vertices.T
    assert x[y > 0].max() == pytest.approx(0.007 + 0.006, abs=4e-3)  # ASIS and the bone round it
    assert x[y > 0.04].min() == pytest.approx(-0.1534 - 0.007, abs=4e-3)  # PSIS
    assert y.min() == pytest.approx(-0.125 - 0.013, abs=5e-3)  # ischial tuberosities


def test_the_thigh_bone_s_head_fits_its_socket(meshes: dict[str, Mesh]) -> None:
    centre = np.array(HIP_CENTRE) / 1000.0
    assert REFERENCE_ORIGINS["femur_r"] == pytest.approx(centre, abs=1e-9)
    medial = meshes["femur_r"].vertices[meshes["femur_r"].vertices[:, 2] < -0.012]
    head = np.linalg.norm(medial[medial[:, 1] > -0.03], axis=1)
    assert head == pytest.approx(0.024, abs=1e-3)
    assert nearest(meshes["pelvis"], tuple(centre)) > 24.5


def test_lumbar_bodies_grow_downward_and_have_their_size(meshes: dict[str, Mesh]) -> None:
    widths = [body_width(meshes[f"l{level}"]) for level in range(1, 6)]
    assert widths == sorted(widths)
    assert body_width(lumbar()) == pytest.approx(LUMBAR_SIZE[2] / 1000.0, abs=3e-3)


def body_width(vertebra: Mesh) -> float:
    """Width of the front half of the vertebral body, metres."""
    x = vertebra.vertices[:, 0]
    return float(np.ptp(vertebra.vertices[x > x.max() - 0.018, 2]))


def test_the_standing_figure_has_the_height_of_a_person(meshes: dict[str, Mesh]) -> None:
    standing = {n: m.vertices + REFERENCE_ORIGINS[PARENTS.get(n, n)] for n, m in meshes.items()}
    everything = np.concatenate(list(standing.values()))
    assert 1.68 < np.ptp(everything[:, 1]) < 1.85
    assert np.ptp(standing["ribs_lower"][:, 2]) == pytest.approx(0.27, abs=0.02)
    assert stacked([standing[f"l{n}"] for n in range(5, 0, -1)])


def stacked(bones: list[Floats]) -> bool:
    """Whether the bones' centres rise from the first to the last."""
    return bool((np.diff([bone[:, 1].mean() for bone in bones]) > 0.02).all())


def test_every_mesh_has_a_segment_and_every_segment_a_mesh(meshes: dict[str, Mesh]) -> None:
    assert {PARENTS.get(name, name) for name in meshes} == set(REFERENCE_ORIGINS)
    assert set(PARENTS) <= set(meshes)


def test_the_whole_body_is_light_and_soon_drawn(meshes: dict[str, Mesh]) -> None:
    assert sum(len(mesh.faces) for mesh in meshes.values()) < 70_000
    build_skeleton_meshes.cache_clear()
    start = time.process_time()
    segment_meshes()
    assert time.process_time() - start < 4.0


def test_meshes_cannot_be_changed_and_are_kept(meshes: dict[str, Mesh]) -> None:
    with pytest.raises(ValueError, match="read-only"):
        meshes["pelvis"].vertices[0, 0] = 1.0
    again = segment_meshes()
    again.pop("pelvis")
    assert "pelvis" in segment_meshes()
    assert segment_meshes()["l3"] is segment_meshes()["l3"]


def test_joining_keeps_every_triangle() -> None:
    ball = extract_surface(ellipsoid((0, 0, 30), 10.0), 3.0)
    pair = both_sides(ball)
    assert len(pair.faces) == 2 * len(ball.faces)
    assert volume(join([pair, ball])) == pytest.approx(3 * volume(ball))


def test_moves_are_what_they_say() -> None:
    point = Mesh(np.array([[0.01, 0.0, 0.0]]), np.zeros((0, 3), dtype=int))
    assert point.leaned(90).vertices[0] == pytest.approx([0, 0.01, 0])
    assert point.moved_mm(1, 2, 3).vertices[0] == pytest.approx([0.011, 0.002, 0.003])
    assert point.scaled(2, 1, 1).vertices[0] == pytest.approx([0.02, 0, 0])
    raised = Mesh(np.array([[0.01, 0.02, 0.0]]), np.zeros((0, 3), dtype=int)).bent(0.01)
    assert raised.vertices[0] == pytest.approx([0.01, 0.022, 0])


def test_a_solid_s_box_holds_it() -> None:
    solid: DistanceField = ellipsoid((3, 4, 5), (10, 20, 30), lean=35, yaw=20)
    points = np.random.default_rng(5).uniform(-60, 60, (4000, 3))
    inside = points[solid.field(points) < 0]
    assert len(inside) > 50
    assert (inside >= solid.low).all()
    assert (inside <= solid.high).all()
