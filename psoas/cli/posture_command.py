"""The command over postures: what one does to the psoas, and what holds it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas.cli.option_groups import takes
from psoas.cli.shared_options import (
    AsJson,
    Bracing,
    Height,
    Mass,
    Rhythm,
    Sex,
    Tightness,
    parse_force_setting,
    report_errors,
)
from psoas.core.catalogue import render, text
from psoas.core.errors import InputError
from psoas.core.message import Message, message

if TYPE_CHECKING:
    from psoas.body.postures import Posture


@dataclass(frozen=True)
class PostureOptions:
    """Arguments and options of ``psoas posture``."""

    name: Annotated[str, typer.Argument(help="cli.posture.name")] = ""
    settings: Annotated[list[str] | None, typer.Option("--set", metavar="NAME=DEG", help="cli.posture.set")] = None
    forces: Annotated[bool, typer.Option("--forces", help="cli.posture.forces")] = False
    support: Annotated[str, typer.Option(help="cli.posture.support")] = ""
    height: Height = None
    mass: Mass = None
    sex: Sex = None
    bracing: Bracing = 0.0
    tightness: Tightness = None
    rhythm: Rhythm = "pearcy1984"
    png: Annotated[Path | None, typer.Option(help="cli.posture.png")] = None
    as_json: AsJson = False

    @property
    def is_list(self) -> bool:
        """Whether nothing is asked but which postures there are; a rhythm alone changes nothing."""
        return not any(value for name, value in vars(self).items() if name != "rhythm")


@takes(PostureOptions)
def posture(options: PostureOptions) -> None:
    """What a posture does to the psoas; with --forces, what holds it."""
    with report_errors():
        from psoas.analysis.posture_summary import posture_summary
        from psoas.analysis.posture_words import posture_summary_text, static_hold_text
        from psoas.analysis.static_hold import static_hold_forces
        from psoas.body.anatomy.lumbar_rhythm import find_lumbar_rhythm
        from psoas.body.model.body import Body
        from psoas.body.model.fibre_length_check import check_tendons, note_posture
        from psoas.body.person import Person
        from psoas.body.postures import postures

        find_lumbar_rhythm(options.rhythm)
        if options.is_list:
            for key, row in postures().items():
                typer.echo(f"{key:16} {render(row.label)}")
            return
        shown = _posture(options.name or "standing", options.settings or [])
        who = Person.of(height_m=options.height, mass_kg=options.mass, sex=options.sex)
        body = check_tendons(Body(who, lumbar_rhythm=options.rhythm, trunk=options.forces))
        for note in note_posture(body, shown):
            typer.echo(render(note), err=True)
        found = posture_summary(body, shown)
        if options.forces:
            setting = parse_force_setting(options.bracing, options.tightness)
            forces = static_hold_forces(body, shown, support=options.support, setting=setting)
            found = found.model_copy(update={"forces": forces})
        elif options.support or options.bracing or options.tightness:
            raise InputError(message("cli.posture.needs_forces"))
        if options.png is not None:
            from psoas.render.body_image import posture_picture, to_png

            to_png(posture_picture(body, shown), options.png)
    if options.as_json:
        typer.echo(found.json_text())
        return
    for line in [*posture_summary_text(found), *(static_hold_text(found.forces) if found.forces else [])]:
        typer.echo(line)
    if options.png is not None:
        typer.echo(text("cli.picture", path=str(options.png)))


def _posture(name: str, pairs: list[str]) -> Posture:
    """The named posture with settings such as "hip_flexion_r=90"; all faults together."""
    from psoas.body.postures import posture as find_posture

    angles, faults = _parse_angles(pairs)
    found = find_posture()
    try:
        found = find_posture(name)
    except InputError as error:
        faults += error.messages
    try:
        found = found.with_angles(angles)
    except InputError as error:
        faults += error.messages
    if faults:
        raise InputError(*faults)
    return found


def _parse_angles(pairs: list[str]) -> tuple[dict[str, float], list[Message]]:
    """``["hip_flexion_r=90"]`` as numbers, and what is wrong with the others."""
    found, faults = {}, []
    for pair in pairs:
        key, _, value = pair.partition("=")
        try:
            found[key.strip()] = float(value)
        except ValueError:
            faults.append(message("cli.set_fault", given=pair))
    return found, faults
