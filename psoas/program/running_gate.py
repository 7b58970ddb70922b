"""Who may run, week by week: what screening, cautions and pathways say about running, for people who run already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoas.assessment.finding import Assessment
from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers
from psoas.knowledge.contraindications import contraindications
from psoas.knowledge.intake_questions import Answers, parse_condition, read_number
from psoas.knowledge.pathways import Pathway, matching_pathways
from psoas.knowledge.practice_codes import Pattern
from psoas.program.pain_rules import PAIN_CEILING
from psoas.program.planning_rules import condition_message, planning_rules
from psoas.program.running_rules import running_rules
from psoas.program.usual_pain import find_usual_pain

SETS = ("running", "impact")
"""Sets of cautions, and what screening narrows, that bar running."""
COUNTED = "birth_weeks"
"""Weeks that pathways count on during the program; elsewhere they bar."""
EXAMINED = {"hip_locks": "lock", "nerve_signs": "nerve"}
"""Why a picture of the screening waits for a visit, by words."""
TREATED = ("load_jump",)
"""Cautions that the program of running itself answers: they need nobody's word first."""


@dataclass(frozen=True)
class RunningGate:
    """What bars running: in every week (``always``), and in some (``weeks``, by number); ``asks`` is what a clinician
    should be asked about first; ``examined`` names the pictures of the screening that wait for a visit to a doctor,
    which bar it in every week too."""

    always: tuple[Message, ...]
    weeks: Mapping[int, tuple[Message, ...]]
    asks: tuple[Message, ...]
    examined: tuple[str, ...] = ()

    def bars(self, week: int) -> tuple[Message, ...]:
        """Why there is no running in a week, empty where there may be."""
        return (*self.always, *self.weeks.get(week, ()), *self.unseen)

    def barred_besides(self, week: int) -> bool:
        """Whether something bars running in a week that a visit for the pictures ``examined`` does not lift."""
        return bool(self.always or self.weeks.get(week))

    @property
    def unseen(self) -> tuple[Message, ...]:
        """What a doctor or physiotherapist has to look at before running starts again."""
        return tuple(message(f"running.why.{EXAMINED[one]}") for one in self.examined)


def is_runner(answers: Answers) -> bool:
    """Whether a person runs already."""
    return any(parse_condition(text).holds(answers) for text in planning_rules()["runners"]["answers"])


def running_gate(story: IntakeAnswers, assessment: Assessment) -> RunningGate:
    """What bars a person's running in the weeks of their program."""
    answers, sets = story.answers, contraindications()
    barred = [one for key in SETS for one in sets[key].bars(answers) if not one.startswith(COUNTED)]
    asked = [one for key in SETS for one in sets[key].asks(answers) if one not in (*TREATED, *barred)]
    seen = assessment.screening.narrowed_by
    told = [message("running.bar.screening", title=seen[key]) for key in SETS if key in seen]
    too_sore = max(find_usual_pain(story).value, read_number(answers, "pain_now")) > PAIN_CEILING
    sore = [message("running.bar.sore", pain=PAIN_CEILING)] if too_sore else []
    open_now = [one.id for one in assessment.screening.entries]
    paths = matching_pathways(answers, [one.id for one in assessment.findings])
    return RunningGate(
        always=tuple(dict.fromkeys([*told, *sore, *(condition_message(one) for one in barred)])),
        weeks={
            week: tuple(
                message("running.bar.pathway", person=message(one.words_key))
                for one in paths
                if _bars(one, answers, week)
            )
            for week in range(1, story.wishes.weeks + 1)
        },
        asks=tuple(condition_message(one) for one in dict.fromkeys(asked)),
        examined=tuple(one for one in running_rules().examined if one in open_now),
    )


def _bars(path: Pathway, answers: Answers, week: int) -> bool:
    """Whether a pathway bars running in a week of the program."""
    parts = [path.bars, *(stage.bars for stage in path.stages if stage.holds(answers, week=week))]
    return any("running" in part.narrows or Pattern.RUNNING in part.patterns for part in parts)
