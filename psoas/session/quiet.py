"""Breath, massage and self-tests as steps."""

from __future__ import annotations

from collections.abc import Iterator

from psoas.knowledge import breath, massage, selftests
from psoas.program.program import Item
from psoas.session.repetitions import NEXT_LEAST_S, NEXT_MOST_S, SWITCH_S
from psoas.session.step import TICKS, Entry, Step, ticks

LEAD_S = 10.0
"""Time to settle before a breath or a massage begins (assumed)."""
SPOKEN_BREATHS = 3
"""Breaths that a voice goes along with; after them tones alone."""
BREATH_WORDS = {
    "in": "In", "top_up": "A little more", "hold_full": "Hold", "out": "Out", "hum": "Out, humming",
    "hold_empty": "Hold", "rest": "Rest", "free": "As it comes",
}  # fmt: skip
"""One or two words for each of ``breath.PHASES``."""
SPOT_LEAST_S = 5.0
TEST_LEAST_S = 10.0


def breath_steps(item: Item) -> tuple[Step, ...]:
    """A breath item: a few seconds to settle, then its pattern. A technique's shortest and longest time hold."""
    asked, whole = breath.named(item.name), ticks(item.minutes * 60)
    least = ticks(sum(max(0.1, round(part.seconds * asked.ramp_from, 1)) for part in asked.cycle))
    lasts = min(max(whole - ticks(LEAD_S), least), ticks(asked.most_minutes * 60))
    pattern = breath.pattern(asked, lasts / TICKS / 60)
    lead = max(ticks(NEXT_LEAST_S), min(whole - lasts, ticks(NEXT_MOST_S)))
    made = [Step("next", lead / TICKS, say=f"Next: {item.label}.", word=item.label, cue=asked.posture)]
    count = 0
    for phase in pattern:
        count += phase.phase == "in"
        word = BREATH_WORDS[phase.phase]
        said = f"{word}." if count <= SPOKEN_BREATHS or phase.phase == "free" else ""
        cue = asked.how[min(len(asked.how) - 1, max(0, count - 1) // 4)]
        made.append(
            Step("breathe", phase.seconds, block=1, set=1, rep=count, say=said, word=word, cue=cue, breath=phase.phase)
        )
    return tuple(_filled(made, whole, block=2))


def massage_steps(item: Item) -> tuple[Step, ...]:
    """A massage item: its spots, side by side, each at most as long as the guide says, with the pressure in words."""
    guide, whole = massage.guides()[item.name], ticks(item.minutes * 60)
    sides = ("right", "left") if item.side == "both" else (item.side,)
    fixed = ticks(LEAD_S) + (len(sides) - 1) * ticks(SWITCH_S)
    each = min(ticks(item.hold_s), max(ticks(SPOT_LEAST_S), (whole - fixed) // (len(sides) * item.reps)))
    pressure = f"Pressure {guide.pressure_from} to {guide.pressure_to} of 7: {massage.PRESSURE[guide.pressure_from]}."
    made = [Step("next", LEAD_S, side=sides[0], say=f"Next: {item.label}.", word=item.label, cue=guide.where)]
    for number, side in enumerate(sides):
        if number:
            said = f"Now the {side} side."
            made.append(Step("switch", SWITCH_S, block=2 * number, side=side, say=said, word=said[:-1]))
        for spot in range(1, item.reps + 1):
            said = "Find a spot. Breathe out slowly." if spot == 1 else "The next spot."
            word, block = f"Spot {spot} of {item.reps}", 2 * number + 1
            made.append(
                Step("press", each / TICKS, block=block, side=side, set=1, rep=spot, say=said, word=word, cue=pressure)
            )
    return tuple(_filled(made, whole, block=2 * len(sides)))


def test_steps(item: Item) -> tuple[Step, ...]:
    """A self-test: time to do it, then its entry, which waits."""
    test, whole = selftests.named(item.name), ticks(item.minutes * 60)
    lead = ticks(NEXT_LEAST_S)
    asks = Entry(test.enter, test.unit, test.low, test.high, test.sides)
    lasts = max(ticks(TEST_LEAST_S), whole - lead)
    return (
        Step("next", lead / TICKS, say=f"Next: {item.label}.", word=item.label, cue=test.purpose),
        Step("test", lasts / TICKS, block=1, say="Take the steps one by one.", word="Take your time", waits=True),
        Step("enter", 0.0, block=2, say="Enter what you found.", word="What did you find?", waits=True, entry=asks),
    )


def instructions(item: Item) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Instructions, things needed, and when to stop, of a breath, a massage or a test. How to lie, and where to press,
    say the steps themselves."""
    if item.kind == "breath":
        asked = breath.named(item.name)
        return asked.how, (), tuple(one.words for one in asked.cautions)
    if item.kind == "massage":
        guide = massage.guides()[item.name]
        return guide.steps, guide.tools, guide.stop
    test = selftests.named(item.name)
    return test.steps, (), tuple(one.words for one in test.cautions)


def _filled(made: list[Step], whole: int, *, block: int) -> Iterator[Step]:
    """The steps, and the time left of the item's to settle in."""
    yield from made
    left = whole - sum(ticks(step.seconds) for step in made)
    if left > 0:
        yield Step("settle", left / TICKS, block=block, word="Take your time")
