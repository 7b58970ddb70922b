"""What was understood of a recording, as ``summary.json`` holds it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from psoas.analysis.summary_parts import BySide, Items, MessageCode, Number, SummaryPart

Origin = Literal["given", "file", "measured", "assumed"]


class PassSummary(SummaryPart):
    """One pass: seconds of the file, heading in degrees about +Y from +X, what was done, strides by side, and why there
    is none."""

    start_s: float
    end_s: float
    heading_deg: Number = None
    activity: str = ""
    strides: BySide[int] = BySide[int]()
    no_stride: str = ""
    no_stride_code: MessageCode | None = None


class UnderstoodSummary(SummaryPart):
    """What was understood of a recording, before anything is said of what is wrong with it.

    ``lines`` say it in sentences, ``line_codes`` the same as codes. ``person_origins`` names where height_m, mass_kg
    and sex come from; ``up`` is the file's axis that points up; ``plates_used`` of the ``plates`` gave forces.
    Stretches, turns and passes are in seconds of the file.
    """

    lines: Items[str] = ()
    line_codes: Items[MessageCode] = ()
    marker_sets: Items[str] = ()
    markers_used: int | None = None
    markers_named: int | None = None
    model_outputs: int = 0
    static: str | None = None
    person_origins: dict[str, Origin] = Field(default_factory=dict)
    up: str | None = None
    up_origin: Origin | None = None
    plates: int = 0
    plates_used: int = 0
    activity: str = ""
    stretches_s: Items[Items[float]] = ()
    turns_s: Items[Items[float]] = ()
    passes: Items[PassSummary] = ()
    strides: BySide[int] = BySide[int]()
    no_stride: str = ""
    no_stride_code: MessageCode | None = None
