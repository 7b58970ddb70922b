"""What a body weighs and how it grows with the person: masses, centres, lengths, architecture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas import Body, InputError, Person
from psoas.body.anatomy.segment_inertia import segment_inertias
from psoas.body.model.mujoco_model import SCALE_GROUPS
from psoas.body.person import REFERENCE_HEIGHT_M, load_person
from tests.worlds import MIRROR, across, mirrored_values, posed, random_poses, reference

PEOPLE = [
    Person.of(height_m=1.70, mass_kg=70.0, sex="female"),
    Person.of(height_m=1.95, mass_kg=112.5, sex="male"),
    Person.of(height_m=1.12, mass_kg=19.25, sex="female"),
]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: f"{p.sex} {p.height_m} m")
def test_the_segments_weigh_what_the_person_weighs(person: Person) -> None:
    body = Body(person)
    assert body.mass_kg == pytest.approx(person.mass_kg, rel=1e-12)
    parts = segment_inertias(person, {name: body.segment_scale(name) for name in body.segment_names})
    assert sum(part.mass for part in parts.values()) == pytest.approx(person.mass_kg, rel=1e-12)
    assert set(parts) == set(body.segment_names)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: f"{p.sex} {p.height_m} m")
def test_every_inertia_can_belong_to_matter(person: Person) -> None:
    body = Body(person)
    for name, part in segment_inertias(person, {n: body.segment_scale(n) for n in body.segment_names}).items():
        a, b, c = np.sort(part.moments)
        assert a > 0, name
        assert a + b >= c * (1 - 1e-9), f"{name}: one principal moment exceeds the sum of the others"


def test_segment_masses_are_de_levas_within_what_the_sum_to_100_percent_moves() -> None:
    masses = {
        n: p.mass for n, p in segment_inertias(PEOPLE[1], {n: np.ones(3) for n in reference().segment_names}).items()
    }
    percent = {n: 100 * m / PEOPLE[1].mass_kg for n, m in masses.items()}
    trunk = sum(percent[n] for n in ("pelvis", "l1", "l2", "l3", "l4", "l5", "thorax", "ribs_lower"))
    thigh = percent["femur_r"] + percent["patella_r"]  # de Leva 1996, table 4, men: 14.16, 4.33, 43.46 %
    assert (thigh, percent["tibia_r"], trunk) == pytest.approx((14.16, 4.33, 43.46), rel=0.01)


def test_sides_weigh_the_same_and_mirror_their_centres() -> None:
    body = reference()
    parts = segment_inertias(body.person, {n: body.segment_scale(n) for n in body.segment_names})
    for name in (n for n in parts if n.endswith("_r")):
        right, left = parts[name], parts[across(name)]
        assert (left.mass, *left.moments) == (right.mass, *right.moments)
        assert np.array_equal(left.centre, right.centre * MIRROR)


def test_the_centre_of_mass_stands_over_the_feet_at_just_over_half_the_stature() -> None:
    body = reference()
    values = body.default_values()[None]
    centre = body.centre_of_mass(values)[0]
    places = body.landmark_positions(values, ("heel_r", "toe_r", "head_top"))
    floor = places["heel_r"][0, 1] - 0.03
    assert places["heel_r"][0, 0] < centre[0] < places["toe_r"][0, 0]
    assert 0.52 < (centre[1] - floor) / REFERENCE_HEIGHT_M < 0.60
    assert centre[2] == pytest.approx(0.0, abs=1e-12)


def test_the_centre_of_mass_mirrors() -> None:
    body = reference()
    values = random_poses(body, 12, seed=4)
    flipped = body.centre_of_mass(mirrored_values(body, values))
    assert np.abs(flipped - body.centre_of_mass(values) * MIRROR).max() < 1e-12


@given(factor=st.floats(0.6, 1.5))
def test_a_body_larger_in_all_its_parts_has_longer_muscles_and_the_same_fibres(factor: float) -> None:
    grown = Body(scale={group: np.full(3, factor) for group in SCALE_GROUPS})
    plain = Body(scale={group: np.ones(3) for group in SCALE_GROUPS})
    values = random_poses(plain, 3, seed=8)
    values[:, [plain.coordinate_index(f"pelvis_t{k}") for k in "xyz"]] = 0.0
    small, large = plain.paths(values), grown.paths(values)
    np.testing.assert_allclose(large.length, factor * small.length, rtol=1e-9)
    angular = [i for i, c in enumerate(plain.coordinates) if c.rotational]
    np.testing.assert_allclose(large.moment_arm[..., angular], factor * small.moment_arm[..., angular], atol=1e-9)
    one, other = plain.architecture, grown.architecture
    np.testing.assert_allclose(other.optimal_fibre, factor * one.optimal_fibre, rtol=1e-9)
    np.testing.assert_allclose(other.tendon_slack, factor * one.tendon_slack, rtol=1e-9)
    np.testing.assert_array_equal(other.max_force, one.max_force)
    np.testing.assert_allclose(other.normalised_fibre(large.length), one.normalised_fibre(small.length), rtol=1e-8)


def test_one_part_grows_without_the_others() -> None:
    plain = reference()
    scale = {**plain.scale, "thigh": plain.scale["thigh"] * 1.1}
    body = Body(scale=scale)
    stand = plain.default_values()[None]

    def gap(of: Body, one: str, other: str) -> float:
        places = of.landmark_positions(stand, (one, other))
        return float(np.linalg.norm(places[one] - places[other]))

    thigh = ("hip_centre_r", "knee_centre_r")
    assert gap(body, *thigh) == pytest.approx(1.1 * gap(plain, *thigh), rel=0.01)
    for kept in (("knee_centre_r", "ankle_centre_r"), ("asis_r", "asis_l"), ("c7", "t10")):
        assert gap(body, *kept) == pytest.approx(gap(plain, *kept), rel=0.01), kept


def test_height_alone_sizes_everything() -> None:
    tall = Body(Person.of(height_m=1.1 * REFERENCE_HEIGHT_M))
    stand = tall.default_values()[None]
    for name in ("head_top", "knee_centre_l", "toe_r"):
        small = reference().landmark_positions(stand, (name,))[name]
        np.testing.assert_allclose(tall.landmark_positions(stand, (name,))[name], 1.1 * small, rtol=1e-9)


def test_the_published_mean_fibre_and_the_sarcomere_of_standing() -> None:
    """Ward 2009: fibres of 116.9 mm (psoas) and 106.6 mm (iliacus); sarcomeres of 3.11 and 3.02 um, optimum 2.7."""
    for person in PEOPLE:
        body = Body(person)
        for group, fibre_mm, sarcomere in (("psoas", 116.9, 3.11), ("iliacus", 106.6, 3.02)):
            for side in "rl":
                lines = body.muscles_of(group, side)
                built = body.architecture
                mean = np.average(built.optimal_fibre[lines], weights=built.max_force[lines]) * 1000
                grown = np.average(body.standing_length[lines], weights=built.max_force[lines]) / np.average(
                    reference().standing_length[lines], weights=built.max_force[lines]
                )
                assert mean == pytest.approx(fibre_mm * grown, rel=1e-9)
                fibre = built.normalised_fibre(body.standing_length)[lines]
                np.testing.assert_allclose(fibre * 2.7, sarcomere, rtol=1e-9)


def test_longer_fascicles_have_longer_fibres_and_every_tendon_has_a_length() -> None:
    body = reference()
    lines = body.muscles_of("psoas", "r")
    length, built = body.standing_length[lines], body.architecture
    order = np.argsort(length)
    assert (np.diff(built.optimal_fibre[lines][order]) > 0).all()
    assert (built.tendon_slack > 0).all()
    assert len(lines) == 11 and len(body.muscles_of("iliacus", "r")) >= 3


def test_a_group_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(
        InputError, match=r"No muscle group 'soas' on side 'r'; this body has .*iliacus.*psoas.*, r and l"
    ):
        Body().muscles_of("soas", "r")


def test_passive_force_starts_at_the_optimum_and_reaches_full_force_at_its_strain() -> None:
    """De Groote 2016: 0 at the optimum, the maximal force at a strain of 0.6."""
    body = reference()
    built, i = body.architecture, body.muscle_index("psoas_L1_VB_r")
    width = np.sin(built.pennation[i])

    def force(normalised: float) -> float:
        length = np.array(body.standing_length)
        length[i] = built.tendon_slack[i] + np.sqrt(normalised**2 - width**2) * built.optimal_fibre[i]
        return float(built.passive_force(length)[i] / built.max_force[i])

    assert (force(0.8), force(1.0)) == pytest.approx((0.0, 0.0), abs=1e-15)
    assert 0 < force(1.1) < force(1.3) < force(1.6)
    assert force(1.6) == pytest.approx(np.sqrt(1 - (width / 1.6) ** 2), rel=1e-9)


def test_what_is_not_given_is_assumed_and_named() -> None:
    assert Person().assumed == ("height_m", "mass_kg", "sex")
    assert Person.of(mass_kg=80).assumed == ("height_m", "sex")
    assert Person.of(height_m=1.8, mass_kg=80, sex="male").assumed == ()


def test_an_impossible_person_is_refused_with_all_faults() -> None:
    with pytest.raises(InputError) as caught:
        Person.of(height_m=170.0, mass_kg=-3.0, sex="x")
    for told, fault in zip(("height 170 m", "mass -3 kg", "sex 'x'"), caught.value.faults, strict=True):
        assert told in fault and "expected" in fault
    with pytest.raises(InputError, match="height nan"):
        Person.of(height_m=float("nan"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("height = 1.7", "'height' is not known; expected height_m, mass_kg, sex"),
        ("mass_kg = 'heavy'", "mass_kg = 'heavy' has the wrong type"),
        ("mass_kg = true", "mass_kg = True has the wrong type"),
        ("height_m = ", "cannot be read as a person file"),
        ("height_m = 17.0", "height 17 m is not plausible"),
    ],
)
def test_a_person_file_tells_its_faults(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "anna.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=told.replace("(", r"\(")):
        load_person(path)


def test_a_person_file_gives_the_person(tmp_path: Path) -> None:
    path = tmp_path / "anna.toml"
    path.write_text('height_m = 1.62\nmass_kg = 58\nsex = "female"\n')
    assert load_person(path) == Person.of(height_m=1.62, mass_kg=58, sex="female")
    with pytest.raises(InputError, match=r"nobody.toml: cannot be read \(No such file"):
        load_person(tmp_path / "nobody.toml")


def test_unknown_names_say_what_is_known() -> None:
    with pytest.raises(InputError, match=r"coordinate 'hip' is not known; expected one of .*hip_flexion_r"):
        reference().coordinate_index("hip")
    with pytest.raises(InputError, match="lumbar rhythm 'jazz' is not known; expected pearcy1984 or christophy2012"):
        Body(lumbar_rhythm="jazz")


def test_arrays_of_a_body_cannot_be_changed() -> None:
    body = reference()
    for array in (body.limits, body.standing_length, body.architecture.optimal_fibre, body.scale["thigh"]):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1.0
    assert posed(body, hip_flexion_r=90)[body.coordinate_index("hip_flexion_r")] == pytest.approx(np.pi / 2)
