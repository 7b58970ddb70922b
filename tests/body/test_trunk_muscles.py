"""Trunk muscles on the body: moment arms against calculus and against people, strength, fibres within their range."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas import Body, BodyError, Person
from psoas.body.anatomy.anatomy_tables import muscles
from psoas.body.anatomy.lumbar_rhythm import find_lumbar_rhythm
from psoas.body.anatomy.trunk_muscles import path_length
from psoas.body.model.fibre_length_check import check_tendons, find_fibre_faults
from psoas.core.arrays import Floats, Ints
from psoas.core.catalogue import render
from tests.worlds import across, mirrored_values, posed, random_poses, reference

BACK = ("iliocostalis lumborum", "iliocostalis thoracis", "longissimus lumborum", "longissimus thoracis", "multifidus")
BELLY = ("rectus abdominis", "external oblique", "internal oblique")
LEVELS = find_lumbar_rhythm().levels
STEP = 1e-6


@cache
def trunk() -> Body:
    """The reference body with its trunk muscles."""
    return Body(trunk=True)


def lines(*groups: str, side: str = "") -> Ints:
    """Positions of the lines of some groups, of one side ("r" or "l") or of both."""
    return np.concatenate([trunk().muscles_of(group, s) for group in groups for s in (side or "rl")])


def own() -> Ints:
    """Positions of all trunk lines."""
    return np.arange(len(muscles()), len(trunk().muscles))


def level_arms(**angles: float) -> Floats:
    """Extension arms (M, 5) about each lumbar level in one pose, metres."""
    return np.asarray(trunk().paths(posed(trunk(), **angles)).level_arm[0])


def group_arms(*groups: str, **angles: float) -> Floats:
    """Mean extension arms (5,) weighted by force over the lines that cross each level, metres."""
    arm, force = level_arms(**angles)[lines(*groups)], trunk().architecture.max_force[lines(*groups)]
    crosses = np.abs(arm) > 1e-9
    return np.asarray(force @ arm / (force @ crosses))


def strength(*groups: str, **angles: float) -> Floats:
    """Extension moment (5,) at full force of both sides, N m."""
    return np.asarray(trunk().architecture.max_force[lines(*groups)] @ level_arms(**angles)[lines(*groups)])


def test_the_body_without_trunk_is_what_it_was() -> None:
    plain, full = reference(), trunk()
    n = len(plain.muscles)
    assert plain.muscles == muscles() == full.muscles[:n] and not plain.trunk and full.trunk
    values = random_poses(plain, 5, seed=1, share=0.8)
    here, there = plain.paths(values), full.paths(values)
    np.testing.assert_array_equal(there.length[:, :n], here.length)
    np.testing.assert_array_equal(there.moment_arm[:, :n], here.moment_arm)
    for key in ("max_force", "optimal_fibre", "tendon_slack", "pennation"):
        np.testing.assert_array_equal(getattr(full.architecture, key)[:n], getattr(plain.architecture, key))


def test_standing_lengths_are_those_of_the_tables() -> None:
    for i in own():
        assert trunk().standing_length[i] == pytest.approx(path_length(trunk().muscles[i].path), abs=1e-12)


def test_fibres_and_tendons_grow_with_the_person() -> None:
    tall = Body(Person.of(height_m=1.87), trunk=True)
    for key in ("optimal_fibre", "tendon_slack"):
        ratio = getattr(tall.architecture, key)[own()] / getattr(trunk().architecture, key)[own()]
        np.testing.assert_allclose(ratio, 1.1, rtol=1e-9)


@settings(max_examples=3)
@given(seed=st.integers(0, 2**31))
def test_moment_arms_are_minus_the_slope_of_length(seed: int) -> None:
    values = random_poses(trunk(), 4, seed, share=0.8)
    here = trunk().paths(values).moment_arm
    moved = [
        i for i, n in enumerate(trunk().coordinate_names) if not n.startswith(("hip", "knee", "ankle", "sub", "mtp"))
    ]
    for i in moved:
        step = STEP * np.eye(len(trunk().coordinate_names))[i]
        slope = (trunk().paths(values + step).length - trunk().paths(values - step).length) / (2 * STEP)
        np.testing.assert_allclose(here[:, own(), i], -slope[:, own()], rtol=1e-6, atol=1e-7)


def test_left_lines_mirror_right_ones() -> None:
    values = random_poses(trunk(), 5, seed=4)
    here, there = trunk().paths(values), trunk().paths(mirrored_values(trunk(), values))
    other = [trunk().muscle_index(across(n)) for n in trunk().muscle_names]
    assert np.abs(there.length[:, other] - here.length).max() < 1e-12
    assert np.abs(there.level_arm[:, other] - here.level_arm).max() < 1e-12


def test_every_line_of_the_back_extends_every_level_it_crosses() -> None:
    arms = level_arms()[lines(*BACK)]
    assert (arms > -1e-9).all()
    assert (np.count_nonzero(arms > 1e-9, axis=0) >= 20).all()


@pytest.mark.parametrize("angles", [{}, {"lumbar_extension": -50.0}, {"lumbar_extension": 20.0}], ids=str)
def test_the_belly_flexes_every_level(angles: dict[str, float]) -> None:
    assert (level_arms(**angles)[lines("rectus abdominis")] < -0.05).all()
    for group in BELLY:
        assert (strength(group, **angles) < 0).all(), group
    for group in BACK:
        moment = strength(group, **angles)
        assert (moment[np.abs(group_arms(group, **angles)) > 0] > 0).all(), group


RECTUS_MM = (97, 91, 85, 85, 98)
"""Jorgensen 2005: rectus abdominis of five women standing, from L1/L2 down."""


def test_rectus_lies_as_far_in_front_as_in_standing_people() -> None:
    np.testing.assert_allclose(-group_arms("rectus abdominis") * 1000, RECTUS_MM, rtol=0.25)


@pytest.mark.parametrize(
    ("groups", "level", "low", "high"),
    [
        (("longissimus thoracis", "iliocostalis thoracis"), "L4_L5", 40, 65),  # McGill 1991, Jorgensen 2001
        (("longissimus thoracis", "iliocostalis thoracis"), "L5_S1", 40, 65),
        (BACK, "L3_L4", 35, 60),
        (("multifidus",), "L5_S1", 30, 60),
        (("rectus abdominis",), "L4_L5", -110, -80),
        (("external oblique",), "L4_L5", -60, -20),
        (("internal oblique",), "L4_L5", -60, -20),
        (("quadratus lumborum",), "L3_L4", 0, 40),
        (("latissimus dorsi",), "L3_L4", 20, 80),
    ],
)
def test_arms_lie_in_published_bands(groups: tuple[str, ...], level: str, low: float, high: float) -> None:
    """Millimetres, + extends; mean by force."""
    assert low <= group_arms(*groups)[LEVELS.index(level)] * 1000 <= high


def test_strength_is_that_of_people() -> None:
    """Both sides at full force in standing, no length or speed effect: adults' maximal efforts reach 150 to 300 N m
    in extension and 80 to 200 in flexion (above 100: McGill 1996), measured about the lower levels."""
    lower = slice(LEVELS.index("L3_L4"), None)
    extension, flexion = strength(*BACK)[lower], -strength(*BELLY)[lower]
    assert extension.min() >= 150 and extension.max() <= 300
    assert flexion.min() >= 80 and flexion.max() <= 200


def test_bending_forward_takes_leverage_from_the_back() -> None:
    """Macintosh 1993: up to about a fifth less extension moment in full flexion."""
    share = (strength(*BACK, lumbar_extension=-50.0) / strength(*BACK))[LEVELS.index("L4_L5")]
    assert 0.7 <= share <= 0.95


def test_each_side_bends_to_its_own_side_and_obliques_turn_the_trunk_opposite_ways() -> None:
    force = trunk().architecture.max_force
    arm = trunk().paths(posed(trunk())).moment_arm[0]
    bend, turn = (trunk().coordinate_index(f"lumbar_{name}") for name in ("bending", "rotation"))
    for group in (*BACK, *BELLY, "quadratus lumborum"):
        right = lines(group, side="r")
        assert force[right] @ arm[right, bend] > 0, group  # + is to the right
    external, internal = lines("external oblique", side="r"), lines("internal oblique", side="r")
    assert (arm[external, turn] > 0.01).all(), "the right external oblique turns the trunk to the left (+)"
    assert (arm[internal, turn] < -0.005).all(), "the right internal oblique to the right"
    rectus = lines("rectus abdominis", side="r")
    assert np.abs(arm[rectus, turn]).max() < 0.01


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("lumbar_extension", -50, 20), ("lumbar_bending", -20, 20), ("lumbar_rotation", -15, 15),
        ("thorax_extension", -15, 15), ("rib_flare", -10, 15),
    ],
)  # fmt: skip
def test_no_arm_steps(name: str, low: float, high: float) -> None:
    """At most 2 mm a degree."""
    angles = np.arange(low, high + 0.5, 1.0)
    values = np.tile(trunk().default_values(), (len(angles), 1))
    values[:, trunk().coordinate_index(name)] = np.radians(angles)
    paths = trunk().paths(values)
    assert np.abs(np.diff(paths.level_arm[:, own()], axis=0)).max() <= 0.002
    moved = [i for i, n in enumerate(trunk().coordinate_names) if n.startswith(("lumbar", "thorax", "rib"))]
    assert np.abs(np.diff(paths.moment_arm[:, own()][:, :, moved], axis=0)).max() <= 0.002


@pytest.mark.parametrize("name", ["pearcy1984", "christophy2012"])
@pytest.mark.parametrize("height", [1.05, 1.48, 1.99])
def test_people_of_every_size_pass_the_gate(height: float, name: str) -> None:
    body = Body(Person.of(height_m=height), lumbar_rhythm=name, trunk=True)
    assert check_tendons(body) is body
    assert find_fibre_faults(body) == []


@pytest.mark.parametrize(
    ("muscle", "factors", "reason"),
    [
        (
            "rectus_abdominis_l",
            {"optimal_fibre": 0.6},
            r"rectus_abdominis_l in \w+.*: fibre at \d\.\d\d .*0\.35 to 1\.6",
        ),
        ("external_oblique_5_r", {"optimal_fibre": 0.95}, r"external_oblique_5_r in lumbar_bending -20°: fibre at"),
        ("multifidus_L5_spine_r", {"optimal_fibre": 0.45}, r"multifidus_L5_spine_r in "),
    ],
)
def test_a_trunk_line_out_of_its_range_is_found_by_name_and_posture(
    muscle: str, factors: dict[str, float], reason: str
) -> None:
    assert re.search(reason, "\n".join(render(one) for one in find_fibre_faults(spoilt(muscle, **factors))))


def test_a_trunk_tendon_without_length_is_refused_by_name() -> None:
    with pytest.raises(BodyError, match=r"first: multifidus_L3_t1_r: tendon slack length is -\d+\.\d mm"):
        check_tendons(spoilt("multifidus_L3_t1_r", tendon_slack=-1.0))


def spoilt(muscle: str, **factors: float) -> Body:
    """A body of which one muscle's architecture is multiplied."""
    body = Body(trunk=True)
    i = body.muscle_index(muscle)
    found = {key: np.array(getattr(body.architecture, key)) for key in factors}
    for key, factor in factors.items():
        found[key][i] *= factor
    body.__dict__["architecture"] = replace(body.architecture, **found)
    return body
