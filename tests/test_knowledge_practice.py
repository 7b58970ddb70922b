"""Questionnaires, self-tests, breath, massage, places and reflection: scores, bounds, patterns, and who is left out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from knowledge_worlds import people

from psoas.errors import InputError
from psoas.knowledge import breath, massage, places, questionnaires, reflection, screening, selftests
from psoas.knowledge.breath import HELD, pattern, techniques
from psoas.knowledge.cautions import bars, cautions, read_cautions
from psoas.knowledge.load import EVIDENCE, read, table
from psoas.knowledge.massage import guides, offered
from psoas.knowledge.questionnaires import change_matters, score
from psoas.knowledge.questionnaires import questionnaires as every_questionnaire
from psoas.knowledge.selftests import judge
from psoas.knowledge.selftests import selftests as every_test
from psoas.knowledge.sources import all_sources, practice_sources, read_sources, source

TWO_SIDED = sorted(name for name, test in every_test().items() if test.sides and (test.side or test.side_part))


def filled(name: str, value: float) -> dict[str, float]:
    """The same answer to each item."""
    return {item.id: value for item in every_questionnaire()[name].items}


@pytest.mark.parametrize(
    ("name", "items", "most"),
    [("roland_morris", 24, 24), ("gad2", 2, 6), ("gad7", 7, 21), ("phq2", 2, 6), ("nijmegen", 16, 64), ("pain", 1, 10)],
)
def test_scores_reach_from_nothing_to_the_published_most(name: str, items: int, most: float) -> None:
    asked = every_questionnaire()[name]
    assert len(asked.items) == items
    assert score(name, filled(name, 0)).value == 0
    assert score(name, filled(name, asked.items[0].high)).value == most


@pytest.mark.parametrize(
    ("name", "cut", "below", "above"),
    [
        ("gad2", 3, "Below 3", "3 or more"),
        ("gad7", 5, "0 to 4", "5 to 9"),
        ("gad7", 10, "5 to 9", "10 to 14"),
        ("gad7", 15, "10 to 14", "15 or more"),
        ("phq2", 3, "2:", "3 or more"),
        ("phq2", 2, "0 or 1", "2:"),
        ("nijmegen", 23, "Below 23", "23 or more"),
        ("roland_morris", 3, "0 to 2", "Below 4"),
    ],
)
def test_published_cut_offs(name: str, cut: int, below: str, above: str) -> None:
    assert below in score(name, adding_up(name, cut - 1)).words
    assert above in score(name, adding_up(name, cut)).words


def adding_up(name: str, total: int) -> dict[str, float]:
    """Answers whose sum is ``total``."""
    given = filled(name, 0)
    for item in every_questionnaire()[name].items:
        given[item.id] = min(item.high, total - sum(given.values()))
    return given


@pytest.mark.parametrize(("name", "change"), [("roland_morris", 5), ("pain", 2), ("function", 2.3), ("gad7", 4)])
def test_a_change_matters_from_the_published_bound_on(name: str, change: float) -> None:
    assert change_matters(name, 8, 8 - change) is True and change_matters(name, 8 - change, 8) is True
    assert change_matters(name, 8, 8 - change + 0.1) is False


def test_where_no_bound_is_published_none_is_claimed() -> None:
    assert change_matters("nijmegen", 40, 10) is None and change_matters("phq2", 6, 0) is None


def test_low_mood_never_stands_without_people_to_talk_to() -> None:
    assert score("phq2", adding_up("phq2", 1)).help == ()
    for total in range(2, 7):
        found = score("phq2", adding_up("phq2", total))
        assert "harming yourself" in found.crisis and found.help == screening.help_lines()
    assert score("gad7", adding_up("gad7", 15)).help and not score("gad7", adding_up("gad7", 14)).help


@given(st.data(), st.sampled_from(sorted(every_questionnaire())))
def test_scores_stay_in_range(data: st.DataObject, name: str) -> None:
    asked = every_questionnaire()[name]
    given = {item.id: data.draw(whole_or_not(item)) for item in asked.items}
    found = score(name, given)
    assert (found.value is None) == (asked.scoring == "apart")
    assert found.value is None or found.low <= found.value <= found.high
    assert found.words


def whole_or_not(item: questionnaires.Item) -> st.SearchStrategy[float]:
    """Any legal answer to an item."""
    return st.integers(0, int(item.high)).map(float) if item.labels else st.floats(item.low, item.high)


def test_own_activities_take_three_to_five_and_average_them() -> None:
    three = {"activity_1": 2, "activity_2": 4, "activity_3": 9}
    assert score("function", three).value == 5
    with pytest.raises(InputError, match="at least 3"):
        score("function", {"activity_1": 2, "activity_2": 4})


def test_wrong_answers_are_listed_together() -> None:
    with pytest.raises(InputError) as caught:
        score("gad2", {"gad2_1": 4, "gad2_3": 1})
    assert len(caught.value.faults) == 3
    for wrong in (1.5, True, "often"):
        with pytest.raises(InputError):
            score("gad2", {"gad2_1": wrong, "gad2_2": 0})  # type: ignore[dict-item]
    with pytest.raises(InputError, match="expected roland_morris"):
        score("oswestry", {})


def test_only_free_questionnaires_are_here() -> None:
    assert all(
        one.licence.startswith(("Free", "Generic", "Our own", "The idea")) for one in every_questionnaire().values()
    )
    text = str(read("questionnaires.toml")).lower()
    assert not any(name in text for name in ("oswestry", "promis", "start back", "eq-5d", "tampa", "pseq"))


@given(st.data(), st.sampled_from(TWO_SIDED))
def test_a_side_is_named_only_beyond_what_the_test_tells(data: st.DataObject, name: str) -> None:
    test = every_test()[name]
    right, left = (data.draw(st.floats(test.low, test.high)) for _ in range(2))
    bound = max(test.side, test.side_part * max(abs(right), abs(left)))
    assume(abs(abs(right - left) - bound) > 1e-6)
    found, mirrored = judge(name, right=right, left=left), judge(name, right=left, left=right)
    assert found.differs == (abs(right - left) > bound) == mirrored.differs
    assert found.difference == right - left == -(mirrored.difference or 0)
    assert any("Right and left differ by" in word for word in found.words) == found.differs


@given(st.data(), st.sampled_from(sorted(every_test())))
def test_a_change_is_named_only_beyond_what_the_test_tells(data: st.DataObject, name: str) -> None:
    test = every_test()[name]
    now, before = (data.draw(st.floats(test.low, test.high)) for _ in range(2))
    bound = max(test.detects, test.detects_part * abs(before))
    assume(abs(abs(now - before) - bound) > 1e-6)
    found = judge(name, right=now, baseline=(before, None))
    assert found.changed_right == (abs(now - before) > bound) and not found.changed_left
    assert any("a change beyond" in word for word in found.words) == found.changed_right


def test_better_and_worse_follow_the_test() -> None:
    assert "for the better" in judge("modified_thomas", right=-10, baseline=(5, None)).words[0]
    assert "for the worse" in judge("bridge_hold", right=10, baseline=(40, None)).words[0]
    assert "for the" not in judge("breaths_a_minute", right=10, baseline=(20, None)).words[0]
    assert judge("one_leg_stance", right=45, left=5).difference is None, "no rule for sides holds there"


def test_published_bounds_are_never_undercut() -> None:
    tests = every_test()
    assert tests["straight_leg_raise"].detects >= 5.7 and tests["modified_thomas"].side >= 9
    assert tests["bridge_hold"].side_part >= 0.19 and tests["one_leg_stance"].detects >= 24
    assert len(tests) >= 12 and all(len(test.steps) >= 3 and test.cannot_say for test in tests.values())


def test_values_that_cannot_be_are_listed_together() -> None:
    with pytest.raises(InputError) as caught:
        judge("wall_gap", right=99, left=2, baseline=(-1, None))
    assert len(caught.value.faults) == 3
    with pytest.raises(InputError, match="no value"):
        judge("wall_gap")
    with pytest.raises(InputError, match="expected knees_to_chest"):
        judge("thomas", right=1)


@given(st.sampled_from(sorted(techniques())), st.floats(0.3, 20))
def test_patterns_add_up_to_their_minutes(name: str, minutes: float) -> None:
    assume(minutes <= techniques()[name].most_minutes)
    phases = pattern(name, minutes)
    assert math.isclose(math.fsum(one.seconds for one in phases), round(minutes * 600) / 10, abs_tol=1e-9)
    assert all(one.seconds > 0 for one in phases) and phases[0].start_s == 0
    for one, after in pairwise(phases):
        assert math.isclose(one.start_s + one.seconds, after.start_s, abs_tol=1e-9)
    assert all(one.phase != "free" for one in phases[:-1])


@pytest.mark.parametrize("name", techniques())
def test_a_pattern_ramps_to_its_pace_and_keeps_it(name: str) -> None:
    asked = techniques()[name]
    ins = [one for one in pattern(name, asked.most_minutes) if one.phase == "in"]
    target = next(step.seconds for step in asked.cycle if step.phase == "in")
    assert [one.seconds for one in ins] == sorted(one.seconds for one in ins)
    assert math.isclose(ins[0].seconds, target * asked.ramp_from, abs_tol=0.051)
    assert all(one.seconds == target for one in ins if one.start_s >= asked.ramp_min * 60)
    assert 3 <= asked.per_minute <= 12 and asked.minutes <= asked.most_minutes
    held = {one.phase for one in pattern(name, asked.minutes)} & set(HELD)
    assert bool(held) == asked.held


def test_six_a_minute_is_six_a_minute() -> None:
    late = [one for one in pattern("six_a_minute", 10) if one.phase == "in" and one.start_s >= 240]
    assert [round(b.start_s - a.start_s, 9) for a, b in pairwise(late)] == [10] * (len(late) - 1)
    assert len(techniques()) >= 8


@pytest.mark.parametrize("minutes", [0.01, 21, -1, math.nan, math.inf])
def test_a_session_too_short_or_too_long_is_refused(minutes: float) -> None:
    with pytest.raises(InputError, match="expected"):
        pattern("long_out", minutes)


@pytest.mark.parametrize(
    "yes",
    [
        "pregnant",
        "maybe_pregnant",
        "aneurysm",
        "blood_thinner",
        "bleeding_disorder",
        "hernia",
        "surgery_recent",
        "osteoporosis",
        "cancer",
        "fever",
        "belly_unexplained",
        "belly_pulse",
        "birth_recent",
    ],
)
def test_no_belly_massage_for_those_the_lists_name(yes: str) -> None:
    known: dict[str, Any] = {question: False for question in guides()["psoas_belly"].unasked({})}
    for number in ("age", "pregnant_weeks", "belly_surgery_weeks"):
        known |= {number: {"age": 40, "belly_surgery_weeks": 500}.get(number, 0)}
    known |= {"pain_where": [], "illnesses": []}
    assert "psoas_belly" in {guide.id for guide in offered(known)}
    assert "psoas_belly" not in {guide.id for guide in offered({**known, yes: True})}


def test_no_belly_massage_while_a_question_is_open() -> None:
    assert "psoas_belly" not in {guide.id for guide in offered({})}
    assert "aneurysm" in guides()["psoas_belly"].unasked({"pregnant": False})
    assert {guide.who for guide in offered({}, who="practitioner")} == {"practitioner"}


@given(people())
def test_nothing_barred_is_offered(answers: dict[str, Any]) -> None:
    for guide in offered(answers):
        assert not any(one.holds(answers) for part in guide.cautions for one in part.never)
    for asked in techniques().values():
        held_barred = asked.held and bool(cautions()["breath_holds"].bars(answers))
        assert not held_barred or asked.bars(answers)


@given(people(), st.sampled_from(sorted(cautions())))
def test_a_condition_bars_or_asks_and_both_are_told(answers: dict[str, Any], name: str) -> None:
    part = cautions()[name]
    assert bars((part, part), answers) == tuple(dict.fromkeys(part.bars(answers)))
    assert len(part.bars(answers)) == sum(one.holds(answers) for one in part.never)
    assert len(part.asks(answers)) == sum(one.holds(answers) for one in part.ask_first)


def test_massage_stays_below_too_much_and_says_when_to_stop() -> None:
    for guide in guides().values():
        assert guide.pressure_to < max(massage.PRESSURE) and guide.stop and guide.honest
    belly = guides()["psoas_belly"]
    assert belly.optional and belly.pressure_to <= 3 and "harm was never counted" in belly.honest


def test_places_fill_their_minutes_and_every_place_has_one() -> None:
    for place in places.PLACES:
        assert places.at(place)
    for one in places.templates().values():
        assert {session.day for session in one.sessions} == set(range(1, one.days + 1))
    retreat, day = places.templates()["retreat"], places.templates()["work_day"]
    assert {"breath", "release", "massage"} <= {slot.strand for one in retreat.sessions for slot in one.slots}
    assert retreat.days == 5 and day.group and Counter(s.day for s in retreat.sessions)[3] == 4
    with pytest.raises(InputError, match="home, work, travel"):
        places.at("moon")


def test_body_and_life_is_opt_in_and_says_what_it_is() -> None:
    assert reflection.centres(opted_in=False) == {}
    centres = reflection.centres(opted_in=True)
    assert list(centres) == ["root", "sacral", "solar_plexus"]
    assert all(one.evidence == "tradition" and len(one.groundings) >= 2 for one in centres.values())
    assert all({p.theme for p in one.prompts} == set(one.themes) for one in centres.values())
    assert "replaces no doctor" in reflection.welcome() and "explains no pain" in reflection.welcome()
    assert "4 of 10" in reflection.check_in("root", 4)
    for centre, value in (("heart", 5), ("root", 11)):
        with pytest.raises(InputError, match="expected"):
            reflection.check_in(centre, value)


def test_every_source_of_practice_is_used_explained_and_whole() -> None:
    for key, found in practice_sources().items():
        assert str(found.year) in found.citation, key
        assert source(key) == found
    with pytest.raises(InputError, match="ostelo2008"):
        source("ostelo2007")
    assert len(all_sources()) > len(practice_sources()) > 40
    with pytest.raises(InputError) as caught:
        read_sources(
            {"ward2009": {"title": "x", "citation": "no stop", "year": 1, "kind": "k", "status": "s", "use": "u"}}
        )
    assert len(caught.value.faults) == 5


def test_no_source_of_practice_stands_unused() -> None:
    used: set[str] = set()
    for name in (
        "screening",
        "help",
        "cautions",
        "questionnaires",
        "selftests",
        "breath",
        "massage",
        "places",
        "reflection",
    ):
        used |= keys_in(read(f"{name}.toml"))
    assert used <= set(all_sources())
    assert len(used & set(practice_sources())) > 40


def keys_in(value: Any) -> set[str]:
    """Source keys anywhere in a table."""
    if isinstance(value, dict):
        own = {one for key, one in value.items() if key.endswith("source") and isinstance(one, str)}
        return own.union(*(keys_in(one) for one in value.values()))
    return set().union(*(keys_in(one) for one in value)) if isinstance(value, list) else set()


FAULTY: list[tuple[Callable[..., Any], dict[str, Any], str]] = [
    (breath.read_techniques, {"cycle": [{"phase": "hold_full", "seconds": 4}]}, "without the cautions 'breath_holds'"),
    (breath.read_techniques, {"cycle": [{"phase": "out", "seconds": 400}]}, "no breath in"),
    (massage.read_guides, {"pressure_from": 5, "pressure_to": 2}, "above 'pressure_to'"),
    (massage.read_guides, {"pressure_to": 7}, "expected 1 to 6"),
    (selftests.read_selftests, {"low": 0, "high": 9, "detects": 0}, "needs a bound"),
    (selftests.read_selftests, {"low": 9, "high": 9, "side": 3}, "no sides"),
    (places.read_templates, {"days": 1, "minutes_a_day": 10, "sessions": []}, "'minutes_a_day' says 10"),
    (reflection.read_centres, {"source": "assumed", "evidence": "trial"}, "tradition, and says so"),
    (
        questionnaires.read_questionnaires,
        {"bands": [{"at_least": 3, "words": "a"}, {"at_least": 1, "words": "b"}]},
        "rise",
    ),
    (questionnaires.read_questionnaires, {"labels": ["one"]}, "one for each answer"),
    (questionnaires.read_questionnaires, {"labels": 3}, "expected a list of texts"),
    (questionnaires.read_questionnaires, {"item": [3]}, "not a table"),
    (read_cautions, {"never": [], "ask_first": []}, "names nobody"),
]


@pytest.mark.parametrize(("reader", "fields", "says"), FAULTY, ids=[says for _, _, says in FAULTY])
def test_a_faulty_table_says_what_is_wrong(reader: Callable[..., Any], fields: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError) as caught:
        reader({"bad": {**fields, "colour": "red"}})
    told = "\n".join(caught.value.faults)
    assert says in told and "'colour' is not known" in told and len(caught.value.faults) > 2


def test_a_table_that_is_no_table_is_told() -> None:
    with pytest.raises(InputError, match="expected a table"):
        table("x.toml", lambda _key, row: row, given={"words": 3})
    assert len(EVIDENCE) == 5


def test_the_page_lists_the_sources_of_practice() -> None:
    page = (Path(__file__).resolve().parents[1] / "docs/knowledge.md").read_text(encoding="utf-8")
    rows = [f"| `{key}` | {found.title} | {found.use} |" for key, found in practice_sources().items()]
    assert [row for row in rows if row not in page] == []
    assert len(re.findall(r"^\| `\w+` \| .+ \| .+ \|$", page, re.MULTILINE)) >= len(rows)
