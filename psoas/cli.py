"""The command line: thin commands over the package."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from psoas import __version__
from psoas.errors import InputError, PsoasError

if TYPE_CHECKING:
    from psoas.body.posture import Posture

app = typer.Typer(no_args_is_help=True, help="Measure the whole psoas in recordings of people moving.")

MOST_TIGHT = 0.3
"""A tendon shorter by more than this share of the fibre would leave no fibre its working range (assumed)."""
DONE, BAD_INPUT, REFUSED = 0, 2, 3
"""Exit codes: done; bad input or use (nothing written); refused for quality (what can be trusted is written)."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON alone on standard output.")]
Rhythm = Annotated[str, typer.Option("--rhythm", help="Lumbar rhythm: pearcy1984 or christophy2012.")]


Bracing = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Activation of transversus abdominis that is put in, 0 to 1.")
]
Tightness = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SIDE=SHARE", help="Shorten a psoas tendon by a share of its fibre, e.g. right=0.1; repeatable."
    ),
]


def _setting(bracing: float, tightness: list[str] | None) -> Any:
    """What is put in rather than found, or None when nothing is; all faults together."""
    from psoas.mechanics.forces import Setting

    tight, faults = {}, []
    for pair in tightness or []:
        side, _, share = pair.partition("=")
        try:
            tight[side] = float(share)
        except ValueError:
            faults.append(f"--tightness {pair}: expected SIDE=SHARE, such as right=0.1")
            continue
        if side not in ("right", "left") or not 0.0 <= tight[side] <= MOST_TIGHT:
            faults.append(f"--tightness {pair}: expected right or left, and a share from 0 to {MOST_TIGHT:g}")
    if faults:
        raise InputError(*faults)
    return Setting(bracing, tight) if bracing or tight else None


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"psoas {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Measure the whole psoas in recordings of people moving."""


@contextmanager
def _refusing() -> Iterator[None]:
    """Turns the package's own errors into lines on standard error and exit code 2."""
    try:
        yield
    except PsoasError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(BAD_INPUT) from error


@app.command()
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
    with _refusing():
        from psoas.analyze import analyze as run
        from psoas.body.person import Person, load_person
        from psoas.recording import Up
        from psoas.report.files import write_analysis
        from psoas.report.page import pages
        from psoas.report.summary import summarise

        if up not in get_args(Up):
            raise InputError(f"--up {up} is not known; expected {', '.join(get_args(Up))}")
        given = {"height_m": height, "mass_kg": mass, "sex": sex}
        if person and any(value is not None for value in given.values()):
            raise InputError("--person and --height, --mass or --sex were both given; expected one way or the other")
        who = load_person(person) if person else Person.of(**given)  # type: ignore[arg-type]
        setting = _setting(bracing, tightness)
        folders = _folders(files, out)
        analyses, faults = [], list[str]()
        for file in files:
            try:
                with _progress(file, quiet=as_json) as progress:
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
            write_analysis(analysis, folder, pages)
            summaries.append(summarise(analysis))
            if not as_json:
                _say(summaries[-1], folder)
    if as_json:
        typer.echo(json.dumps(summaries[0] if len(summaries) == 1 else summaries))
    if any(s["quality"]["status"] == "refused" for s in summaries):
        for s in summaries:
            for reason in s["quality"]["reasons"]:
                typer.echo(f"{s['source']['file']}: {reason}", err=True)
        raise typer.Exit(REFUSED)


@app.command()
def report(folder: Annotated[Path, typer.Argument(help="A folder that psoas analyze wrote.")]) -> None:
    """Make the report of an analysed folder anew."""
    with _refusing():
        from psoas.report.files import PAGE, rewrite_pages
        from psoas.report.page import pages

        rewrite_pages(folder, pages)
        typer.echo(f"Report: {folder / PAGE}")


@app.command()
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
    with _refusing():
        from psoas.body.body import Body
        from psoas.body.gate import check
        from psoas.body.person import Person
        from psoas.body.posture import postures
        from psoas.body.rhythm import rhythm as known_rhythm
        from psoas.report.holding import forces_of, holding_in_words
        from psoas.report.posture import describe, in_words

        known_rhythm(rhythm)
        if not name and not settings and png is None and not as_json:
            for key, row in postures().items():
                typer.echo(f"{key:16} {row.label}")
            return
        taken = _taken(name or "standing", settings or [])
        who = Person.of(height_m=height, mass_kg=mass, sex=sex)
        body = check(Body(who, lumbar_rhythm=rhythm, trunk=forces))
        found = describe(body, taken)
        if forces:
            found["forces"] = forces_of(body, taken, support=support, setting=_setting(bracing, tightness))
        elif support or bracing or tightness:
            raise InputError("--support, --bracing and --tightness change forces alone; add --forces")
        if png is not None:
            from psoas.report.picture import posture_picture, to_png

            to_png(posture_picture(body, taken), png)
    if as_json:
        typer.echo(json.dumps(found))
        return
    for line in [*in_words(found), *(holding_in_words(found["forces"]) if forces else [])]:
        typer.echo(line)
    if png is not None:
        typer.echo(f"Picture: {png}")


@app.command()
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
    with _refusing():
        from psoas.cohort import cohort as run
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


@app.command()
def exercise(
    name: Annotated[str, typer.Argument(help="An exercise; psoas exercises lists them.")],
    png: Annotated[Path | None, typer.Option(help="Write a picture of where the exercise goes.")] = None,
    as_json: AsJson = False,
) -> None:
    """One exercise: how to do it, when to stop, and what it does to the psoas and the low back."""
    with _refusing():
        from psoas.knowledge import wording
        from psoas.knowledge.exercises import exercise as known

        one = known(name)
        if png is not None:
            from psoas.knowledge.simulate import furthest, reference_body
            from psoas.report.picture import posture_picture, to_png

            to_png(posture_picture(reference_body(), furthest(one)), png)
    if as_json:
        typer.echo(json.dumps(wording.as_json(one)))
        return
    for line in [*wording.in_words(one), *([f"Picture: {png}"] if png else [])]:
        typer.echo(line)


@app.command()
def exercises(
    sort: Annotated[
        str, typer.Option(help="Rank by an effect, such as lumbar_compression_n.L4_L5 or activation.gluteus_medius.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """The exercise library; with --sort ranked by what a simulation on the same body found."""
    with _refusing():
        from psoas.knowledge.wording import listed, listed_in_words

        rows = listed(sort)
    typer.echo(json.dumps(rows) if as_json else "\n".join(listed_in_words(rows, sort)))


@app.command()
def sources(keys: Annotated[list[str] | None, typer.Argument(help="Source keys; all when left out.")] = None) -> None:
    """Print where the figures come from."""
    with _refusing():
        from psoas.body.sources import sources as table

        known = table()
        unknown = [key for key in keys or [] if key not in known]
        if unknown:
            raise InputError(*(f"source '{key}' is not known; expected one of {', '.join(known)}" for key in unknown))
        for key in keys or known:
            typer.echo(f"{key}: {known[key].citation} [{known[key].status}]")


def _folders(files: list[Path], out: Path | None) -> list[Path]:
    """One folder a recording; several recordings get one each inside ``out``."""
    names = [f"{file.stem}_psoas" for file in files]
    if len(set(names)) < len(names):
        raise InputError("two recordings have the same name; analyse them one by one, each with its own --out")
    if len(files) == 1:
        return [out or Path(names[0])]
    return [(out or Path()) / name for name in names]


def _taken(name: str, pairs: list[str]) -> Posture:
    """The named posture with settings such as "hip_flexion_r=90"; all faults together."""
    from psoas.body.posture import posture as named

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


@contextmanager
def _progress(file: Path, *, quiet: bool) -> Iterator[Any]:
    """A progress bar on standard error where a person watches; nothing otherwise."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(file.name, total=None)
        yield lambda stage, done, total: bar.update(task, description=stage, completed=done, total=total)


def _say(summary: dict[str, Any], folder: Path) -> None:
    """The answer in a few lines."""
    quality = summary["quality"]
    typer.echo(f"{summary['source']['file']}: {quality['status']}, {quality['frames_seen_percent']:g} % of frames seen")
    reasons = [] if quality["status"] == "refused" else quality["reasons"]  # those go to standard error
    for said in (*reasons, *(note for note in summary["notes"] if "left out" in note)):
        typer.echo(f"  {said}")
    for side in ("right", "left"):
        if summary["psoas"]:
            muscle = summary["psoas"][side]
            length, percent, open_to = muscle["length_mm"], muscle["length_percent_standing"], muscle["uncertainty"]
            typer.echo(
                f"  {side} psoas: {length['min']:.0f} to {length['max']:.0f} mm (\u00b1{open_to['length_mm']:.0f}), "
                f"{percent['min']:.1f} to {percent['max']:.1f} % of standing"
            )
    if summary["gait"]:
        gait = summary["gait"]
        belt = f", belt {gait['belt_m_s']:.2f} m/s" if gait["treadmill"] else ""
        strides = gait["strides"]
        typer.echo(
            f"  gait: {gait['speed_m_s']:.2f} m/s{belt}, {gait['cadence_steps_min']:.0f} steps a minute, "
            f"strides {strides['right']} right, {strides['left']} left"
        )
    typer.echo(f"Report: {folder / 'report.html'}")
