"""What an exercise is: how the body moves through it, for whom it is, and what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from psoas.body.postures import Posture
from psoas.core.catalogue import attribute, render, texts
from psoas.core.message import Message, Value, message
from psoas.knowledge.contraindications import contraindications, find_bars
from psoas.knowledge.exercise_demands import Demand, demanded_narrowings, demanded_positions, demanded_sets
from psoas.knowledge.external_load import ExternalLoad
from psoas.knowledge.intake_questions import Answers
from psoas.knowledge.practice_codes import Origin, Place, Position, Progression, Strand, WorkingSide
from psoas.knowledge.row_words import NeededWords, RowText, RowTexts, WordedRow
from psoas.knowledge.toml_schema import EvidenceLevel


class Move(StrEnum):
    """What a repetition is made of; the last ones take no time of their own."""

    UP = "up"
    DOWN = "down"
    IN = "in"
    OUT = "out"
    BACK = "back"
    FORWARD = "forward"
    OVER = "over"
    ON = "on"
    OFF = "off"
    THERE = "there"
    STEP = "step"
    SWING = "swing"
    MOVE = "move"
    RUN_WALK = "run_walk"
    HOLD = "hold"
    STAY = "stay"
    STILL = "still"
    PACE = "pace"


TIMELESS = (Move.HOLD, Move.STAY, Move.STILL, Move.PACE)
"""Moves without seconds: the dose says how long."""


@dataclass(frozen=True)
class TempoMove:
    """A part of a repetition, and its ``seconds`` (0 for one of ``TIMELESS``)."""

    move: Move
    seconds: float

    @property
    def message(self) -> Message:
        """How it stands in the tempo: "2 s up"."""
        return message(f"knowledge.move.{self.move}", seconds=f"{self.seconds:g}")

    @property
    def say(self) -> str:
        """What a voice says: "Up"; nothing for one of ``TIMELESS``."""
        return "" if self.move in TIMELESS else attribute(f"knowledge.move.{self.move}", "say")


@dataclass(frozen=True)
class Dose:
    """How much: the ``moves`` of each repetition, ``hold_s`` within it, ``rest_s`` between sets."""

    sets: int
    reps: int
    hold_s: float
    moves: tuple[TempoMove, ...]
    rest_s: float

    @property
    def tempo(self) -> str:
        """The moves in words: "2 s up, hold, 3 s down"."""
        return ", ".join(render(one.message) for one in self.moves)

    @property
    def tempo_s(self) -> float:
        """Seconds of movement in one repetition."""
        return sum(one.seconds for one in self.moves)


@dataclass(frozen=True)
class Keyframe:
    """One instant: seconds from the start of a repetition, the posture (without words), what bears it, the share of
    full effort of transversus abdominis that is put in, and the weights and bands that pull."""

    at_s: float
    posture: Posture
    support: str
    bracing: float
    loads: tuple[ExternalLoad, ...] = ()


@dataclass(frozen=True)
class HarderVariant:
    """A neighbour that asks more: by what it progresses, and the effect (as ``effect_quantity`` spells it) that
    rises."""

    exercise: str
    by: Progression
    quantity: str


@dataclass(frozen=True)
class StatedEffect:
    """What is known of an effect that is not computed: the ``place``-th of the ``exercise``, from 1."""

    exercise: str
    place: int
    effect: str
    origin: Origin
    source: str

    @property
    def words(self) -> str:
        """What is known."""
        return attribute(f"exercise.{self.exercise}", f"also-{self.place}")


@dataclass(frozen=True)
class Exercise(WordedRow):
    """One exercise. Written for the right side where it has sides; ``published`` holds mean activation of muscle groups
    by study, percent of a maximal voluntary contraction, as it was found in people doing this exercise;
    ``published_other`` that of the other side; ``also`` what is known of effects that are not computed.

    ``label`` is the name that people search for, ``also_called`` its other names, our own among them; no two exercises
    share one. ``caution_codes`` and ``stop_codes`` are what is said to the person. ``demands`` is everything that it
    asks of the body: computed, but for the ``extra_demands`` that keyframes cannot show.
    """

    name: str
    strand: Strand
    working_side: WorkingSide
    evidence: EvidenceLevel
    source: str
    equipment: tuple[str, ...]
    places: tuple[Place, ...]
    caution_codes: tuple[str, ...]
    stop_codes: tuple[str, ...]
    extra_demands: tuple[Demand, ...]
    demands: tuple[Demand, ...]
    dose: Dose
    keyframes: tuple[Keyframe, ...]
    harder: HarderVariant | None
    published: Mapping[str, Mapping[str, float]]
    published_other: Mapping[str, Mapping[str, float]]
    also: tuple[StatedEffect, ...]

    label = RowText("")
    also_called = RowTexts("aka", optional=True)
    purpose = RowText()
    position = RowText()
    breath = RowText()
    basis = RowText()
    steps = RowTexts("step")
    cues = RowTexts("cue")
    errors = RowTexts("error")

    @property
    def words_key(self) -> str:
        """Key of its words."""
        return f"exercise.{self.name}"

    @property
    def words_values(self) -> Mapping[str, Value]:
        """The sides in its steps and cues, where the right side works."""
        return side_values("right")

    def steps_on(self, side: str) -> tuple[str, ...]:
        """The steps where that side works; "" for an exercise without sides."""
        return texts(self.words_key, "step", **side_values(side))

    def cues_on(self, side: str) -> tuple[str, ...]:
        """The cues where that side works; "" for an exercise without sides."""
        return texts(self.words_key, "cue", **side_values(side))

    @property
    def cautions(self) -> tuple[str, ...]:
        """What asks for care."""
        return tuple(render(message(f"knowledge.caution.{code}")) for code in self.caution_codes)

    @property
    def stop(self) -> tuple[str, ...]:
        """When to stop."""
        return tuple(render(message(f"knowledge.stop.{code}")) for code in self.stop_codes)

    def needed_words(self) -> tuple[NeededWords, ...]:
        """Its own words, and one text for each effect that is not computed."""
        (own,) = super().needed_words()
        return (NeededWords(own.key, own.texts, {**own.counts, **({"also": len(self.also)} if self.also else {})}),)

    @property
    def needs(self) -> tuple[Position, ...]:
        """Positions that a person must be able to take."""
        return demanded_positions(self.demands)

    @property
    def caution_sets(self) -> tuple[str, ...]:
        """Sets of ``cautions.toml`` that decide over answers."""
        return demanded_sets(self.demands)

    @property
    def narrowed_by(self) -> tuple[str, ...]:
        """What of screening's narrowings takes it out."""
        return demanded_narrowings(self.demands)

    @property
    def draws_in(self) -> bool:
        """Whether the work is a drawing-in alone: the posture stays, and only the bracing, which is put in by hand,
        changes. What such a work does is not simulated."""
        held = {(one.posture.values.tobytes(), one.support) for one in self.keyframes}
        return len(held) == 1 and len({one.bracing for one in self.keyframes}) > 1

    def bars(self, answers: Answers) -> tuple[str, ...]:
        """What in the answers rules the exercise out, as codes of conditions; empty where nothing known does."""
        return find_bars(tuple(contraindications()[name] for name in self.caution_sets), answers)

    def asks(self, answers: Answers) -> tuple[str, ...]:
        """What in the answers asks for a clinician's word first, as codes of conditions."""
        return tuple(
            dict.fromkeys(code for name in self.caution_sets for code in contraindications()[name].asks(answers))
        )


def side_values(side: str) -> dict[str, Value]:
    """What steps and cues need: the ``side`` that works, and in words this side (``near``) and the other (``far``)."""
    near, far = ("left", "right") if side == "left" else ("right", "left")
    return {"side": near, "near": message(f"step.side.{near}"), "far": message(f"step.side.{far}")}
