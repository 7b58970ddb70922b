"""Commands over recordings: analyse one or a few, many, or write a report anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from psoas.cli.shared_options import (
    REFUSED,
    AsJson,
    Bracing,
    Rhythm,
    Tightness,
    force_setting,
    progress_bar,
    report_errors,
)
from psoas.core.errors import InputError

if TYPE_CHECKING:
    from psoas.analysis.summary_model import Summary


def analyze(
    files: Annotated[list[Path], typer.Argument(help="Recordings: .trc or .c3d markers, .mot or .sto coordinates.")],
    static: Annotated[Path | None, typer.Option(help="A trial of quiet standing with the same markers.")] = None,
    forces: Annotated[Path | None, typer.Option(help="Ground forces (.mot or .sto) of the same recording.")] = None,
    height: Annotated[float | None, typer.Option(help="Height in metres.")] = None,
    mass: Annotated[float | None, typer.Option(help="Mass in kilograms.")] = None,
    sex: Annotated[str | None, typer.Option(help="female or male, for the tables of body segments.")] = None,
    person: Annotated[Path | None, typer.Option(help="TOML file with height_m, mass_kg, sex.")] = None,
    markers: Annotated[Path | None, typer.Option(help="TOML map from your marker names to landmarks.")] = None,
    up: Annotated[
        str, typer.Option(help="Vertical axis of the file: auto, x, y or z; say y or z for lying down.")
    ] = "auto",
    lengths_only: Annotated[bool, typer.Option("--lengths-only", help="Leave the forces out.")] = False,
    bracing: Bracing = 0.0,
    tightness: Tightness = None,
    rhythm: Rhythm = "pearcy1984",
    smoothness: Annotated[float, typer.Option(min=0.0, help="Temporal smoothness; 0 leaves each frame alone.")] = 0.0,
    out: Annotated[Path | None, typer.Option(help="Folder to write; default NAME_psoas beside you.")] = None,
    as_json: AsJson = False,
) -> None:
    """Analyse recordings: the psoas in motion, as a report anyone can open."""
    with report_errors():
        from psoas.analysis.analysis_io import write_analysis
        from psoas.analysis.summary import summarise
        from psoas.body.person import Person, load_person
        from psoas.pipeline import analyze as run
        from psoas.recording import Up
        from psoas.report.report_page import report_pages

        if up not in get_args(Up):
            raise InputError(f"--up {up} is not known; expected {', '.join(get_args(Up))}")
        given = {"height_m": height, "mass_kg": mass, "sex": sex}
        if person and any(value is not None for value in given.values()):
            raise InputError("--person and --height, --mass or --sex were both given; expected one way or the other")
        who = load_person(person) if person else Person.of(**given)  # type: ignore[arg-type]
        setting = force_setting(bracing, tightness)
        if lengths_only and (forces or setting):
            raise InputError(
                "--lengths-only leaves the forces out; --forces, --bracing and --tightness change them alone"
            )
        folders = _folders(files, out)
        analyses, faults = [], list[str]()
        for file in files:
            try:
                with progress_bar(file, quiet=as_json) as progress:
                    analyses.append(
                        run(
                            file,
                            static=static,
                            forces=forces,
                            markers=markers,
                            person=who,
                            up=up,  # type: ignore[arg-type]
                            lumbar_rhythm=rhythm,
                            smoothness=smoothness,
                            with_forces=not lengths_only,
                            setting=setting,
                            progress=progress,
                        )
                    )
            except InputError as error:
                faults += error.faults
        if faults:  # nothing is written unless every file can be
            raise InputError(*dict.fromkeys(faults))
        summaries = []
        for analysis, folder in zip(analyses, folders, strict=True):
            write_analysis(analysis, folder, report_pages)
            summaries.append(summarise(analysis))
            if not as_json:
                _say(summaries[-1], folder)
    if as_json:
        typer.echo(json.dumps(told[0] if len(told := [one.to_json() for one in summaries]) == 1 else told))
    if any(one.refused for one in summaries):
        for one in summaries:
            for reason in one.quality.reasons:
                typer.echo(f"{one.source.file}: {reason}", err=True)
        raise typer.Exit(REFUSED)


def report(folder: Annotated[Path, typer.Argument(help="A folder that psoas analyze wrote.")]) -> None:
    """Make the report of an analysed folder anew."""
    with report_errors():
        from psoas.analysis.analysis_io import PAGE, rewrite_pages
        from psoas.report.report_page import report_pages

        rewrite_pages(folder, report_pages)
        typer.echo(f"Report: {folder / PAGE}")


def cohort(
    folder: Annotated[Path, typer.Argument(help="Folder with one folder a person; see docs/cohort.md.")],
    out: Annotated[Path, typer.Option(help="Table to write (.parquet); its page and journal lie beside it.")],
    workers: Annotated[int | None, typer.Option(help="Processes on this machine; default one a core.")] = None,
    scheduler: Annotated[str | None, typer.Option(help="A Dask scheduler instead, such as tcp://host:8786.")] = None,
    static_suffix: Annotated[str, typer.Option(help="Word in the names of trials of quiet standing.")] = "static",
    markers: Annotated[Path | None, typer.Option(help="TOML map from your marker names to landmarks.")] = None,
    up: Annotated[str, typer.Option(help="Vertical axis of the files: auto, x, y or z.")] = "auto",
    rhythm: Rhythm = "pearcy1984",
    smoothness: Annotated[float, typer.Option(min=0.0, help="Temporal smoothness; 0 leaves each frame alone.")] = 0.0,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try failed recordings again.")] = False,
    as_json: AsJson = False,
) -> None:
    """Analyse every recording below a folder into one table; run it again to go on where it stopped."""
    with report_errors():
        from psoas.cohort import run_cohort as run
        from psoas.recording import Up

        if up not in get_args(Up):
            raise InputError(f"--up {up} is not known; expected {', '.join(get_args(Up))}")
        counts = run(
            folder,
            out=out,
            workers=workers,
            scheduler=scheduler,
            static_word=static_suffix,
            markers=markers,
            up=up,  # type: ignore[arg-type]
            lumbar_rhythm=rhythm,
            smoothness=smoothness,
            retry_failed=retry_failed,
        )
    if as_json:
        typer.echo(json.dumps(counts.as_json()))
        return
    for line in counts.in_words():
        typer.echo(line)


def _folders(files: list[Path], out: Path | None) -> list[Path]:
    """One folder a recording; several recordings get one each inside ``out``."""
    names = [f"{file.stem}_psoas" for file in files]
    if len(set(names)) < len(names):
        raise InputError("two recordings have the same name; analyse them one by one, each with its own --out")
    if len(files) == 1:
        return [out or Path(names[0])]
    return [(out or Path()) / name for name in names]


def _say(summary: Summary, folder: Path) -> None:
    """The answer in a few lines."""
    quality = summary.quality
    typer.echo(f"{summary.source.file}: {quality.status}, {quality.frames_seen_percent:g} % of frames seen")
    reasons = () if summary.refused else quality.reasons  # those go to standard error
    for said in (*reasons, *(note for note in summary.notes if "left out" in note)):
        typer.echo(f"  {said}")
    for side in ("right", "left"):
        if summary.psoas:
            muscle = summary.psoas[side]
            length, percent, half = muscle.length_mm, muscle.length_percent_standing, muscle.uncertainty
            typer.echo(
                f"  {side} psoas: {length.min:.0f} to {length.max:.0f} mm (\u00b1{half and half.length_mm:.0f}), "
                f"{percent.min:.1f} to {percent.max:.1f} % of standing"
            )
    if gait := summary.gait:
        belt = f", belt {gait.belt_m_s:.2f} m/s" if gait.treadmill else ""
        strides = gait.strides
        typer.echo(
            f"  gait: {gait.speed_m_s:.2f} m/s{belt}, {gait.cadence_steps_min:.0f} steps a minute, "
            f"strides {strides.right} right, {strides.left} left"
        )
    typer.echo(f"Report: {folder / 'report.html'}")
