"""What was understood of a recording: its markers, the person, up, plates, stretches, passes and strides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from psoas.core.message import Message, literal, message
from psoas.core.name_lists import name_list
from psoas.kinematics.gait.activity import Activity
from psoas.mechanics.plate_use import PlateUse
from psoas.recording import OWN_MAP

MOST_LISTED = 4
"""So many stretches or passes are listed one by one; more are counted."""


class FigureOrigin(StrEnum):
    """Where a figure comes from; words for them: ``understood.origin.*`` of the catalogue."""

    GIVEN = "given"
    FILE = "file"
    MEASURED = "measured"
    ASSUMED = "assumed"


@dataclass(frozen=True)
class UnderstoodPerson:
    """Who moved, metres and kilograms; ``origins`` says where "height_m", "mass_kg" and "sex" come from."""

    height_m: float
    mass_kg: float
    sex: str
    origins: Mapping[str, FigureOrigin]


@dataclass(frozen=True)
class UnderstoodPass:
    """One pass: seconds on the file's clock, where the person faces (degrees about +Y from +X after the recording was
    turned to face forward, NaN unknown), what they do, strides by side, and why there are none."""

    start_s: float
    stop_s: float
    heading_deg: float
    activity: Activity
    strides: Mapping[str, int]
    no_stride: Message | None = None


@dataclass(frozen=True)
class UnderstoodMarkers:
    """Keys of the marker sets that contributed, how many of the named markers are used, how many outputs of a model
    were passed over, and which markers the fit left out."""

    sets: tuple[str, ...]
    used: int
    named: int
    outputs: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Understood:
    """What a recording was taken for, before anything is said of what is wrong with it.

    ``markers`` is None where the file holds joint angles. ``up`` is the file's axis that points up, "" where nobody
    asked. ``static`` names the static trial. ``stretches`` and ``turns`` are pairs of seconds on the file's clock;
    ``strides`` counts those of all passes by side, and ``no_stride`` says why there is none.
    """

    person: UnderstoodPerson
    activity: Activity
    passes: tuple[UnderstoodPass, ...]
    stretches: tuple[tuple[float, float], ...]
    strides: Mapping[str, int]
    markers: UnderstoodMarkers | None = None
    static: str = ""
    up: str = ""
    up_origin: FigureOrigin = FigureOrigin.ASSUMED
    plates: tuple[PlateUse, ...] = ()
    plates_used: bool = True
    turns: tuple[tuple[float, float], ...] = ()
    treadmill: bool = False
    belt_m_s: float = 0.0
    repeated: str = ""
    model: str = ""
    no_stride: Message | None = None
    whole: tuple[float, float] = field(default=(0.0, 0.0))

    def describe(self) -> tuple[Message, ...]:
        """One line each, in the order in which a reader asks."""
        lines = [
            self._describe_markers(), *self._describe_model(), *self._describe_static(), self._describe_person(),
            *self._describe_up(), *self._describe_plates(), self._describe_seen(), self._describe_activity(),
            self._describe_strides(),
        ]  # fmt: skip
        return tuple(lines)

    def _describe_markers(self) -> Message:
        found = self.markers
        if found is None:
            return message("understood.angles")
        sets = tuple(message("understood.own_map") if key == OWN_MAP else literal(key) for key in found.sets)
        values = {"used": found.used, "named": found.named}
        if found.outputs:
            return message("understood.markers_outputs", sets=sets, outputs=found.outputs, **values)
        return message("understood.markers", sets=sets, **values)

    def _describe_model(self) -> tuple[Message, ...]:
        return (message("understood.model", name=self.model),) if self.model else ()

    def _describe_static(self) -> tuple[Message, ...]:
        return (message("understood.static", file=self.static),) if self.static else ()

    def _describe_person(self) -> Message:
        who = self.person
        origins = {
            key: message(f"understood.origin.{who.origins[key].value}") for key in ("height_m", "mass_kg", "sex")
        }
        return message(
            "understood.person", height=f"{who.height_m:.2f}", height_from=origins["height_m"],
            mass=f"{who.mass_kg:.1f}".removesuffix(".0"), mass_from=origins["mass_kg"],
            sex=message(f"understood.sex.{who.sex}"), sex_from=origins["sex"],
        )  # fmt: skip

    def _describe_up(self) -> tuple[Message, ...]:
        if not self.up:
            return ()
        return (message("understood.up", axis=self.up, found=message(f"understood.origin.{self.up_origin.value}")),)

    def _describe_plates(self) -> tuple[Message, ...]:
        if not self.plates:
            return () if self.plates_used else (message("understood.plates_unused"),)
        used = sum(1 for one in self.plates if one.used)
        left = _describe_left_out(self.plates)
        values = {"used": used, "count": len(self.plates)}
        if left:
            return (message("understood.plates_left", left=left, **values),)
        return (message("understood.plates", **values),)

    def _describe_seen(self) -> Message:
        start, stop = self.whole
        if len(self.stretches) == 1 and np.allclose(self.stretches[0], self.whole, atol=0.1):
            return message("understood.seen_whole", seconds=f"{stop - start:.1f}")
        seen = sum(b - a for a, b in self.stretches)
        return message(
            "understood.seen", count=len(self.stretches), seen=f"{seen:.1f}", seconds=f"{stop - start:.1f}",
            spans=_spans(self.stretches),
        )  # fmt: skip

    def _describe_activity(self) -> Message:
        what = message(f"understood.activity.{self.activity.value}")
        if self.activity is Activity.REPEATING and self.repeated:
            what = message("understood.repeating", kind=self.repeated)
        if self.treadmill:
            what = message("understood.on_belt", what=what, belt=f"{self.belt_m_s:.2f}")
        if len(self.passes) < 2:
            return message("understood.movement", what=what)
        spans = _spans(tuple((one.start_s, one.stop_s) for one in self.passes))
        return message(
            "understood.movement_passes", what=what, count=len(self.passes), spans=spans, turns=len(self.turns)
        )

    def _describe_strides(self) -> Message:
        if self.no_stride is not None:
            return message("understood.no_stride", why=self.no_stride)
        return message("understood.strides", right=self.strides["right"], left=self.strides["left"])


def _describe_left_out(plates: tuple[PlateUse, ...]) -> tuple[Message, ...]:
    """Plates that were not used, or not wholly, with their reasons; those that nobody stepped on together."""
    never = [one.plate for one in plates if one.reasons and not one.contacts]
    told = [
        message(
            "understood.plate", plate=one.plate, used=one.used, contacts=one.contacts,
            reasons=tuple(message(reason) for reason in one.reasons),
        )
        for one in plates
        if one.reasons and one.contacts
    ]  # fmt: skip
    if not never:
        return tuple(told)
    reasons = sorted({reason for one in plates if not one.contacts for reason in one.reasons})
    empty = message("understood.plates_empty", plates=name_list(never), reasons=tuple(message(one) for one in reasons))
    return (*told, empty)


def _spans(spans: tuple[tuple[float, float], ...]) -> Message:
    """ "0.5-2.1 s, 3.0-4.4 s": at most four, the rest counted."""
    return name_list([f"{a:.1f}-{b:.1f} s" for a, b in spans], most=MOST_LISTED)
