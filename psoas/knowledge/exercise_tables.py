"""Reads the exercise library from its tables: every entry checked, by itself and against what its keyframes ask for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise

from psoas.body.postures import Posture, posture, postures
from psoas.core.errors import InputError
from psoas.core.language import DEFAULT
from psoas.core.locale_files import message_names
from psoas.core.message import Message, literal, message
from psoas.core.sources import Source
from psoas.knowledge.exercise import TIMELESS, Dose, Exercise, HarderVariant, Keyframe, Move, StatedEffect, TempoMove
from psoas.knowledge.exercise_demands import TYPED, Demand
from psoas.knowledge.exercise_requirements import HowDone, computed_demands, find_demands
from psoas.knowledge.external_load import parse_load
from psoas.knowledge.posture_demands import HeldFrame
from psoas.knowledge.practice_codes import (
    EQUIPMENT,
    EXERCISE_STRANDS,
    Origin,
    Place,
    Progression,
    WorkingSide,
)
from psoas.knowledge.practice_sources import all_sources, parse_body_source
from psoas.knowledge.row_words import find_unused_words
from psoas.knowledge.simulated_loads import simulated_loads
from psoas.knowledge.toml_schema import EvidenceLevel, TableRow, TomlFile, make_rows, read_knowledge_file, read_rows
from psoas.mechanics.static_equilibrium import SUPPORTS

STATED = ("bracing", "breath", "calm", "control", "drive", "hip_load", "injury_risk")
"""Effects that holding a posture still cannot value: stated with published or handed-down evidence, never a figure."""
STATED_ORIGINS = (Origin.TRIAL, Origin.EXPERT, Origin.TRADITION)
SOURCES = "exercises/sources.toml"
FRAME_KEYS = ("at_s", "support", "bracing", "loads")
"""What a keyframe names besides joint angles."""


def read_exercises() -> dict[str, Exercise]:
    """The whole library by name, with the words of each in the catalogue.

    Raises:
        InputError: Every fault of the tables, each with its file and line.
    """
    faults: list[Message] = []
    found: dict[str, Exercise] = {}
    for name in _table_names():
        table = read_knowledge_file(name)
        for key in set(table.content) & set(found):
            TableRow(key, {}, faults, file=table, path=(key,)).fault(message("table.exercise_twice"))
        found |= parse_exercises(table, faults, check_words=True)
    faults += [
        message("table.fault", row=one.name, what=_no_neighbour(one.harder, found))
        for one in found.values()
        if one.harder and one.harder.exercise not in found
    ]
    faults += find_unused_words(
        "exercise", (n for one in found.values() for n in one.needed_words()), table="exercises"
    )
    if faults:
        raise InputError(*faults)
    return found


def parse_exercises(table: TomlFile, faults: list[Message], *, check_words: bool = False) -> dict[str, Exercise]:
    """The entries of one table that are without fault; faults are added to ``faults``."""
    made = make_rows(table, _exercise, faults, check_words=check_words)
    return {name: one for name, one in made.items() if one is not None}


@cache
def exercise_sources() -> dict[str, Source]:
    """Sources that the library alone rests on."""
    return read_rows(SOURCES, parse_body_source)


def list_codes(key: str) -> tuple[str, ...]:
    """The codes that the catalogue has words for below a key such as ``knowledge.caution``."""
    start = f"{key.replace('.', '-')}-"
    return tuple(name.removeprefix(start) for name in message_names(DEFAULT, start.removesuffix("-")))


def _table_names() -> list[str]:
    """Every table of exercises, in the order of the names."""
    folder = files("psoas.knowledge").joinpath("data", "exercises")
    names = (f"exercises/{item.name}" for item in folder.iterdir() if item.name.endswith(".toml"))
    return sorted(name for name in names if name != SOURCES)


def _no_neighbour(harder: HarderVariant, known: Collection[str]) -> Message:
    return message("table.no_such_exercise", exercise=harder.exercise, allowed=", ".join(known))


def _exercise(name: str, row: TableRow) -> Exercise | None:
    """One checked entry; None where it has a fault."""
    before = len(row.faults)
    known = {**all_sources(), **exercise_sources()}
    source = row.choice("source", known)
    equipment, dose, frames = row.choices("equipment", EQUIPMENT), _dose(row.row("dose")), _keyframes(name, row, source)
    extra = row.members("extra_demands", Demand)
    one = Exercise(
        name,
        row.member("strand", EXERCISE_STRANDS),
        row.member("working_side", WorkingSide),
        row.member("evidence", EvidenceLevel),
        source,
        equipment,
        row.members("places", Place),
        row.choices("cautions", list_codes("knowledge.caution")),
        row.choices("stop", list_codes("knowledge.stop")),
        extra,
        _demands(row, _how_done(name, equipment, dose, frames), extra) if len(row.faults) == before else (),
        dose,
        frames,
        _harder(row.optional_row("harder")),
        _published(row, "published", known),
        _published(row, "published_other", known),
        tuple(_stated(name, place, part, known) for place, part in enumerate(row.rows("also", []), 1)),
    )
    for key, found in (("places", one.places), ("stop", one.stop_codes)):
        if not found and len(row.faults) == before:
            row.fault(message("table.empty", key=key, expected=message("table.expected.texts")), key)
    return one if len(row.faults) == before else None


def _dose(row: TableRow | None) -> Dose:
    if row is None:
        return Dose(0, 0, 0.0, (), 0.0)
    moves = tuple(_move(one) for one in row.rows("tempo"))
    sets, reps = row.count("sets", 1, 10), row.count("reps", 1, 1000)
    made = Dose(sets, reps, row.number("hold_s", 0, 3600), moves, row.number("rest_s", 0, 600))
    if not made.tempo_s + made.hold_s > 0:
        row.fault(message("table.no_time"))
    row.close()
    return made


def _move(row: TableRow) -> TempoMove:
    made = TempoMove(row.member("move", Move), row.number("s", 0, 600, 0))
    if (made.move in TIMELESS) == bool(made.seconds):
        row.fault(message("table.move_no_seconds" if made.seconds else "table.move_seconds", move=made.move))
    row.close()
    return made


def _keyframes(name: str, row: TableRow, source: str) -> tuple[Keyframe, ...]:
    """The keyframes with their postures; times that do not rise from 0 are a fault."""
    start, support = row.choice("start", postures()), row.choice("support", SUPPORTS)
    bracing, usual = row.number("bracing", 0, 1, 0), support if support in SUPPORTS else "standing"
    loads = tuple(parse_load(one) for one in row.rows("loads", []))
    frames = []
    for part in row.rows("keyframes"):
        at_s, held = part.number("at_s", 0, 600), part.choice("support", SUPPORTS, usual)
        share = part.number("bracing", 0, 1, bracing)
        own = tuple(parse_load(one) for one in part.rows("loads")) if "loads" in part.keys else loads
        angles = {key: part.number(key, -1000, 1000) for key in part.keys if key not in FRAME_KEYS}
        frames.append(Keyframe(at_s, _posture(name, start, angles, held, source, part), held, share, own))
    times = [frame.at_s for frame in frames]
    if times[:1] != [0.0] or any(after <= before for before, after in pairwise(times)):
        row.fault(message("table.times_fall", times=", ".join(f"{one:g}" for one in times) or "-"), "keyframes")
    return tuple(frames)


def _posture(name: str, start: str, angles: Mapping[str, float], support: str, source: str, row: TableRow) -> Posture:
    """The posture of one keyframe: the exercise's start with the frame's own angles, degrees."""
    taken = posture(start if start in postures() else "standing")
    try:
        taken = taken.with_angles(angles)
    except InputError as error:
        for fault in error.messages:
            row.fault(fault)
    return Posture(name, literal(""), literal(""), source, taken.values, support)


def _harder(row: TableRow | None) -> HarderVariant | None:
    if row is None:
        return None
    made = HarderVariant(row.text("exercise"), row.member("by", Progression), row.text("quantity"))
    row.close()
    return made


def _published(row: TableRow, key: str, known: Collection[str]) -> dict[str, dict[str, float]]:
    """Figures by study and muscle, percent of a maximal contraction."""
    found = {}
    for study, part in row.rows_by_key(key).items():
        if study not in known:
            row.fault(message("table.holds_unknown", key=key, value=study, allowed=", ".join(known)), key)
        found[study] = {muscle: part.number(muscle, 0, 300) for muscle in part.keys}
    return found


def _stated(exercise: str, place: int, row: TableRow, known: Collection[str]) -> StatedEffect:
    effect, origin = row.choice("effect", STATED), row.member("origin", STATED_ORIGINS)
    made = StatedEffect(exercise, place, effect, origin, row.choice("source", known))
    row.close()
    return made


def _how_done(name: str, equipment: tuple[str, ...], dose: Dose, frames: tuple[Keyframe, ...]) -> HowDone:
    moves = frozenset(str(one.move) for one in dose.moves)
    held = None if moves & {Move.STILL, Move.STAY} else dose.hold_s
    shown = tuple(HeldFrame.of(frame.support, frame.posture.values) for frame in frames)
    return HowDone(shown, moves, held, equipment, simulated_loads().get(name))


def _demands(row: TableRow, how: HowDone, typed: tuple[Demand, ...]) -> tuple[Demand, ...]:
    """Everything that an exercise asks; what its file types although it is computed is a fault."""
    computed = computed_demands(how)
    for one in typed:
        if one not in TYPED or one in computed:
            why = computed.get(one, message("table.why.never_typed"))
            row.fault(message("table.demand_computed", demand=one, why=why), "extra_demands")
    return tuple(find_demands(how, typed))
