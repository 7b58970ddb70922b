"""An exercise as steps: next-up, get ready, repetitions in their tempo, rest, and the other side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from psoas.core.catalogue import render, text
from psoas.core.sides import SIDES
from psoas.knowledge.exercise import Dose, Exercise, Move
from psoas.knowledge.exercise_library import find_exercise
from psoas.knowledge.exercise_timing import READY_S, SWITCH_S, setup_seconds
from psoas.program.program_models import Item
from psoas.session.session_rules import TICKS_PER_S, StepKind
from psoas.session.timed_step import TimedStep, to_ticks

ROUNDING_S = 6.0
"""Minutes are rounded up to a tenth: what that leaves goes to getting ready."""
LETTERS_A_SECOND = 15
"""How fast a calm voice reads (assumed); what does not fit into a step is shown and not spoken."""


@dataclass(frozen=True)
class RepetitionPhase:
    """One phase of a repetition: ``word`` to say, ``ticks`` it lasts, keyframes it goes between."""

    kind: StepKind
    word: str
    ticks: int
    blend: tuple[int, int]


def exercise_steps(item: Item, *, follows: bool = False) -> tuple[TimedStep, ...]:
    """The steps of one exercise item, blocks counted from 0, each as long as it takes: nothing gives way where the
    item's minutes are fewer, and minutes left over go to getting ready, then to a settling step at the end.

    Args:
        item: The item.
        follows: Whether the same exercise on the other side comes just before, so that only the side changes.
    """
    one = find_exercise(item.name)
    phases = repetition_cycle(item, one)
    turns = _turns(item, one)
    rests = sum(before == "rest" for _, before in turns) * to_ticks(item.rest_s)
    switches = sum(before == "switch" for _, before in turns) * to_ticks(SWITCH_S)
    work = len(turns) * item.reps * sum(phase.ticks for phase in phases)
    spare = max(0, to_ticks(item.minutes * 60) - work - rests - switches - to_ticks(READY_S))
    least = to_ticks(SWITCH_S if follows else setup_seconds(one))
    lead = max(least, min(spare, least + to_ticks(ROUNDING_S)))
    return tuple(_laid(item, one, phases, turns, rest=to_ticks(item.rest_s), lead=lead, settle=max(0, spare - lead)))


def repetition_cycle(item: Item, one: Exercise) -> tuple[RepetitionPhase, ...]:
    """The phases of one repetition: the tempo's moves, the hold where the tempo names it, else after the first move.
    One move alone goes back and there again in halves, so that it ends in the hold."""
    moves = [(move.seconds, move.say) for move in one.dose.moves if move.seconds]
    blends = _blends([seconds for seconds, _ in moves], [frame.at_s for frame in one.keyframes])
    if alone := len(moves) == 1:
        moves = [(moves[0][0] / 2, text("step.back")), (moves[0][0] / 2, text("step.again"))]
        blends = [(blends[0][1], blends[0][0]), blends[0]]
    pairs = zip(moves, blends, strict=True)
    made = [RepetitionPhase(StepKind.MOVE, word, to_ticks(seconds), blend) for (seconds, word), blend in pairs]
    if to_ticks(item.hold_s):
        place = 2 if alone else _hold_place(one.dose, made)
        still = made[place - 1].blend[1] if place else 0
        word = text("step.stay" if one.dose.moves[0].move is Move.STILL else "step.hold")
        made.insert(place, RepetitionPhase(StepKind.HOLD, word, to_ticks(item.hold_s), (still, still)))
    return tuple(made)


def _hold_place(dose: Dose, moves: Sequence[RepetitionPhase]) -> int:
    """After how many moves the hold comes."""
    parts = [part.move for part in dose.moves]
    if not moves:
        return 0
    return min(parts.index(Move.HOLD), len(moves)) if Move.HOLD in parts else 1


def _blends(moves: Sequence[float], at_s: Sequence[float]) -> list[tuple[int, int]]:
    """Keyframes that each move goes between. Two keyframes: there and back. More: one by one where the moves take the
    keyframes' own times; else there over all of them with the move that takes their whole time, and back."""
    last = len(at_s) - 1
    if not last:
        return [(0, 0)] * len(moves)
    own = [after - before for before, after in pairwise(at_s)]
    if last > 1 and list(moves) == own:
        return [(last, 1), *((k, k + 1) for k in range(1, last))]
    there = list(moves).index(at_s[last]) if last > 1 and at_s[last] in moves else 0
    return [(0, last) if (place - there) % 2 == 0 else (last, 0) for place in range(len(moves))]


def _turns(item: Item, one: Exercise) -> list[tuple[str, str]]:
    """Each set of each side, as (side, what comes before it): the other side works while one rests."""
    if one.working_side == "both":
        sides: tuple[str, ...] = ("",)
    else:
        sides = (item.side,) if item.side in SIDES else SIDES
    return [
        (side, "" if (turn, number) == (0, 0) else "switch" if number else "rest")
        for turn in range(item.sets)
        for number, side in enumerate(sides)
    ]


def _laid(
    item: Item,
    one: Exercise,
    phases: Sequence[RepetitionPhase],
    turns: Sequence[tuple[str, str]],
    *,
    rest: int,
    lead: int,
    settle: int,
) -> Iterator[TimedStep]:
    first = phases[0].blend[0]
    side, at = turns[0][0], (first, first)
    said = text("step.next_side", item=item.label, side=side) if side else text("step.next", item=item.label)
    yield TimedStep(StepKind.NEXT, lead / TICKS_PER_S, block=0, side=side, say=said, word=render(item.label), blend=at)
    said, word = text("step.ready"), text("step.ready_word")
    yield TimedStep(StepKind.READY, READY_S, block=0, side=side, say=said, word=word, blend=at)
    cues = _cues(one, turns)
    for number, (side, before) in enumerate(turns):
        block, turn = 2 * number + 1, number // len({one_side for one_side, _ in turns}) + 1
        if before == "rest" and rest:
            same = side == turns[number - 1][0]
            said, word = text("step.rest") if same else text("step.rest_then", side=side), text("step.rest_word")
            yield TimedStep(
                StepKind.REST, rest / TICKS_PER_S, block=block - 1, side=side, set=turn, say=said, word=word, blend=at
            )
        elif before == "switch":
            said, word = text("step.switch", side=side), text("step.switch_word", side=side)
            yield TimedStep(
                StepKind.SWITCH, SWITCH_S, block=block - 1, side=side, set=turn, say=said, word=word, blend=at
            )
        for rep in range(1, item.reps + 1):
            for phase in phases:
                yield _step(phase, phases, block=block, side=side, turn=turn, rep=rep, cue=_cue(cues[side], turn, rep))
    if settle > 0:
        word = text("step.settle")
        yield TimedStep(StepKind.SETTLE, settle / TICKS_PER_S, block=2 * len(turns), say="", word=word, blend=at)


def _step(
    phase: RepetitionPhase, phases: Sequence[RepetitionPhase], *, block: int, side: str, turn: int, rep: int, cue: str
) -> TimedStep:  # fmt: skip
    """A phase as a step. The cue is spoken once a repetition, in the longest phase that holds it."""
    longest = max(phases, key=lambda one: (one.kind is StepKind.HOLD, one.ticks))
    said = text("step.cue", word=phase.word, cue=cue)
    fits = len(said) <= LETTERS_A_SECOND * phase.ticks / TICKS_PER_S
    said = said if phase is longest and fits and rep <= 2 else text("step.word", word=phase.word)
    return TimedStep(
        phase.kind, phase.ticks / TICKS_PER_S, block=block, side=side, set=turn, rep=rep, say=said, word=phase.word,
        cue=cue, blend=phase.blend,
    )  # fmt: skip


def _cues(one: Exercise, turns: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The exercise's cues by side."""
    return {side: one.cues_on(side) for side, _ in turns}


def _cue(cues: Sequence[str], turn: int, rep: int) -> str:
    """One cue a set at first, the next one half a set later."""
    return cues[(turn + rep // 4 - 1) % len(cues)]
