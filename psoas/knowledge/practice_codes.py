"""The codes that tables of knowledge share, each set defined once, and their words."""

from __future__ import annotations

from enum import StrEnum

from psoas.core.coded_words import CodedWords


class Strand(StrEnum):
    """What a stretch of time is for: the strands of exercises first, then breath, massage, and what is not planned."""

    RELEASE = "release"
    ENGAGE = "engage"
    GLUTEAL = "gluteal"
    INTEGRATE = "integrate"
    GAIT = "gait"
    DESK = "desk"
    BREATH = "breath"
    MASSAGE = "massage"
    MEASURE = "measure"
    REFLECT = "reflect"
    TALK = "talk"
    REST = "rest"


EXERCISE_STRANDS = (
    Strand.RELEASE, Strand.ENGAGE, Strand.GLUTEAL, Strand.INTEGRATE, Strand.GAIT, Strand.DESK,
)  # fmt: skip
"""What an exercise can be for."""
FILLED_STRANDS = (
    Strand.BREATH, Strand.RELEASE, Strand.MASSAGE, Strand.ENGAGE, Strand.GLUTEAL, Strand.INTEGRATE, Strand.GAIT,
    Strand.DESK,
)  # fmt: skip
"""What items of a plan fill; the others stay words."""
WEEK_STRANDS = (Strand.RELEASE, Strand.ENGAGE, Strand.GLUTEAL, Strand.BREATH, Strand.GAIT)
"""Every phase of a program holds something of each."""


class Place(StrEnum):
    """Where somebody practises."""

    HOME = "home"
    WORK = "work"
    TRAVEL = "travel"


PLACES = tuple(Place)


class Pattern(StrEnum):
    """What a ladder of exercises trains: the movement patterns that a therapist covers, and what goes with them."""

    BREATH = "breath"
    MASSAGE = "massage"
    REST = "rest"
    NERVE = "nerve"
    MOBILITY = "mobility"
    RELEASE = "release"
    FRONT_HIP_RELEASE = "front_hip_release"
    TRUNK = "trunk"
    SIDE_SUPPORT = "side_support"
    PELVIC_FLOOR = "pelvic_floor"
    BRIDGE = "bridge"
    HIP_EXTENSION = "hip_extension"
    HIP_ABDUCTION = "hip_abduction"
    SQUAT = "squat"
    SINGLE_LEG = "single_leg"
    HINGE = "hinge"
    CALF = "calf"
    BALANCE = "balance"
    HIP_FLEXION = "hip_flexion"
    CARRY = "carry"
    PUSH = "push"
    GET_UP = "get_up"
    POSTURE = "posture"
    GAIT = "gait"
    RUNNING = "running"
    IMPACT = "impact"
    DESK = "desk"


class RungLoad(StrEnum):
    """What a rung adds to the weight of the body."""

    BODY = "body"
    BAND = "band"
    WEIGHT = "weight"


class Origin(StrEnum):
    """Where what is said of an effect comes from."""

    SIMULATED = "simulated"
    PUBLISHED_EMG = "published_emg"
    TRIAL = "trial"
    EXPERT = "expert"
    TRADITION = "tradition"


class WorkingSide(StrEnum):
    """Which side an exercise is written for: exercises with sides for the right."""

    RIGHT = "right"
    BOTH = "both"


class Progression(StrEnum):
    """By what a neighbour asks more."""

    LOAD = "load"
    LEVER = "lever"
    RANGE = "range"
    STABILITY = "stability"
    SPEED = "speed"


class Position(StrEnum):
    """A position that a person must be able to take: "floor" is getting down to it and up again, "lying_flat" lying on
    the back, "hands_on_floor" bearing weight on hands or forearms."""

    LYING_FLAT = "lying_flat"
    PRONE = "prone"
    KNEELING = "kneeling"
    STANDING = "standing"
    ONE_LEG = "one_leg"
    HANDS_ON_FLOOR = "hands_on_floor"
    FLOOR = "floor"
    SEATED = "seated"


class Better(StrEnum):
    """Which way of a score or a result is the better one."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


EQUIPMENT = ("mat", "chair", "wall", "step", "bed", "pad", "ball", "roller", "towel", "band", "weights", "quiet_room")
"""What practices use."""
LOAD_EQUIPMENT = {RungLoad.BAND: "band", RungLoad.WEIGHT: "weights"}
"""What a load needs at hand."""
EQUIPMENT_WORDS = CodedWords("knowledge.equipment", EQUIPMENT)
UNITS = (
    "years", "weeks", "of_ten", "times", "km", "units", "hours", "degrees", "steps", "points", "seconds", "cm",
    "breaths_a_minute", "minutes",
)  # fmt: skip
UNIT_WORDS = CodedWords("knowledge.unit", UNITS)
"""Units of answers and results, as they stand after a number."""
STRAND_WORDS = CodedWords("knowledge.strand", [str(one) for one in Strand])
POSITION_WORDS = CodedWords("knowledge.position", [str(one) for one in Position])
PROGRESSION_WORDS = CodedWords("knowledge.progression", [str(one) for one in Progression])
ORIGIN_WORDS = CodedWords("knowledge.origin", [str(one) for one in Origin])
