"""The script of a session: durations that add up, phases in their order, sides that take turns."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas.core.errors import InputError
from psoas.core.message import literal
from psoas.knowledge import massage_guides, self_tests
from psoas.knowledge.exercise_library import exercises, find_exercise
from psoas.program.program_models import Item, ItemKind, Session
from psoas.session.exercise_steps import repetition_cycle
from psoas.session.session_rules import WORK_STEPS, StepKind
from psoas.session.session_script import SessionScript, animation_keys, build_script, script_json
from psoas.session.timed_step import TimedStep, total_seconds
from tests.session_items import a_session, a_test, longest, planned, shortest


def scripted(*items: Item) -> SessionScript:
    return build_script(Session(literal("Day 1"), "home", items))


@cache
def every_plan() -> list[tuple[tuple[Item, ...], SessionScript]]:
    return [(items, scripted(*items)) for items in planned()]


def blocks(made: SessionScript) -> list[list[TimedStep]]:
    return [list(group) for _, group in groupby(made.steps, key=lambda step: step.block)]


def test_every_planned_item_lasts_its_minutes_to_the_tenth_of_a_second() -> None:
    assert len(every_plan()) > 500
    wrong = []
    for items, made in every_plan():
        if made.seconds != round(sum(item.minutes for item in items) * 60, 1):
            wrong.append((items[0].name, made.seconds))
        assert [part.seconds for part in made.parts] == [round(item.minutes * 60, 1) for item in items]
    assert wrong == []


def test_every_planned_item_holds_all_its_work() -> None:
    for items, made in every_plan():
        for number, item in enumerate(items):
            mine = [step for step in made.steps if step.part == number]
            if item.kind != "exercise":
                continue
            sides = {step.side for step in mine if step.kind in WORK_STEPS}
            both = find_exercise(item.name).working_side == "right" and item.side == "both"
            assert len(sides) == (2 if both else 1)
            reps = {(step.side, step.set, step.rep) for step in mine if step.kind in WORK_STEPS}
            assert len(reps) == len(sides) * item.sets * item.reps
            held = sum(step.seconds for step in mine if step.kind == "hold")
            assert held == pytest.approx(len(reps) * item.hold_s)


def test_a_repetition_goes_there_holds_and_comes_back() -> None:
    (item,) = longest("half_kneeling_lengthening")
    rep = [s for s in scripted(item).steps if (s.set, s.rep, s.side) == (1, 1, "right") and s.kind in WORK_STEPS]
    assert [(s.kind, s.seconds, s.blend) for s in rep] == [
        ("move", 4.0, (0, 1)), ("hold", 30.0, (1, 1)), ("move", 4.0, (1, 0)),
    ]  # fmt: skip
    assert [s.word for s in rep] == ["Move in", "Hold", "Move out"]


@pytest.mark.parametrize(
    ("name", "blends"),
    [
        ("sit_to_stand", [(0, 2), (2, 0)]),  # up over all three keyframes, and down again
        ("leg_lowering_edge", [(2, 0), (0, 2)]),  # the keyframes are the six seconds down
        ("hip_hike", [(2, 1), (1, 2), (2, 2)]),  # one keyframe after another, and held
        ("ribs_over_pelvis", [(1, 0), (0, 1), (1, 1)]),  # one move: back and there again
        ("stand_tall", [(0, 0)]),
        ("squat", [(0, 1), (1, 0)]),
    ],
)
def test_the_figure_goes_through_the_keyframes(name: str, blends: list[tuple[int, int]]) -> None:
    assert [phase.blend for phase in repetition_cycle(longest(name)[0], find_exercise(name))] == blends


def test_the_figure_never_jumps_within_a_set() -> None:
    for one in exercises().values():
        (item,) = longest(one.name)
        for block in blocks(scripted(item)):
            for before, after in pairwise(block):
                assert before.blend[1] == after.blend[0], one.name


def test_sides_take_turns_and_rests_lie_between_sets() -> None:
    (item,) = longest("dead_bug")
    work = [b[0] for b in blocks(scripted(item)) if b[0].kind in WORK_STEPS]
    assert [(s.set, s.side) for s in work] == [(n, side) for n in range(1, item.sets + 1) for side in ("right", "left")]
    between = [s.kind for s in scripted(item).steps if s.kind in ("rest", "switch")]
    assert between == ["switch", *["rest", "switch"] * (item.sets - 1)]
    rests = [s for s in scripted(item).steps if s.kind == "rest"]
    assert {s.seconds for s in rests} == {item.rest_s}
    assert {s.say for s in rests} == {"Rest. Then the right side."}


def test_work_never_gives_way_where_the_minutes_are_too_few() -> None:
    (item,) = longest("dead_bug")
    tight = scripted(replace(item, minutes=1.0))
    whole = scripted(item)
    assert [s for s in tight.steps if s.kind in WORK_STEPS] == [s for s in whole.steps if s.kind in WORK_STEPS]
    assert tight.seconds > 60
    assert all(s.seconds >= 5 for s in tight.steps if s.kind == "rest")


def test_words_for_the_left_are_words_for_the_left() -> None:
    (right, left) = scripted(*longest("half_kneeling_lengthening", "right")).parts
    assert right.how[0].startswith("Kneel on your right knee")
    assert left.how[0].startswith("Kneel on your left knee")
    assert left.figures == {"left": "half_kneeling_lengthening/left"}


def test_instructions_are_steps_in_order_and_say_nothing_twice() -> None:
    (bird_dog, *_) = scripted(*longest("bird_dog", "right")).parts
    one = find_exercise("bird_dog")
    assert bird_dog.how == (*one.steps, one.breath), "where it leads to is no step; when to breathe comes last"
    for thing in ("long_out", "gluteal_ball"):
        made = scripted(*longest(thing))
        assert made.steps[0].cue and made.steps[0].cue not in made.parts[0].how


@pytest.mark.parametrize(
    ("name", "lead", "said"),
    [("bird_dog", "both", ", each side"), ("half_kneeling_lengthening", "right", ", right side")],
)
def test_a_dose_says_its_side_once(name: str, lead: str, said: str) -> None:
    dose = scripted(*longest(name, lead)).parts[0].dose
    assert dose.endswith(said) and dose.count("side") == 1
    item = replace(longest("gluteal_ball")[0], side="left", reps=1)
    assert scripted(item).parts[0].dose.startswith("1 spot on the left,")


def test_breath_follows_its_pattern() -> None:
    made = scripted(*longest("long_out"))
    breaths = [s for s in made.steps if s.kind == "breathe"]
    assert {s.breath for s in breaths} <= {"in", "out", "free"}
    assert [s.breath for s in breaths[:4]] == ["in", "out", "in", "out"]
    assert breaths[-3].seconds > breaths[0].seconds  # the ramp
    assert [bool(s.say) for s in breaths[:8]] == [True] * 6 + [False] * 2


def test_massage_stays_below_the_guides_time_and_says_the_pressure() -> None:
    made = scripted(*longest("gluteal_ball"))
    spots = [s for s in made.steps if s.kind == "press"]
    guide = massage_guides.list_massage_guides()["gluteal_ball"]
    assert all(20 <= s.seconds <= guide.seconds_each for s in spots)
    assert {s.side for s in spots} == {"right", "left"}
    assert spots[0].cue == "Pressure 3 to 5 of 7: you feel it, and it is pleasant."


def test_a_self_test_waits_for_its_entry() -> None:
    made = scripted(a_test())
    assert [s.kind for s in made.steps] == ["next", "test", "enter"]
    assert made.seconds == 180
    entry = made.steps[-1].entry
    assert entry is not None
    assert (entry.unit, entry.low, entry.high, entry.sides) == ("degrees", -60, 60, True)
    assert made.steps[-1].waits
    assert made.parts[0].how == self_tests.find_self_test("modified_thomas").steps


def test_the_easier_neighbour_asks_nothing_new() -> None:
    made = build_script(a_session())
    offered = {made.parts[number].name: one.name for number, one in made.easier.items()}
    assert offered["dead_bug"] == "dead_bug_hold"
    for name, easier in offered.items():
        less, now = find_exercise(easier), find_exercise(name)
        assert {*less.caution_sets, *less.needs, *less.narrowed_by} <= {*now.caution_sets, *now.needs, *now.narrowed_by}
    for number, one in made.easier.items():
        assert {step.part for step in one.steps} == {number}
    every = [step.block for step in made.steps] + [s.block for one in made.easier.values() for s in one.steps]
    assert [key for key, _ in groupby(every)] == sorted(set(every)), "each block is one stretch with its own number"


def test_a_script_is_plain_json_and_names_its_figures() -> None:
    made = build_script(a_session())
    assert made == build_script(a_session())
    told = json.loads(json.dumps(script_json(made), allow_nan=False))
    assert told["schema"] == "psoas.script/1"
    assert told["seconds"] == made.seconds == total_seconds(made.steps)
    assert len(told["steps"]) == len(made.steps)
    assert {"half_kneeling_lengthening/right", "dead_bug/right", "dead_bug_hold/right"} <= set(animation_keys(made))
    assert {step.kind for step in made.steps} <= set(StepKind)


def test_spoken_words_fit_into_their_step() -> None:
    for items, made in every_plan():
        for step in made.steps:
            long = len(step.say) > max(12, 15 * step.seconds)
            assert not long or step.kind in ("next", "enter"), (items[0].name, step)


def test_unknown_items_are_refused() -> None:
    with pytest.raises(InputError, match="is not known"):
        scripted(replace(shortest("squat")[0], name="squatt"))


@given(
    st.sampled_from(sorted(exercises())), st.integers(1, 4), st.integers(1, 12), st.floats(0, 60), st.floats(0, 90),
    st.floats(0.1, 20), st.sampled_from(["right", "left", "both"]),
)  # fmt: skip
def test_any_dose_makes_a_script(
    name: str, sets: int, reps: int, hold: float, rest: float, minutes: float, side: str
) -> None:  # fmt: skip
    one = find_exercise(name)
    item = Item(ItemKind.EXERCISE, name, "engage", side, sets, reps, hold, rest, minutes, ())
    if not repetition_cycle(item, one):
        return
    made = scripted(item)
    assert made.seconds >= round(minutes * 60, 1) - 1e-9
    assert all(step.seconds > 0 for step in made.steps)
    assert sum(s.kind == "ready" for s in made.steps) == 1
