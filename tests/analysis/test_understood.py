"""What was understood of a recording, said in one line each."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from psoas.analysis.understood import FigureOrigin, Understood, UnderstoodMarkers, UnderstoodPass, UnderstoodPerson
from psoas.core.catalogue import render
from psoas.core.message import message
from psoas.kinematics.gait.activity import Activity
from psoas.mechanics.plate_use import PlateReason, PlateUse

PERSON = UnderstoodPerson(
    1.804, 75.0, "male",
    {"height_m": FigureOrigin.GIVEN, "mass_kg": FigureOrigin.FILE, "sex": FigureOrigin.ASSUMED},
)  # fmt: skip
NONE = {"right": 0, "left": 0}
WALK = Understood(
    person=PERSON,
    activity=Activity.WALKING,
    passes=(UnderstoodPass(0.0, 4.0, 3.0, Activity.WALKING, {"right": 3, "left": 2}),),
    stretches=((0.0, 4.0),),
    strides={"right": 3, "left": 2},
    markers=UnderstoodMarkers(("gait2392", "opencap"), 38, 41),
    up="Z",
    up_origin=FigureOrigin.MEASURED,
    whole=(0.0, 4.0),
)


def lines(found: Understood) -> list[str]:
    return [render(one) for one in found.describe()]


def test_a_walk_in_the_order_in_which_a_reader_asks() -> None:
    assert lines(WALK) == [
        "Markers: 38 of 41 used, named as in gait2392 and opencap",
        "Person: 1.80 m (given), 75 kg (from the file), male (assumed)",
        "Up in the file: Z (measured)",
        "Seen: all 4.0 s",
        "Movement: walking",
        "Strides: 3 right, 2 left",
    ]


def test_model_outputs_are_counted_and_never_listed() -> None:
    outputs = replace(WALK, markers=UnderstoodMarkers(("own map", "plug_in_gait"), 39, 39, outputs=250))
    assert lines(outputs)[0] == (
        "Markers: 39 of 39 used, named as in your own map and plug_in_gait; 250 outputs of a model left aside"
    )


def test_passes_gaps_and_turns_are_said_with_their_times() -> None:
    two = tuple(UnderstoodPass(a, b, np.nan, Activity.WALKING, NONE) for a, b in ((0.5, 2.0), (3.5, 5.0)))
    out = replace(WALK, passes=two, stretches=((0.5, 5.0),), turns=((2.0, 3.5),), whole=(0.0, 9.0))
    assert "Seen: 4.5 of 9.0 s, in one stretch (0.5-5.0 s)" in lines(out)
    assert "Movement: walking, in 2 passes (0.5-2.0 s, 3.5-5.0 s) with one turn" in lines(out)
    many = replace(WALK, stretches=tuple((float(i), i + 0.5) for i in range(7)), whole=(0.0, 7.0))
    assert lines(many)[3] == (
        "Seen: 3.5 of 7.0 s, in 7 stretches (0.0-0.5 s, 1.0-1.5 s, 2.0-2.5 s, 3.0-3.5 s and 3 more)"
    )


def test_plates_say_what_was_used_and_why_not() -> None:
    plates = (
        PlateUse("FP1", 2, 2), PlateUse("FP2", 2, 1, (PlateReason.HALF_ON,)),
        PlateUse("FP3", 0, 0, (PlateReason.NEVER_LOADED,)), PlateUse("FP4", 0, 0, (PlateReason.NEVER_LOADED,)),
    )  # fmt: skip
    assert lines(replace(WALK, plates=plates))[3] == (
        "Force plates: 2 of 4 used; FP2: 1 of 2 contacts used (a foot stood only partly on it) and FP3, FP4: nobody "
        "stepped on it"
    )
    assert lines(replace(WALK, plates=plates[:1]))[3] == "Force plates: 1 of 1 used"
    assert lines(replace(WALK, plates_used=False))[3] == "Force plates: not used, because no forces were computed"


@pytest.mark.parametrize(
    ("changes", "movement", "strides"),
    [
        ({"treadmill": True, "belt_m_s": 1.234}, "Movement: walking on a treadmill at 1.23 m/s", None),
        (
            {"activity": Activity.REPEATING, "repeated": "squat",
             "no_stride": message("kinematics.no_stride.repeating", kind="squat")},
            "Movement: squats", "Strides: none, because this is not walking but squats",
        ),
        (
            {"no_stride": message("kinematics.no_stride.leg_hidden", side="left")},
            "Movement: walking", "Strides: none, because the left leg is hidden most of the time",
        ),
    ],
)  # fmt: skip
def test_movement_and_strides(changes: dict[str, object], movement: str, strides: str | None) -> None:
    said = lines(replace(WALK, **changes))  # type: ignore[arg-type]
    assert said[-2] == movement
    assert strides is None or said[-1] == strides


def test_angles_say_that_they_came_from_the_file() -> None:
    said = lines(replace(WALK, markers=None, up="", static="", model="mine.osim"))
    assert said[:2] == ["Joint angles, taken from the file", "Model: mine.osim"]
    assert not any("Up" in line for line in said)
