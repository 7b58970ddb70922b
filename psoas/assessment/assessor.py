"""Answers and measures -> ``Assessment``: screening first, then findings."""

from __future__ import annotations

from psoas.assessment import finding_rules, timeline
from psoas.assessment import recording_measures as recorded
from psoas.assessment.card_choice import choose_cards
from psoas.assessment.finding import Assessment, Finding
from psoas.assessment.finding_order import rank_findings
from psoas.assessment.finding_rules import FindingRule
from psoas.assessment.recording_measures import Measures
from psoas.assessment.sign_evaluation import Evidence
from psoas.core.message import Message, message
from psoas.intake.answers import IntakeAnswers
from psoas.intake.latest_answers import select_latest_answers
from psoas.knowledge.contraindications import find_bars
from psoas.knowledge.person_bars import all_passed
from psoas.knowledge.questionnaires import score_questionnaire
from psoas.knowledge.screening import Screening, screen_answers
from psoas.knowledge.self_tests import judge_self_test, self_tests


def assess(story: IntakeAnswers, measures: Measures | None = None, before: Measures | None = None) -> Assessment:
    """The assessment of a person's answers, with what a recording measured and an earlier one of the same movement.

    After a stop it holds only the screening, and the questionnaires whose result offers people to talk to.
    """
    screening = screen_answers(story.answers, texts=story.all_texts, visits=story.visits)
    scores = tuple(score_questionnaire(name, items) for name, items in story.questionnaires.items())
    if not screening.program_allowed:
        return Assessment(screening, (), tuple(one for one in scores if one.crisis), (), (), (), ())
    told = {one.test for one in story.tests}
    tests = (*story.tests, *(one for one in (measures.tests if measures else ()) if one.test not in told))
    judged = {
        one.test: (one, judge_self_test(one.test, right=one.right, left=one.left, baseline=one.baseline))
        for one in tests
    }
    changes, not_compared = recorded.compare_measures(before, measures) if before and measures else ((), ())
    evidence = Evidence(
        select_latest_answers(story), judged, {one.questionnaire: one for one in scores}, measures, changes
    )
    findings = _findings(evidence, screening)
    moved = timeline.find_linked_signals(story)
    limits = recorded.describe_limits(measures, changes) if measures else ()
    return Assessment(
        screening, findings, scores, tuple(judgement for _, judgement in judged.values()),
        timeline.describe_days(story), moved,
        (*limits, *not_compared, *_limits(evidence), *timeline.describe_missing_checkins(story, moved)),
        changes, choose_cards(story, findings), story.goal_names,
    )  # fmt: skip


def _findings(evidence: Evidence, screening: Screening) -> tuple[Finding, ...]:
    """What the signs carry, ranked; the own baseline where nothing stands out but habits, which no plan rests on."""
    found = [
        one
        for rule in finding_rules.finding_rules().values()
        if rule.signs and (one := finding_rules.apply_rule(rule, evidence))
    ]
    if all(one.id == finding_rules.HABITS for one in found):
        hurts = bool(evidence.story.answers.get("pain_where"))
        found.append(finding_rules.baseline_statement(seen=hurts or bool(screening.entries)))
    return rank_findings(found, evidence.story.answers)


def _limits(evidence: Evidence) -> tuple[Message, ...]:
    """What could not be judged, and what would let it; tests done in another way than they were made for."""
    open_rules = [
        one for one in finding_rules.finding_rules().values() if not finding_rules.has_evidence(one, evidence)
    ]
    notes = [message("assessment.not_judged", finding=one.title, asks=_asks(one, evidence.story)) for one in open_rules]
    for done, _ in evidence.tests.values():
        test = self_tests()[done.test]
        if done.way not in test.ways:
            made_for = tuple(message(f"assessment.way.{way}") for way in test.ways)
            way = message(f"assessment.way.{done.way}")
            notes.append(message("assessment.other_way", test=test.title, way=way, made_for=made_for))
    return tuple(notes)


def _asks(rule: FindingRule, story: IntakeAnswers) -> Message:
    """What would let a finding be judged; no test that is not for this person."""
    if any(find_bars(self_tests()[name].cautions, story.answers, all_passed()) for name in rule.asks):
        return message("assessment.asks_helper")
    return rule.asks_message()
