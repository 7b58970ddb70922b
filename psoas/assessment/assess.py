"""Screening first, then what was told, tested and measured becomes findings."""

from __future__ import annotations

from psoas.assessment import measures as recorded
from psoas.assessment import rules, timeline
from psoas.assessment.current import current
from psoas.assessment.finding import Assessment, Finding
from psoas.assessment.measures import Measures
from psoas.assessment.signs import Evidence
from psoas.assessment.story import Story
from psoas.knowledge.cautions import bars
from psoas.knowledge.questionnaires import score
from psoas.knowledge.screening import Screening, screen
from psoas.knowledge.selftests import judge, selftests


def assess(story: Story, measures: Measures | None = None, before: Measures | None = None) -> Assessment:
    """The assessment of a story, with what a recording measured and an earlier one of the same movement.

    After a stop there is nothing but the screening, and the questionnaires' words that offer people to talk to.
    """
    screening = screen(story.answers, texts=(*story.texts, *(event.words for event in story.events)))
    scores = tuple(score(name, items) for name, items in story.questionnaires.items())
    if not screening.program_allowed:
        return Assessment(screening, (), tuple(one for one in scores if one.crisis), (), (), (), ())
    told = {one.test for one in story.tests}
    tests = (*story.tests, *(one for one in (measures.tests if measures else ()) if one.test not in told))
    judged = {one.test: (one, judge(one.test, right=one.right, left=one.left, baseline=one.baseline)) for one in tests}
    changes, apart = recorded.changes(before, measures) if before and measures else ((), ())
    evidence = Evidence(current(story), judged, {one.questionnaire: one for one in scores}, measures, changes)
    findings = _findings(evidence, screening)
    moved, said = timeline.moved(story), recorded.notes(measures, changes) if measures else ()
    return Assessment(
        screening, findings, scores, tuple(judgement for _, judgement in judged.values()),
        timeline.lines(story), moved,
        (*said, *apart, *_notes(evidence), *timeline.notes(story, moved)),
        changes,
    )  # fmt: skip


def _findings(evidence: Evidence, screening: Screening) -> tuple[Finding, ...]:
    """What the body shows, how the days go, habits, each from the surest on; the own baseline where nothing stands out
    but habits, which no plan rests on."""
    found = [one for rule in rules.rules().values() if rule.signs and (one := rules.finding(rule, evidence))]
    if all(one.id == rules.HABITS for one in found):
        hurts = bool(evidence.story.answers.get("pain_where"))
        found.append(rules.baseline(seen=hurts or bool(screening.entries)))
    order = {name: rules.PARTS.index(rule.part) for name, rule in rules.rules().items()}
    return tuple(sorted(found, key=lambda one: (order[one.id], -one.confidence)))


def _notes(evidence: Evidence) -> tuple[str, ...]:
    """What could not be judged, and what would let it; tests done in another way than they were made for."""
    notes = []
    for rule in rules.rules().values():
        if not rules.judged(rule, evidence):
            notes.append(f"{rule.title}: not judged. {_asked(rule.asks, evidence.story)}")
    for done, _ in evidence.tests.values():
        test = selftests()[done.test]
        if done.way not in test.ways:
            made_for = " or ".join(test.ways)
            notes.append(f"{test.title}: entered as done by {done.way}, made for {made_for}; read it with care.")
    return tuple(notes)


def _asked(asks: str, story: Story) -> str:
    """What would tell; no test that is not for this person."""
    named = {name: selftests()[name] for name in rules.asked_tests(asks)}
    if any(bars(test.cautions, story.answers) for test in named.values()):
        return "The tests for it are not for you to do alone; a physiotherapist can look."
    text = asks.format(**{name: f"\u201c{test.title}\u201d" for name, test in named.items()})
    return f"{text[0].upper()}{text[1:]} would tell."
