"""Breath, massage and self-tests as steps."""

from __future__ import annotations

from collections.abc import Iterator

from psoas.core.catalogue import render, text
from psoas.core.sides import SIDES
from psoas.knowledge import breath_techniques, massage_guides, self_tests
from psoas.knowledge.exercise_timing import SWITCH_S
from psoas.program.dosage import LEAD_S
from psoas.program.program_models import Item
from psoas.session.session_rules import TICKS_PER_S, StepKind
from psoas.session.timed_step import TestEntryField, TimedStep, to_ticks

NEXT_LEAST_S, NEXT_MOST_S = 3.0, 25.0
"""Time to see what comes and to get into place (assumed)."""
SPOKEN_BREATHS = 3
"""Breaths that a voice goes along with; after them tones alone."""
TEST_LEAST_S = 10.0


def breath_steps(item: Item) -> tuple[TimedStep, ...]:
    """A breath item: a few seconds to settle, then its pattern. A technique's shortest and longest time hold."""
    asked, whole = breath_techniques.find_technique(item.name), to_ticks(item.minutes * 60)
    least = to_ticks(sum(max(0.1, round(part.seconds * asked.ramp_from, 1)) for part in asked.cycle))
    lasts = min(max(whole - to_ticks(LEAD_S), least), to_ticks(asked.most_minutes * 60))
    pattern = breath_techniques.breath_pattern(asked, lasts / TICKS_PER_S / 60)
    lead = max(to_ticks(NEXT_LEAST_S), min(whole - lasts, to_ticks(NEXT_MOST_S)))
    made = [
        TimedStep(
            StepKind.NEXT,
            lead / TICKS_PER_S,
            say=text("step.next", item=item.label),
            word=render(item.label),
            cue=asked.posture,
        )
    ]
    count = 0
    for phase in pattern:
        count += phase.phase == "in"
        word = text(f"step.breath.{phase.phase}")
        said = text("step.word", word=word) if count <= SPOKEN_BREATHS or phase.phase == "free" else ""
        cue = asked.how[min(len(asked.how) - 1, max(0, count - 1) // 4)]
        made.append(
            TimedStep(
                StepKind.BREATHE,
                phase.seconds,
                block=1,
                set=1,
                rep=count,
                say=said,
                word=word,
                cue=cue,
                breath=phase.phase,
            )
        )
    return tuple(_filled(made, whole, block=2))


def massage_steps(item: Item) -> tuple[TimedStep, ...]:
    """A massage item: its spots, side by side, each as long as the guide says, with the pressure in words."""
    guide, whole = massage_guides.list_massage_guides()[item.name], to_ticks(item.minutes * 60)
    sides = SIDES if item.side == "both" else (item.side,)
    each = to_ticks(item.hold_s)
    words = massage_guides.PRESSURE[guide.pressure_from]
    pressure = text("step.pressure", low=guide.pressure_from, high=guide.pressure_to, words=words)
    made = [
        TimedStep(
            StepKind.NEXT,
            LEAD_S,
            side=sides[0],
            say=text("step.next", item=item.label),
            word=render(item.label),
            cue=guide.where,
        )
    ]
    for number, side in enumerate(sides):
        if number:
            said, word = text("step.switch", side=side), text("step.switch_word", side=side)
            made.append(TimedStep(StepKind.SWITCH, SWITCH_S, block=2 * number, side=side, say=said, word=word))
        for spot in range(1, item.reps + 1):
            said = text("step.spot_first" if spot == 1 else "step.spot_next")
            word, block = text("step.spot_word", spot=spot, spots=item.reps), 2 * number + 1
            made.append(
                TimedStep(
                    StepKind.PRESS,
                    each / TICKS_PER_S,
                    block=block,
                    side=side,
                    set=1,
                    rep=spot,
                    say=said,
                    word=word,
                    cue=pressure,
                )
            )
    return tuple(_filled(made, whole, block=2 * len(sides)))


def test_steps(item: Item) -> tuple[TimedStep, ...]:
    """A self-test: time to do it, then its entry, which waits."""
    test, whole = self_tests.find_self_test(item.name), to_ticks(item.minutes * 60)
    lead = to_ticks(NEXT_LEAST_S)
    asks = TestEntryField(test.enter, test.unit, test.low, test.high, test.sides)
    lasts = max(to_ticks(TEST_LEAST_S), whole - lead)
    return (
        TimedStep(
            StepKind.NEXT,
            lead / TICKS_PER_S,
            say=text("step.next", item=item.label),
            word=render(item.label),
            cue=test.purpose,
        ),
        TimedStep(
            StepKind.TEST,
            lasts / TICKS_PER_S,
            block=1,
            say=text("step.test"),
            word=text("step.test_word"),
            waits=True,
        ),
        TimedStep(
            StepKind.ENTER, 0.0, block=2, say=text("step.enter"), word=text("step.enter_word"), waits=True, entry=asks
        ),
    )


def item_guidance(item: Item) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Instructions, things needed, and when to stop, of a breath, a massage or a test. How to lie, and where to press,
    say the steps themselves."""
    if item.kind == "breath":
        asked = breath_techniques.find_technique(item.name)
        return asked.how, (), tuple(one.words for one in asked.cautions)
    if item.kind == "massage":
        guide = massage_guides.list_massage_guides()[item.name]
        return (*guide.steps, *guide.around), guide.tools, guide.stop
    test = self_tests.find_self_test(item.name)
    return test.steps, (), tuple(one.words for one in test.cautions)


def _filled(made: list[TimedStep], whole: int, *, block: int) -> Iterator[TimedStep]:
    """The steps, and the time left of the item's to settle in."""
    yield from made
    left = whole - sum(to_ticks(step.seconds) for step in made)
    if left > 0:
        yield TimedStep(StepKind.SETTLE, left / TICKS_PER_S, block=block, word=text("step.settle"))
