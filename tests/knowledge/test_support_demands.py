"""What bears says what a position asks: each support of the body by name, and no support without an answer."""

from __future__ import annotations

import pytest

from psoas.knowledge.support_demands import bearing_feet, hips_lifted, on_hands, support_demands
from psoas.mechanics.static_equilibrium import SUPPORTS

ASKS = {
    "standing": "standing", "split": "standing", "wall_sit": "standing", "standing_l": "standing one_leg uneven_legs",
    "sitting": "seated", "backrest": "seated", "leaning_seat": "seated", "desk": "seated hands_and_arms",
    "lying": "lying_flat floor", "calves_up": "lying_flat floor", "heels_down": "lying_flat floor",
    "cushion": "lying_flat floor", "over_edge": "lying_flat floor", "over_edge_r": "lying_flat floor",
    "bridge": "lying_flat floor", "bridge_r": "lying_flat floor uneven_legs",
    "prone": "prone floor", "prone_l": "prone floor", "sphinx": "prone floor hands_on_floor hands_and_arms",
    "side_lying_l": "side_lying floor", "clam_l": "side_lying floor", "side_rest_r": "side_lying floor",
    "half_kneeling_r": "kneeling floor", "on_fours": "kneeling floor hands_on_floor hands_and_arms",
    "hands_and_knees": "kneeling floor hands_on_floor hands_and_arms",
    "three_points_l": "kneeling floor hands_on_floor hands_and_arms uneven_legs",
    "bird_dog_l": "kneeling floor hands_on_floor hands_and_arms uneven_legs",
    "front_plank": "floor hands_on_floor hands_and_arms", "push_up": "floor hands_on_floor hands_and_arms",
    "one_foot_plank_l": "floor hands_on_floor hands_and_arms uneven_legs",
    "push_up_knees": "kneeling floor hands_on_floor hands_and_arms",
    "side_plank_r": "floor hands_on_floor hands_and_arms uneven_legs",
    "side_plank_knees_r": "kneeling floor hands_on_floor hands_and_arms uneven_legs",
    "free": "standing impact", "tiptoe_l": "standing one_leg uneven_legs",
    "wall_push_r": "standing one_leg uneven_legs",
    "hip_thrust": "lying_flat floor", "figure_four_l": "lying_flat floor", "childs_pose": "kneeling floor",
    "seat_lift": "seated hands_and_arms", "seat_edge": "seated",
}  # fmt: skip


@pytest.mark.parametrize("support", ASKS)
def test_a_support_asks_for_its_position(support: str) -> None:
    assert {str(one) for one in support_demands(support, bed=False)} == set(ASKS[support].split())


@pytest.mark.parametrize("support", SUPPORTS)
def test_every_support_is_a_position_and_a_bed_spares_only_the_floor(support: str) -> None:
    found, on_bed = support_demands(support, bed=False), support_demands(support, bed=True)
    assert {"standing", "seated", "floor"} & {str(one) for one in found}
    assert {str(one) for one in found - on_bed} <= {"floor"}


def test_feet_hips_and_hands() -> None:
    assert bearing_feet("standing") == bearing_feet("split") == {"_r", "_l"}
    assert bearing_feet("standing_r") == {"_r"} and bearing_feet("prone") == frozenset()
    assert (
        hips_lifted("bridge_l")
        and hips_lifted("hip_thrust")
        and not hips_lifted("lying")
        and not hips_lifted("over_edge_r")
    )
    assert on_hands("front_plank") and not on_hands("desk") and not on_hands("seat_lift") and not on_hands("sphinx")
