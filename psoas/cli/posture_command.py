"""The command over postures: what one does to the psoas, and what holds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas.cli.shared_options import AsJson, Bracing, Rhythm, Tightness, force_setting, report_errors
from psoas.core.errors import InputError

if TYPE_CHECKING:
    from psoas.body.postures import Posture


def posture(
    name: Annotated[str, typer.Argument(help="A named posture; leave out to see them all.")] = "",
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="NAME=DEG", help="Set a coordinate in degrees, e.g. hip_flexion_r=90; repeatable."
        ),
    ] = None,
    forces: Annotated[bool, typer.Option("--forces", help="Also what it takes to hold the posture still.")] = False,
    support: Annotated[str, typer.Option(help="What bears the body, e.g. standing, sitting, lying.")] = "",
    height: Annotated[float | None, typer.Option(help="Height in metres.")] = None,
    mass: Annotated[float | None, typer.Option(help="Mass in kilograms.")] = None,
    sex: Annotated[str | None, typer.Option(help="female or male, for the tables of body segments.")] = None,
    bracing: Bracing = 0.0,
    tightness: Tightness = None,
    rhythm: Rhythm = "pearcy1984",
    png: Annotated[Path | None, typer.Option(help="Write a picture of the posture.")] = None,
    as_json: AsJson = False,
) -> None:
    """What a posture does to the psoas: length, fibres, pull on the low back; with --forces, what holds it."""
    with report_errors():
        from psoas.analysis.posture_summary import posture_summary, posture_summary_text
        from psoas.analysis.static_hold import static_hold_forces, static_hold_text
        from psoas.body.anatomy.lumbar_rhythm import find_lumbar_rhythm as known_rhythm
        from psoas.body.model.body import Body
        from psoas.body.model.fibre_length_check import check_fibre_lengths
        from psoas.body.person import Person
        from psoas.body.postures import postures

        known_rhythm(rhythm)
        asked = (settings, forces, support, height, mass, sex, bracing, tightness, png, as_json)
        if not name and not any(asked):
            for key, row in postures().items():
                typer.echo(f"{key:16} {row.label}")
            return
        taken = _taken(name or "standing", settings or [])
        who = Person.of(height_m=height, mass_kg=mass, sex=sex)
        body = check_fibre_lengths(Body(who, lumbar_rhythm=rhythm, trunk=forces))
        found = posture_summary(body, taken)
        if forces:
            found["forces"] = static_hold_forces(
                body, taken, support=support, setting=force_setting(bracing, tightness)
            )
        elif support or bracing or tightness:
            raise InputError("--support, --bracing and --tightness change forces alone; add --forces")
        if png is not None:
            from psoas.render.body_image import posture_picture, to_png

            to_png(posture_picture(body, taken), png)
    if as_json:
        typer.echo(json.dumps(found))
        return
    for line in [*posture_summary_text(found), *(static_hold_text(found["forces"]) if forces else [])]:
        typer.echo(line)
    if png is not None:
        typer.echo(f"Picture: {png}")


def _taken(name: str, pairs: list[str]) -> Posture:
    """The named posture with settings such as "hip_flexion_r=90"; all faults together."""
    from psoas.body.postures import posture as named

    angles, faults = _settings(pairs)
    found = named()
    try:
        found = named(name)
    except InputError as error:
        faults += error.faults
    try:
        found = found.with_angles(angles)
    except InputError as error:
        faults += error.faults
    if faults:
        raise InputError(*faults)
    return found


def _settings(pairs: list[str]) -> tuple[dict[str, float], list[str]]:
    """``["hip_flexion_r=90"]`` as numbers, and what is wrong with the others."""
    found, faults = {}, []
    for pair in pairs:
        key, _, value = pair.partition("=")
        try:
            found[key.strip()] = float(value)
        except ValueError:
            faults.append(f"--set {pair}: expected NAME=DEGREES, such as hip_flexion_r=90")
    return found, faults
