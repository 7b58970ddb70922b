"""What one analysis starts from: the files that were given, read and checked together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from psoas.body.person import Person
from psoas.core.errors import InputError
from psoas.core.message import message
from psoas.core.name_lists import name_list
from psoas.core.options import InputOption
from psoas.mechanics.ground_height import STEP_M
from psoas.opensim_model import ModelParts, read_model
from psoas.pipeline.analysis_options import AnalysisOptions
from psoas.recording import Forces, Recording, load_marker_map, read

HIGHEST_STEP_M = 3.0
"""Of a flight of stairs in a laboratory (assumed); more is centimetres or another slip."""


@dataclass(frozen=True)
class AnalysisInputs:
    """The files of one analysis, and the person.

    ``plates`` are ground forces from the file of forces, else the recording's own; ``static`` a trial of quiet
    standing; ``marker_map`` marker -> landmark for names of no known set; ``from_file`` names the figures of the person
    that a file told because nobody gave them ("mass_kg").
    """

    recording: Recording
    person: Person
    plates: Forces | None = None
    static: Recording | None = None
    marker_map: dict[str, str] | None = None
    from_file: tuple[str, ...] = ()
    model: ModelParts | None = None


def read_inputs(path: Path, options: AnalysisOptions) -> AnalysisInputs:
    """Read everything that an analysis starts from.

    Args:
        path: The recording.
        options: Names the other files.

    Raises:
        InputError: A file is not what it is given as, or the files do not go together.
    """
    if options.graft_psoas and options.model is None:
        raise InputError(message("pipeline.graft_without_model"))
    _check_steps(options.step_heights)
    model = read_model(options.model) if options.model else None
    marker_map = load_marker_map(options.markers) if options.markers else None
    recording = read(path, up=options.up, marker_map=marker_map)
    if recording.markers is None and recording.coordinates is None:
        raise InputError(message("pipeline.forces_alone", file=path.name, option=InputOption.FORCES.message))
    plates = _plates(options.forces, recording)
    if recording.coordinates is not None and (options.static or options.markers):
        named = {"static": InputOption.STATIC.message, "markers": InputOption.MARKERS.message}
        raise InputError(message("pipeline.angles_already", file=path.name, **named))
    static = _static(options, marker_map)
    person, from_file = _person(options.person, recording, static)
    if from_file:
        figures = tuple(message(f"pipeline.person.{key}") for key in from_file)
        recording = replace(recording, notes=(*recording.notes, message("pipeline.person_from_file", figures=figures)))
    return AnalysisInputs(recording, person, plates, static, marker_map, from_file, model)


def _check_steps(heights: tuple[float, ...]) -> None:
    """Refuse heights that are no step in metres."""
    if wrong := [f"{height:g}" for height in heights if not STEP_M <= height <= HIGHEST_STEP_M]:
        limits = {"least": f"{STEP_M:g}", "most": f"{HIGHEST_STEP_M:g}"}
        raise InputError(message("pipeline.step_heights", heights=name_list(wrong), **limits))


def _person(given: Person, *files: Recording | None) -> tuple[Person, tuple[str, ...]]:
    """Who moved: what was given, and where nothing was, what the files say; the names of what they told."""
    person = given
    told: tuple[str, ...] = ()
    for key in given.assumed:
        values = [getattr(file.subject, key) for file in files if file is not None and file.subject is not None]
        value = next((value for value in values if value is not None), None)
        if value is not None:
            person = replace(person, **{key: value}, assumed=tuple(name for name in person.assumed if name != key))
            told = (*told, key)
    return person, told


def _static(options: AnalysisOptions, marker_map: dict[str, str] | None) -> Recording | None:
    """The trial of quiet standing."""
    if options.static is None:
        return None
    still = read(options.static, up=options.up, marker_map=marker_map)
    if still.markers is None:
        raise InputError(message("pipeline.static_without_markers", file=Path(options.static).name))
    return still


def _plates(path: str | Path | None, recording: Recording) -> Forces | None:
    """Ground forces: those of ``path`` when given, else the recording's own."""
    if path is None:
        return recording.forces
    found = read(path).forces
    if found is None:
        raise InputError(message("pipeline.no_forces", file=Path(path).name))
    if found.time[-1] < recording.time[0] or found.time[0] > recording.time[-1]:
        start, end, from_s, to_s = (
            f"{instant:g}" for time in (found.time, recording.time) for instant in (time[0], time[-1])
        )
        values = {"start": start, "end": end, "from": from_s, "to": to_s}
        raise InputError(message("pipeline.forces_apart", file=Path(path).name, **values))
    return found
