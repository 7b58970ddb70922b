"""The command over places: days at work, at home and on holiday, as templates, filled for people, and printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas.cli.assess_command import list_faults
from psoas.cli.option_groups import takes
from psoas.core.catalogue import text

if TYPE_CHECKING:
    from psoas.knowledge.session_templates import SessionTemplate


@dataclass(frozen=True)
class PlacesOptions:
    """Arguments and options of ``psoas places``."""

    name: Annotated[str, typer.Argument(help="cli.places.name")] = ""
    answers: Annotated[list[Path] | None, typer.Option("--answers", help="cli.places.answers")] = None
    days: Annotated[int | None, typer.Option(help="cli.places.days")] = None
    weeks: Annotated[int, typer.Option(min=1, max=26, help="cli.places.weeks")] = 1
    out: Annotated[Path | None, typer.Option("--out", help="cli.places.out")] = None


@takes(PlacesOptions)
def places(options: PlacesOptions) -> None:
    """Templates of sessions; --answers fills one for a person."""
    with list_faults():
        from psoas.core.errors import InputError
        from psoas.core.message import message
        from psoas.knowledge.session_templates import session_templates

        known = session_templates()
        if not options.name:
            if options.answers or options.out:
                raise InputError(message("cli.places.name_needed", known=", ".join(known)))
            lines = [f"{key:16} {one.place:8} {one.title}" for key, one in known.items()]
        elif options.name not in known:
            raise InputError(message("cli.places.unknown", name=options.name, known=", ".join(known)))
        else:
            found = known[options.name]
            template = found if options.days is None else found.for_days(options.days)
            lines = _printed(template, options) if options.out else _told(template, options)
    typer.echo("\n".join(lines))


def _told(template: SessionTemplate, options: PlacesOptions) -> list[str]:
    """The template in words, filled for each person where there are any."""
    from psoas.assessment.assessment_inputs import read_answers_and_measures
    from psoas.assessment.assessor import assess
    from psoas.program.program_text import filled_template_text, template_text
    from psoas.program.template_filling import fill_template_weeks

    if not options.answers:
        return template_text(template)
    lines: list[str] = []
    for path in options.answers:
        own, _, _ = read_answers_and_measures(path, None, None)
        for part in fill_template_weeks(template, own, assess(own), options.weeks):
            if options.weeks > 1:
                lines.append(text("plan.schedule.weeks", first=part.weeks[0], last=part.weeks[1]))
            lines += [*filled_template_text(template, part.sessions), ""]
    return lines[:-1]


def _printed(template: SessionTemplate, options: PlacesOptions) -> list[str]:
    """Write the page for the wall and one for each person; say where."""
    from psoas.assessment.assessment_inputs import read_answers_and_measures
    from psoas.assessment.assessor import assess
    from psoas.program.schedule_export import write_schedules
    from psoas.program.schedule_page import own_schedule, wall_schedule

    pages = {}
    for path in options.answers or ():
        own, _, _ = read_answers_and_measures(path, None, None)
        pages[path.stem] = own_schedule(template, own, assess(own), who=path.stem, weeks=options.weeks)
    folder = write_schedules(wall_schedule(template), pages, options.out or Path())
    return [text("cli.places.written", folder=str(folder), count=1 + len(pages))]
