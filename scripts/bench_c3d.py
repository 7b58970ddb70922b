"""C3D files of every processor, number format, plate and writer's fault: read as written, as ezc3d reads, or refused.

`python -m scripts.bench_c3d --files 1000 --mutations 20000` prints two tables. The first compares made-up files with
what was put into them and with ezc3d, where ezc3d can: it reads Intel and DEC, loses the channels of some writers, and
ends the process on damaged files. The second counts what becomes of files in which bytes were changed, cut, doubled
or put in: an answer or a refusal, never a traceback, with the slowest and the peak memory.
"""

from __future__ import annotations

import random
import resource
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import ezc3d
import numpy as np

from psoas.core.catalogue import render
from psoas.core.errors import InputError
from psoas.recording import read
from psoas.recording.c3d_file import parse
from psoas.recording.recording_validation import Faults
from tests.c3d_encoder import PROCESSORS, C3DWorld, encode_c3d
from tests.recording.test_c3d_file import HARMLESS, MENDED
from tests.recording.test_c3d_plates import world as world_with_plate
from tests.recording_worlds import NAMES

EVENTS = (("RHS", 0.1), ("LTO", 0.25))
KINDS = (1, 2, 3, 4)
"""Types of force platforms."""
CONTRADICTIONS = (("points by header", "points by parameter"), ("no frames", "frames by header"))
"""Faults that leave no witness of what is right when they come together: the second is not made then."""
SIXTEEN_BITS = 10.0
"""The channels divided by this fit into integers."""
CHANGES = ("byte", "header", "parameter", "cut", "twice", "word")
CUT_SHORT = 0.05
"""Share of the mutated files whose end is cut off."""
HEADER = 24
"""Bytes of the header that place the data: mutations dwell on them."""


@dataclass
class Agreement:
    """Largest differences of one kind of file, in its unit of length and in analog units."""

    files: int = 0
    points: float = 0.0
    analogs: float = 0.0
    repairs: int = 0
    other_files: int = 0
    other_points: float = 0.0
    other_analogs: float = 0.0


@dataclass
class Outcome:
    """What became of mutated files."""

    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    slowest_s: float = 0.0


def made_up(dice: random.Random, processor: str, *, real: bool) -> C3DWorld:
    """A file with one plate and up to three of the faults that writers make."""
    faults = frozenset(dice.sample([*HARMLESS, *MENDED], dice.randint(0, 3)))
    for one, other in CONTRADICTIONS:
        faults -= {other} if one in faults else set()
    world = replace(world_with_plate(dice.choice(KINDS)), processor=processor, real=real, faults=faults)
    analogs = world.analogs if real else np.round(world.analogs / SIXTEEN_BITS)
    return replace(world, analogs=analogs, first=dice.randint(1, 500), header_events=EVENTS)


def compare(world: C3DWorld, path: Path, found: Agreement) -> None:
    """Add one file to what is known of its kind."""
    data = encode_c3d(world)
    path.write_bytes(data)
    file = parse(data, Faults(path))
    points, analogs = file.points(range(len(NAMES))), file.analogs(range(world.analogs.shape[2]))
    flat = world.analogs.reshape(len(analogs), -1)
    found.files += 1
    found.points = max(found.points, float(np.nanmax(np.abs(points - world.points))))
    found.analogs = max(found.analogs, float(np.abs(analogs - flat).max()))
    found.repairs += bool(read(path).repairs)
    if world.processor == "mips" or world.faults & {*MENDED, "no data start", "one block", "no frames"}:
        return
    other = ezc3d.c3d(str(path))["data"]
    if other["points"].shape[1:] != points.shape[1::-1] or other["analogs"].shape[1:] != analogs.shape[::-1]:
        return
    found.other_files += 1
    found.other_points = max(found.other_points, float(np.nanmax(np.abs(points - other["points"][:3].T))))
    found.other_analogs = max(found.other_analogs, float(np.abs(analogs - other["analogs"][0].T).max()))


def mutate(data: bytes, dice: random.Random) -> bytes:
    """One to six changes: bytes set, cut, doubled, words made infinite; now and then the end cut off."""
    for _ in range(dice.randint(1, 6)):
        what, at, count = dice.choice(CHANGES), dice.randrange(len(data) + 1), 1
        piece = bytes([dice.choice([0, 1, 2, 4, 127, 255, dice.randrange(256)])])
        if what == "header":
            at = dice.randrange(HEADER)
        elif what == "parameter":
            at = 512 + dice.randrange(1500)
        elif what == "cut":
            piece, count = b"", dice.randrange(600)
        elif what == "twice":
            piece, count = data[at : at + dice.randrange(600)], 0
        elif what == "word":
            piece, count = b"\x00\x00\x80\x7f", 4
        data = data[:at] + piece + data[at + count :]
    return data[: dice.randrange(len(data) + 1)] if dice.random() < CUT_SHORT else data


def judge(data: bytes, path: Path, outcome: Outcome) -> None:
    """Read one mutated file as a person would."""
    path.write_bytes(data)
    start = time.process_time()
    try:
        recording = read(path)
        for one in (*recording.notes, *recording.repairs):
            render(one)
        outcome.read += 1
    except InputError as error:
        fault = error.messages[0].values[0][1]
        outcome.refused[getattr(fault, "code", str(fault))] += 1
    except Exception as error:  # the bench counts what must not happen
        outcome.broken.append(repr(error))
    outcome.slowest_s = max(outcome.slowest_s, time.process_time() - start)


def main() -> None:
    """Print both tables."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=240)
    options.add_argument("--mutations", type=int, default=2000)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    dice = random.Random(given.seed)
    kinds = [(processor, real) for processor in PROCESSORS for real in (True, False)]
    print("| files | number | repaired | points off | analogs off | ezc3d: files | points off | analogs off |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.c3d"
        for processor, real in kinds:
            found = Agreement()
            for _ in range(given.files // len(kinds)):
                compare(made_up(dice, processor, real=real), path, found)
            numbers: list[int | str] = [
                found.files,
                found.repairs,
                f"{found.points:.2g}",
                f"{found.analogs:.2g}",
                found.other_files,
            ]
            numbers += [f"{found.other_points:.2g}", f"{found.other_analogs:.2g}"]
            print(" | ".join(["", f"{processor} {'reals' if real else 'integers'}", *map(str, numbers), ""]).strip())
        outcome = Outcome()
        bases = [encode_c3d(made_up(dice, processor, real=real)) for processor, real in kinds for _ in range(8)]
        for _ in range(given.mutations):
            judge(mutate(dice.choice(bases), dice), path, outcome)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    refused = sum(outcome.refused.values())
    print(f"\n{given.mutations} mutated: {outcome.read} read, {refused} refused, {len(outcome.broken)} broken;")
    print(f"slowest {outcome.slowest_s:.2f} s of processor time, peak {peak:.0f} MB. Refused as:")
    for code, count in outcome.refused.most_common():
        print(f"- {code}: {count}")
    for fault in outcome.broken[:10]:
        print(f"! {fault}")


if __name__ == "__main__":
    main()
