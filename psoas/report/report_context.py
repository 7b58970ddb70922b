"""A stored analysis with all that the sections of its page read, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from markupsafe import Markup

from psoas.analysis.analysis_io import StoredAnalysis
from psoas.analysis.cycle_normalization import CycleLayout, cycle_layout
from psoas.analysis.json_numbers import number_or_nan
from psoas.analysis.kinetics_io import read_muscles
from psoas.analysis.summary_model import CoordinateSummary, ForceSummary, GaitKind, MuscleSummary, Summary
from psoas.core.arrays import Floats
from psoas.core.catalogue import has, render, text
from psoas.core.sides import SIDES, find_suffix, strip_suffix
from psoas.core.sources import find_body_source
from psoas.mechanics.muscle_geometry import Mechanics, compute_mechanics
from psoas.render.scene import drawn_fascicles
from psoas.report.html_parts import join_html, render_part
from psoas.report.load_columns import LoadColumns, nearest_frames


@dataclass
class Citations:
    """Numbers the sources in the order in which the page first cites them."""

    keys: list[str] = field(default_factory=list)

    def cite(self, *keys: str) -> Markup:
        """Small numbered links to sources, with their titles."""
        return join_html(self._link(key) for key in keys)

    def _link(self, key: str) -> Markup:
        title = find_body_source(key).title
        if key not in self.keys:
            self.keys.append(key)
        place = self.keys.index(key) + 1
        label = text("report.cite", place=place, title=title)
        return render_part("cite", key=key, title=title, label=label, place=str(place))


@dataclass
class ReportContext:
    """What the sections read: the analysis, its mechanics, how its charts are laid out, and the citations so far."""

    stored: StoredAnalysis
    citations: Citations = field(default_factory=Citations)

    @property
    def summary(self) -> Summary:
        """The summary as stored."""
        return self.stored.summary

    @cached_property
    def mechanics(self) -> Mechanics:
        """Muscle geometry of every frame, computed from the stored motion unless the analysis brought it."""
        return self.stored.mechanics or compute_mechanics(self.stored.motion)

    @cached_property
    def layout(self) -> CycleLayout:
        """Strides, repetitions, or time."""
        return cycle_layout(self.summary, self.stored.motion.time)

    @property
    def forces(self) -> ForceSummary:
        """The summary's forces; ask ``has_forces`` first."""
        return self.summary.forces or ForceSummary()

    @property
    def has_forces(self) -> bool:
        """Whether forces were computed."""
        return self.summary.forces is not None

    @property
    def mass_kg(self) -> float:
        """The mass that forces were computed with."""
        return number_or_nan(self.forces.mass_kg)

    def label(self, name: str) -> str:
        """What a joint angle is called, its side first; the stored label where the catalogue has no name."""
        base, side = strip_suffix(name), {"_r": "right", "_l": "left"}.get(find_suffix(name))
        if not has(f"coordinate.name.{base}"):
            return self.coordinate(name).label
        own = text(f"coordinate.name.{base}")
        return text(f"coordinate.{side}", name=own) if side else own

    def sentence_label(self, name: str) -> str:
        """The same without a side, with a large first letter."""
        label = text(f"coordinate.name.{name}")
        return label[:1].upper() + label[1:]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the quality is not good, in the current language; as stored where a file holds no codes."""
        found = self.summary.quality
        return tuple(render(one.message()) for one in found.reason_codes) or found.reasons

    @property
    def understood(self) -> tuple[str, ...]:
        """What was understood of the recording, one line each, in the current language."""
        found = self.summary.understood
        return tuple(render(one.message()) for one in found.line_codes) if found else ()

    @property
    def repairs(self) -> tuple[str, ...]:
        """What was wrong in the file and was put right, in the current language."""
        return tuple(render(one.message()) for one in self.summary.repair_codes)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was detected or assumed, in the current language; as stored where a file holds no codes."""
        return tuple(render(one.message()) for one in self.summary.note_codes) or self.summary.notes

    def positive(self, name: str) -> str:
        """What the plus sign of a joint angle means."""
        key = f"coordinate.positive.{strip_suffix(name)}"
        return text(key) if has(key) else self.coordinate(name).positive

    def coordinate(self, name: str) -> CoordinateSummary:
        """The summary's figures of one joint angle; ``KeyError`` where it has none."""
        return self.summary.coordinates_deg[name]

    @property
    def walking(self) -> bool:
        """Whether this is walking: a foot on the ground for at least half of the stride."""
        gait = self.summary.gait
        return gait is not None and gait.pace is GaitKind.WALKING

    @cached_property
    def loads(self) -> LoadColumns:
        """Columns of numbers (T,) of the stored loads on the motion's own frames, NaN where there are none."""
        return LoadColumns(self.stored.folder, self.stored.motion.time)

    @cached_property
    def pulls(self) -> Floats | None:
        """Tension (T, F) of the drawn fascicles at the motion's frames, newtons, 0 where unknown; or None."""
        if not self.has_forces:
            return None
        body, time = self.stored.motion.body, self.stored.motion.time
        names = [body.muscle_names[i] for i in drawn_fascicles(body)]
        when, tension = read_muscles(self.stored.folder, names)
        found = np.zeros((len(time), len(names)))
        found[nearest_frames(time, when)] = tension
        return found

    def cut(self, column: str, side: str) -> Floats:
        """Curves (n, P) of a column of the stored loads over the strides of a side."""
        return self.layout.cut(self.loads[column], self.stored.motion.time, side)

    def cite(self, *keys: str) -> Markup:
        """Numbered links to sources."""
        return self.citations.cite(*keys)

    def sided(self, values: Sequence[Floats]) -> dict[str, Floats]:
        """Curves (n, P) by side of two series (T,), right first; sides without a whole stride stay out."""
        time = self.stored.motion.time
        found = {side: self.layout.cut(series, time, side) for side, series in zip(SIDES, values, strict=True)}
        return {side: curves for side, curves in found.items() if len(curves)}

    def middle(self, values: Floats) -> dict[str, Floats]:
        """Curves (n, P) of a series (T,) without a side."""
        return {"": self.layout.cut(values, self.stored.motion.time, self.layout.main_side)}

    def degrees(self, name: str) -> Floats:
        """One coordinate over time (T,), degrees."""
        return np.asarray(np.degrees(self.stored.motion.of(name)))

    def psoas(self, side: str) -> MuscleSummary:
        """The summary's figures of the psoas of one side."""
        both = self.summary.psoas
        return MuscleSummary() if both is None else both[side]

    def half(self, side: str, key: str) -> float | None:
        """Half-width of one psoas figure, such as "length_mm" or "excursion_mm"; None when it is not known."""
        known = self.psoas(side).uncertainty
        return (
            {
                "length_mm": known.length_mm,
                "excursion_mm": known.excursion_mm,
                "hip_flexion_moment_arm_mm": known.hip_flexion_moment_arm_mm,
            }[key]
            if known
            else None
        )

    def length_half_percent(self, side: str) -> float | None:
        """Half-width of a length in percent of standing, None when it is not known."""
        half, standing = self.half(side, "length_mm"), self.psoas(side).standing_length_mm
        return None if half is None or not standing else 100 * half / standing

    @property
    def lever(self) -> tuple[float, float, float | None]:
        """Least and greatest hip-flexion moment arm of both sides and its half-width, millimetres."""
        key = "hip_flexion_moment_arm_mm"
        arms, halves = (
            [self.psoas(side).hip_flexion_moment_arm_mm for side in SIDES],
            [self.half(side, key) for side in SIDES],
        )
        known = [half for half in halves if half is not None]
        low, high = min(number_or_nan(arm.min) for arm in arms), max(number_or_nan(arm.max) for arm in arms)
        return low, high, max(known, default=None)

    def sees(self, name: str) -> bool:
        """Whether a coordinate was measured, not held."""
        return name not in self.summary.held

    @property
    def cycle(self) -> str:
        """ "each stride", "each repetition" or "this recording", for sentences."""
        return text(f"report.cycle.{self.layout.kind}")
