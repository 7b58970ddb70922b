"""Everything of a person that was judged over time, as charts by the part of the page that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from psoas.intake.answers import SelfTestResult
from psoas.knowledge.questionnaires import questionnaires, score_questionnaire
from psoas.progression.outcomes import (
    JudgedChange,
    judge_check_ins,
    judge_measures,
    judge_scores,
    judge_self_tests,
    show_centres,
)
from psoas.services.person_data import PersonData
from psoas.services.progress_charts import ProgressPanel, progress_panels

DRIVE, LENGTH = ("front_pull_percent",), ("hip_extension_deg", "psoas_longest_mm", "psoas_excursion_mm")
LIFE = ("breath", "stress", "sleep")


def progress_parts(data: PersonData) -> Mapping[str, tuple[ProgressPanel, ...]]:
    """Charts by part: pain and function, the hip, the drive of the step, everyday life, the centres."""
    story = data.answers
    signals, recorded = (
        judge_check_ins(story.check_ins),
        judge_measures([(one.day, found) for one, found in data.readable_measures]),
    )
    return {
        "pain": progress_panels([*_only(signals, "pain"), *_function(data)]),
        "hip": progress_panels([*judge_self_tests(_tests(data)), *_only(recorded, *LENGTH)]),
        "drive": progress_panels(_only(recorded, *DRIVE)),
        "life": progress_panels(_only(signals, *LIFE)),
        "centres": progress_panels(show_centres(story.check_ins)) if story.wishes.reflection else (),
    }


def measured_days(data: PersonData) -> list[date]:
    """The days of self-tests and recordings."""
    return [*(one.day for one in data.self_tests), *(one.day for one in data.measures)]


def _only(judged: Iterable[JudgedChange], *names: str) -> list[JudgedChange]:
    some = list(judged)
    return [one for name in names for one in some if one.id.partition("/")[0] == name]


def _tests(data: PersonData) -> list[tuple[date, SelfTestResult]]:
    return [
        (one.day, SelfTestResult(one.test, one.right, one.left, where=one.where, way=one.way))
        for one in data.self_tests
    ]


def _function(data: PersonData) -> list[JudgedChange]:
    """Questionnaires over the versions of the answers: a score for each day on which its answers changed."""
    found: dict[str, dict[date, float]] = {}
    last: dict[str, Mapping[str, float]] = {}
    for version in reversed(data.versions):
        for name, items in version.told.get("questionnaires", {}).items():
            value = score_questionnaire(name, items).value
            if value is not None and last.get(name) != items:
                found.setdefault(name, {})[_local(version.made_at)] = value
            last[name] = items
    return [judge_scores(name, days.items()) for name, days in found.items() if questionnaires()[name].change]


def _local(moment: datetime) -> date:
    return moment.astimezone().date()
