"""What the page of unknown markers shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar
from uuid import UUID

from psoas.core.sides import SUFFIXES
from psoas.recording import CLUSTER, marker_landmarks
from psoas.recording.marker_sets import SEGMENTS
from psoas.services.marker_suggestions import MarkerSuggestion, MarkerSuggestions, Spot
from psoas.web.page_rendering import PageContext

REGIONS = ("pelvis", "leg", "foot", "trunk", "head", "arm")
"""Groups of places, in the order of the choices."""
SEGMENT = "segment"
BONES = (
    ("hip_centre", "knee_centre"), ("knee_centre", "ankle_centre"), ("ankle_centre", "heel"), ("heel", "toe"),
    ("ankle_centre", "toe"), ("shoulder_centre", "elbow_centre"), ("elbow_centre", "wrist_centre"),
    ("wrist_centre", "index_finger"), ("asis", "hip_centre"), ("acromion", "shoulder_centre"), ("ear", "head_top"),
)  # fmt: skip
MIDDLE_BONES = (
    ("asis_r", "asis_l"), ("asis_r", "mid_pelvis"), ("asis_l", "mid_pelvis"), ("mid_pelvis", "xiphoid"),
    ("xiphoid", "sternum"), ("sternum", "acromion_r"), ("sternum", "acromion_l"), ("neck", "head_top"),
)  # fmt: skip
"""Lines of the figure on which labels are dragged."""
MARGIN = 0.12
"""Around a figure, metres."""


@dataclass(frozen=True)
class PlaceOption:
    """A place that a marker can be given: its ``key``, the ``word`` of the catalogue for it and for its ``side``, ""
    where it has none."""

    key: str
    word: str
    side: str


@dataclass(frozen=True)
class MarkerRow:
    """A marker with the place that is chosen for it."""

    number: int
    marker: MarkerSuggestion
    place: str

    @property
    def others(self) -> tuple[PlaceOption, ...]:
        """Other places that it may show."""
        every = (one for _, choices in place_choices() for one in choices)
        return tuple(one for one in every if one.key in self.marker.others)


@dataclass(frozen=True)
class Figure:
    """A drawing in metres: lower left corner and size of what it shows; up is positive."""

    left: float
    bottom: float
    width: float
    height: float

    def x(self, along: float) -> float:
        """Across the drawing, centimetres from its left."""
        return round(100 * (along - self.left), 1)

    def y(self, up: float) -> float:
        """Down the drawing, centimetres from its top."""
        return round(100 * (self.bottom + self.height - up), 1)


@cache
def place_choices() -> tuple[tuple[str, tuple[PlaceOption, ...]], ...]:
    """Every place by group."""
    found: dict[str, list[PlaceOption]] = {region: [] for region in (*REGIONS, SEGMENT)}
    for name, place in marker_landmarks().items():
        side = name[-1] if place.sided else ""
        found[place.region].append(PlaceOption(name, f"landmark.{name[:-2] if side else name}", side))
    for segment in SEGMENTS:
        side = segment[-1] if segment.endswith(SUFFIXES) else ""
        found[SEGMENT].append(PlaceOption(CLUSTER + segment, f"landmark.on.{segment[:-2] if side else segment}", side))
    return tuple((region, tuple(choices)) for region, choices in found.items())


def figure_around(spots: Sequence[Spot]) -> Figure:
    """A drawing that holds all points."""
    along, up = [spot[0] for spot in spots] or [0.0], [spot[1] for spot in spots] or [0.0]
    left, bottom = min(along) - MARGIN, min(up) - MARGIN
    return Figure(left, bottom, max(along) + MARGIN - left, max(up) + MARGIN - bottom)


def figure_lines(found: MarkerSuggestions) -> tuple[tuple[Spot, Spot], ...]:
    """The lines of a standing figure."""
    pairs = [*((one + side, other + side) for one, other in BONES for side in SUFFIXES), *MIDDLE_BONES]
    pairs = [(one.replace("head_top_r", "head_top").replace("head_top_l", "head_top"), other.replace(
        "head_top_r", "head_top").replace("head_top_l", "head_top")) for one, other in pairs]  # fmt: skip
    return tuple((found.spots[one], found.spots[other]) for one, other in pairs if {one, other} <= set(found.spots))


@dataclass(frozen=True, kw_only=True)
class MarkersPage(PageContext):
    """Says what each marker of a recording stands for."""

    template: ClassVar[str] = "markers/markers.html"
    here: ClassVar[str] = "measure"

    key: UUID
    """Id of the analysis."""
    name: str
    """Name of the recording."""
    rows: tuple[MarkerRow, ...]
    """The markers, those that need a look first."""
    unsure: int
    """How many markers need a look."""
    choices: tuple[tuple[str, tuple[PlaceOption, ...]], ...]
    """Every place by group."""
    sides_sure: bool
    """Whether left and right were told apart."""
    said_before: bool
    """Whether the person named markers like these before."""
    body: Figure
    """The drawing of the standing body."""
    lines: tuple[tuple[Spot, Spot], ...]
    """Its lines."""
    spots: tuple[tuple[str, Spot], ...]
    """Its places."""
    front: Figure
    """The drawing of the recording from the front."""
    side: Figure
    """The drawing of the recording from the right."""
    faults: tuple[str, ...]
    """What is wrong with what was sent, a line each."""
