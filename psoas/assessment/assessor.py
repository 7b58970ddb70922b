"""Screening first, then what was told, tested and measured becomes findings."""

from __future__ import annotations

from psoas.assessment import finding_rules, timeline
from psoas.assessment import recording_measures as recorded
from psoas.assessment.evidence import Evidence
from psoas.assessment.finding import Assessment, Finding
from psoas.assessment.recording_measures import Measures
from psoas.intake.answers import IntakeAnswers
from psoas.intake.latest_answers import select_latest_answers
from psoas.knowledge.contraindications import find_bars
from psoas.knowledge.questionnaires import score_questionnaire
from psoas.knowledge.screening import Screening, screen_answers
from psoas.knowledge.self_tests import judge_self_test, self_tests


def assess(story: IntakeAnswers, measures: Measures | None = None, before: Measures | None = None) -> Assessment:
    """The assessment of a story, with what a recording measured and an earlier one of the same movement.

    After a stop there is nothing but the screening, and the questionnaires' words that offer people to talk to.
    """
    screening = screen_answers(story.answers, texts=(*story.texts, *(event.words for event in story.events)))
    scores = tuple(score_questionnaire(name, items) for name, items in story.questionnaires.items())
    if not screening.program_allowed:
        return Assessment(screening, (), tuple(one for one in scores if one.crisis), (), (), (), ())
    told = {one.test for one in story.tests}
    tests = (*story.tests, *(one for one in (measures.tests if measures else ()) if one.test not in told))
    judged = {
        one.test: (one, judge_self_test(one.test, right=one.right, left=one.left, baseline=one.baseline))
        for one in tests
    }
    changes, apart = recorded.compare_measures(before, measures) if before and measures else ((), ())
    evidence = Evidence(
        select_latest_answers(story), judged, {one.questionnaire: one for one in scores}, measures, changes
    )
    findings = _findings(evidence, screening)
    moved, said = timeline.find_linked_signals(story), recorded.describe_limits(measures, changes) if measures else ()
    return Assessment(
        screening, findings, scores, tuple(judgement for _, judgement in judged.values()),
        timeline.describe_days(story), moved,
        (*said, *apart, *_notes(evidence), *timeline.describe_missing_checkins(story, moved)),
        changes,
    )  # fmt: skip


def _findings(evidence: Evidence, screening: Screening) -> tuple[Finding, ...]:
    """What the body shows, how the days go, habits, each from the surest on; the own baseline where nothing stands out
    but habits, which no plan rests on."""
    found = [
        one
        for rule in finding_rules.finding_rules().values()
        if rule.signs and (one := finding_rules.apply_rule(rule, evidence))
    ]
    if all(one.id == finding_rules.HABITS for one in found):
        hurts = bool(evidence.story.answers.get("pain_where"))
        found.append(finding_rules.baseline_statement(seen=hurts or bool(screening.entries)))
    order = {name: finding_rules.PARTS.index(rule.part) for name, rule in finding_rules.finding_rules().items()}
    return tuple(sorted(found, key=lambda one: (order[one.id], -one.confidence)))


def _notes(evidence: Evidence) -> tuple[str, ...]:
    """What could not be judged, and what would let it; tests done in another way than they were made for."""
    notes = []
    for rule in finding_rules.finding_rules().values():
        if not finding_rules.has_evidence(rule, evidence):
            notes.append(f"{rule.title}: not judged. {_asked(rule.asks, evidence.story)}")
    for done, _ in evidence.tests.values():
        test = self_tests()[done.test]
        if done.way not in test.ways:
            made_for = " or ".join(test.ways)
            notes.append(f"{test.title}: entered as done by {done.way}, made for {made_for}; read it with care.")
    return tuple(notes)


def _asked(asks: str, story: IntakeAnswers) -> str:
    """What would tell; no test that is not for this person."""
    named = {name: self_tests()[name] for name in finding_rules.tests_of_rule(asks)}
    if any(find_bars(test.cautions, story.answers) for test in named.values()):
        return "The tests for it are not for you to do alone; a physiotherapist can look."
    text = asks.format(**{name: f"\u201c{test.title}\u201d" for name, test in named.items()})
    return f"{text[0].upper()}{text[1:]} would tell."
