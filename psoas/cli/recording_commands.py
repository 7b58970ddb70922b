"""Commands over recordings: analyse one or a few, many, or write a report again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from psoas.cli.option_groups import takes
from psoas.cli.shared_options import (
    REFUSED,
    AsJson,
    Bracing,
    Height,
    MarkerMap,
    Mass,
    Rhythm,
    Sex,
    Smoothness,
    Tightness,
    parse_force_setting,
    progress_bar,
    report_errors,
)
from psoas.core.catalogue import text
from psoas.core.errors import InputError
from psoas.core.message import Message, message

if TYPE_CHECKING:
    from psoas.analysis.result import Analysis
    from psoas.body.person import Person
    from psoas.mechanics.muscle_force_estimation import ForceSetting
    from psoas.recording import Up


@dataclass(frozen=True)
class AnalyzeOptions:
    """Arguments and options of ``psoas analyze``."""

    files: Annotated[list[Path], typer.Argument(help="cli.analyze.files")]
    static: Annotated[Path | None, typer.Option(help="cli.analyze.static")] = None
    forces: Annotated[Path | None, typer.Option(help="cli.analyze.forces")] = None
    height: Height = None
    mass: Mass = None
    sex: Sex = None
    person: Annotated[Path | None, typer.Option(help="cli.analyze.person")] = None
    markers: MarkerMap = None
    up: Annotated[str, typer.Option(help="cli.analyze.up")] = "auto"
    lengths_only: Annotated[bool, typer.Option("--lengths-only", help="cli.analyze.lengths_only")] = False
    bracing: Bracing = 0.0
    tightness: Tightness = None
    rhythm: Rhythm = "pearcy1984"
    smoothness: Smoothness = 0.0
    model: Annotated[Path | None, typer.Option(help="cli.analyze.model")] = None
    graft_psoas: Annotated[bool, typer.Option("--graft-psoas", help="cli.analyze.graft_psoas")] = False
    step_height: Annotated[list[float] | None, typer.Option(metavar="M", help="cli.analyze.step_height")] = None
    out: Annotated[Path | None, typer.Option(help="cli.analyze.out")] = None
    as_json: AsJson = False


@takes(AnalyzeOptions)
def analyze(options: AnalyzeOptions) -> None:
    """Analyse recordings; exit code 3 when one is refused for its quality."""
    with report_errors():
        from psoas.analysis.analysis_io import write_analysis
        from psoas.analysis.summary import summarise
        from psoas.report.report_page import report_pages

        analyses = _analyse_all(options)
        summaries = []
        for analysis, folder in zip(analyses, _folders(options.files, options.out), strict=True):
            write_analysis(analysis, folder, report_pages)
            summaries.append(summarise(analysis))
            if not options.as_json:
                _print_result(analysis, folder)
    if options.as_json:
        written = [one.to_json() for one in summaries]
        typer.echo(json.dumps(written[0] if len(written) == 1 else written))
    refused = [one for one in analyses if one.quality.status == "refused"]
    if refused:
        for one in analyses:
            for reason in one.quality.reasons:
                typer.echo(text("cli.analyze.refused", file=one.recording.path.name, reason=reason), err=True)
        raise typer.Exit(REFUSED)


def _analyse_all(options: AnalyzeOptions) -> list[Analysis]:
    """Every file analysed, nothing written; ``InputError`` with the faults of all files."""
    from psoas.pipeline import analyze as run_pipeline

    up, who = parse_up(options.up), _person(options)
    setting = _force_setting(options)
    _folders(options.files, options.out)
    analyses, faults = [], list[Message]()
    for file in options.files:
        try:
            with progress_bar(file, quiet=options.as_json) as progress:
                analyses.append(
                    run_pipeline(
                        file,
                        static=options.static,
                        forces=options.forces,
                        markers=options.markers,
                        person=who,
                        up=up,
                        lumbar_rhythm=options.rhythm,
                        smoothness=options.smoothness,
                        with_forces=not options.lengths_only,
                        setting=setting,
                        model=options.model,
                        graft_psoas=options.graft_psoas,
                        step_heights=options.step_height or (),
                        progress=progress,
                    )
                )
        except InputError as error:
            faults += error.messages
    if faults:
        raise InputError(*dict.fromkeys(faults))
    return analyses


def _person(options: AnalyzeOptions) -> Person:
    from psoas.body.person import Person, load_person

    if options.person is None:
        return Person.of(height_m=options.height, mass_kg=options.mass, sex=options.sex)
    if any(value is not None for value in (options.height, options.mass, options.sex)):
        raise InputError(message("cli.analyze.person_twice"))
    return load_person(options.person)


def _force_setting(options: AnalyzeOptions) -> ForceSetting | None:
    setting = parse_force_setting(options.bracing, options.tightness)
    if options.lengths_only and (options.forces or setting):
        raise InputError(message("cli.analyze.lengths_with_forces"))
    return setting


def parse_up(axis: str) -> Up:
    """The value of ``--up``.

    Raises:
        InputError: It is none of those that ``psoas.recording.Up`` lists.
    """
    from psoas.recording import Up

    known: tuple[Up, ...] = get_args(Up)
    for one in known:
        if one == axis:
            return one
    raise InputError(message("cli.up_unknown", axis=axis, known=", ".join(known)))


def report(folder: Annotated[Path, typer.Argument(help="cli.report.folder")]) -> None:
    """Make the report of an analysed folder again."""
    with report_errors():
        from psoas.analysis.analysis_io import PAGE, rewrite_pages
        from psoas.report.report_page import report_pages

        rewrite_pages(folder, report_pages)
        typer.echo(text("cli.report_written", path=str(folder / PAGE)))


@dataclass(frozen=True)
class CohortOptions:
    """Arguments and options of ``psoas cohort``."""

    folder: Annotated[Path, typer.Argument(help="cli.cohort.folder")]
    out: Annotated[Path, typer.Option(help="cli.cohort.out")]
    workers: Annotated[int | None, typer.Option(help="cli.cohort.workers")] = None
    scheduler: Annotated[str | None, typer.Option(help="cli.cohort.scheduler")] = None
    static_suffix: Annotated[str, typer.Option(help="cli.cohort.static_suffix")] = "static"
    markers: MarkerMap = None
    up: Annotated[str, typer.Option(help="cli.cohort.up")] = "auto"
    rhythm: Rhythm = "pearcy1984"
    smoothness: Smoothness = 0.0
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="cli.cohort.retry_failed")] = False
    as_json: AsJson = False


@takes(CohortOptions)
def cohort(options: CohortOptions) -> None:
    """Analyse every recording below a folder into one table."""
    with report_errors():
        from psoas.cohort import run_cohort

        counts = run_cohort(
            options.folder,
            out=options.out,
            workers=options.workers,
            scheduler=options.scheduler,
            static_word=options.static_suffix,
            markers=options.markers,
            up=parse_up(options.up),
            lumbar_rhythm=options.rhythm,
            smoothness=options.smoothness,
            retry_failed=options.retry_failed,
        )
    if options.as_json:
        typer.echo(json.dumps(counts.as_json()))
        return
    for line in counts.in_words():
        typer.echo(line)


def _folders(files: list[Path], out: Path | None) -> list[Path]:
    """One folder a recording; several recordings get one each inside ``out``."""
    names = [f"{file.stem}_psoas" for file in files]
    if len(set(names)) < len(names):
        raise InputError(message("cli.analyze.same_name"))
    if len(files) == 1:
        return [out or Path(names[0])]
    return [(out or Path()) / name for name in names]


def _print_result(analysis: Analysis, folder: Path) -> None:
    """The answer in a few lines."""
    from psoas.cli.result_lines import result_lines

    for line in result_lines(analysis):
        typer.echo(line)
    typer.echo(text("cli.report_written", path=str(folder / "report.html")))
