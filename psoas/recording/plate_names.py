"""What a column of ground forces holds, from its name, in the ways that laboratories and exporters spell it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Part = Literal["force", "point", "torque", ""]
"""What a column holds; "" where the name says no more than the plate and the axis."""
AXES = "xyz"
_RUN = re.compile(r"[a-z]+|\d+")
_FORCE = ("forces", "force", "grfs", "grf", "for")
_POINT = ("cop", "cofp", "points", "point", "position", "pos")
_TORQUE = ("torques", "torque", "moments", "moment", "mom", "grm", "grt")
_PLATE = ("ground", "reaction", "external", "forceplate", "plate", "platform", "fp", "treadmill", "belt", "free")
_SIDE = {"right": "r", "left": "l", "r": "r", "l": "l"}
_BODY = ("calcn", "calcaneus", "toes", "toe", "heel", "hindfoot", "forefoot", "foot", "leg", "limb", "side", "insole")
_LETTER: dict[str, Part] = {
    "v": "force",
    "f": "force",
    "p": "point",
    "c": "point",
    "m": "torque",
    "t": "torque",
    "": "",
}
_WORDS = (*_FORCE, *_POINT, *_TORQUE, *_PLATE, *_BODY, "right", "left")
_LONGEST_FIRST = "|".join(sorted(_WORDS, key=len, reverse=True))
_SPELLED = re.compile(
    f"(?P<words>(?:{_LONGEST_FIRST})*)(?P<letter>[vfpcmt]?)(?P<side>[rl]?)(?P<axis>[xyz]?)(?P<behind>[rl]?)"
)
_WORD = re.compile(_LONGEST_FIRST)
_STEM_END = re.compile(r"[._ ]?(?:For|force_?|v|(?<!gr)f)?[._ ]?[xyz](?=[._ ]*(?:[rl]|right|left|\d+)?$)", re.I)
_OPENSIM_END = re.compile(r"_v[xyz]$", re.I)


@dataclass(frozen=True)
class PlateColumn:
    """One column: of which plate (side, number, body; in any order), what of it, along which axis."""

    plate: tuple[str, ...]
    part: Part
    axis: str


def plate_column(column: str) -> PlateColumn | None:
    """What a column of ground forces holds; None for any other column.

    Examples: ground_force_vx, 1_ground_force_px, ground_torque_r_x, ground_moment_1_mx, ground_force1_vx (OpenSim,
    SimTrack, many laboratories), FP1_vx, FP1_moment_x (Camargo), f1_x, p1_x, m1_x (OpenSim's C3DFileAdapter),
    ground_force_vx_r, grf_l_torque_x, calcn_r_force_vx, FP1.ForX, FP1.CopX, FP1.MomX (D-Flow), Fx_r, COPx_r, FxR,
    FP1_Cx.
    """
    words: list[str] = []
    plate: list[str] = []
    letters: list[str] = []
    axis = beside = ""
    for run in _RUN.findall(column.rsplit("/", 1)[-1].lower()):
        if run.isdigit() or run in _SIDE:
            plate.append(_SIDE.get(run, run.lstrip("0") or "0"))
            continue
        match = _SPELLED.fullmatch(run)
        if match is None or (match["axis"] and axis) or (match["behind"] and not match["axis"]):
            return None
        found = _WORD.findall(match["words"])
        words += found
        plate += [side for side in (match["side"], match["behind"]) if side]
        plate += [_SIDE.get(word, word) for word in found if word in _BODY[:7] or word in _SIDE]
        if match["axis"]:
            axis, beside = match["axis"], match["letter"]
        elif match["letter"]:
            letters.append(match["letter"])
    part = _part(words, letters, beside)
    if not axis or len(letters) > 1 or not (words or (part and beside != "v")):
        return None
    return PlateColumn(tuple(sorted(plate)), part, axis) if part or _names_plate(words) else None


def _part(words: list[str], letters: list[str], beside: str) -> Part:
    """The letter beside the axis decides, then one that stands alone, then the words."""
    letter = beside or "".join(letters)
    if letter:
        return _LETTER.get(letter, "")
    kinds: tuple[tuple[Part, tuple[str, ...]], ...] = (("torque", _TORQUE), ("point", _POINT), ("force", _FORCE))
    return next((part for part, spelled in kinds if any(word in spelled for word in words)), "")


def _names_plate(words: list[str]) -> bool:
    return any(word in _PLATE for word in words)


def plate_stem(column: str) -> str:
    """The name of a plate from one of its columns of force: "ground_force_r" for "ground_force_r_vx"."""
    name = column.rsplit("/", 1)[-1]
    if _OPENSIM_END.search(name):
        return _OPENSIM_END.sub("", name)
    return _STEM_END.sub("", name, count=1).strip("._ ") or name
