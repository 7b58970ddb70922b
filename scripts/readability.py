"""How hard a text is to read: the Flesch-Kincaid grade, computed here, without any list of words from the network.

Kincaid et al. 1975 (Navy Research Branch Report 8-75): 0.39 words a sentence + 11.8 syllables a word - 15.59. Grade 7
is what a child of 12 reads. Headings, labels and buttons are left out: a line counts as a sentence when it ends as one,
or has six words or more. Without that a page of short labels would look easy, however hard its sentences are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LABEL = 6
"""A line of fewer words that does not end as a sentence is a label."""
WORD = re.compile(r"[a-z]+(?:['\u2019][a-z]+)*", re.IGNORECASE)
_END = re.compile(r"(?<=[.?!])[\"\u201d)]*\s+|\n")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|Dr|St|al|vs|no)\.|(?<=\d)\.(?=\d)", re.IGNORECASE)
_VOWELS = re.compile(r"(?!^y[aeiou])[aeiouy]+|(?<=^y)[aeiou]+")
_SILENT = re.compile(
    r"(?:(?<![aeiouytdl])ed|(?<=[aeiou])ed|(?<=ay)ed|(?<=oy)ed|(?<=[aeioulrw]l)ed|(?<=[aeiou]ll)ed|e|(?<![csgzxh])es|(?<=th)es)$"
)
_SILENT_WITHIN = re.compile(
    r"(?<=[a-z][aeiouy][b-df-hj-np-tv-z])e(?=(?:ments?|ly|less|ful|lines?|ways|where|times?|self|selves|n?s?foot)$)|"
    r"(?<=^for)e(?=[b-df-hj-np-tv-z])|(?<=bar)e(?=foot)|(?<=som)e(?=[b-df-hj-np-tv-z])|(?<=mov)e(?=m)"
)
_SPLIT = re.compile(
    r"i(?=a(?!ge|ns?$|l|r))|i(?=o(?!n|us|r))|(?<=[^qg])u(?=[aeo](?!$|s$|ly|d$))|e(?=o(?!u|n$|ns$))|(?<=[a-z])y(?=[aio])|"
    r"i(?=e(?:nt?|r|st)(?!d|ds$|n$))|e(?=in)|(?<=[bcdlmnprt])i(?=um)|i(?=us)|o(?=e[rt])|a(?=o)|(?<=[^aeiouylrw])l(?=es?$)|"
    r"(?<=[a-z][bt])r(?=es?$)|(?<=[^aeiou]l)(?=ed$)|(?<=[sthy])(?=sms?$)|(?<=th)(?=ms?$)"
)
KNOWN = {
    "area": 3, "areas": 3, "being": 2, "one": 1, "are": 1, "age": 1, "veins": 1, "vein": 1, "unique": 2,
    "technique": 2, "techniques": 2, "forehead": 2, "median": 3, "diabetes": 4, "coordinate": 4, "coordinates": 4,
    "patient": 2, "patients": 2, "serious": 3, "business": 2, "created": 3, "every": 2, "everyday": 3, "everyone": 3,
    "everything": 3, "evening": 2, "evenings": 2, "different": 3, "does": 1, "doing": 2, "going": 2, "goes": 1,
    "idea": 3, "muscle": 2, "muscles": 2, "people": 2, "psoas": 2, "science": 2, "something": 2, "somebody": 3,
    "someone": 2, "sometimes": 2, "somewhere": 2, "therefore": 2, "shoes": 1, "use": 1, "used": 1, "usually": 4,
    "vertebrae": 3, "weight": 1, "ache": 1, "aches": 1, "aneurysm": 4, "anyone": 3, "whenever": 3, "iliacus": 4,
    "ilium": 3, "recipe": 3, "reaction": 3, "lying": 2, "tying": 2, "dying": 2, "trying": 2, "diet": 2, "quiet": 2,
    "quieter": 3, "quietly": 3, "anxiety": 4, "tired": 2,
}  # fmt: skip
"""Words that the rules count wrongly and that we use often."""


@dataclass(frozen=True)
class Reading:
    """What a text is made of: its grade, and words, syllables and sentences that it comes from."""

    words: int
    syllables: int
    sentences: int

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade; 0 where there is no sentence."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measure_reading(text: str, terms: Iterable[Sequence[str]] = ()) -> Reading:
    """What a text is made of.

    Args:
        text: Lines; each is a paragraph, a heading or a point of a list.
        terms: A technical term, then its plain twins: where a twin stands in the text, the term is not counted.
    """
    lower = text.lower()
    for term, *twins in terms:
        if any(twin in lower for twin in twins):
            text = re.sub(rf"\b{re.escape(term)}\b", "", text, flags=re.IGNORECASE)
    counted = [words for one in split_sentences(text) if (words := WORD.findall(one))]
    flat = [word for words in counted for word in words]
    return Reading(len(flat), sum(map(count_syllables, flat)), len(counted))


def split_sentences(text: str) -> list[str]:
    """The sentences of a text; labels are left out."""
    found: list[str] = []
    for line in text.splitlines():
        safe = _ABBREVIATION.sub(lambda one: one[0].replace(".", ""), line.strip())
        ends = bool(re.search(r"[.?!:][\"\u201d)]*$", safe))
        parts = [one for one in _END.split(safe) if one]
        found += [
            one for place, one in enumerate(parts) if place < len(parts) - 1 or ends or len(WORD.findall(one)) >= LABEL
        ]
    return found


def count_syllables(word: str) -> int:
    """The syllables of an English word, by the rules of its spelling; at least one."""
    word = re.sub(r"['\u2019](?:s|ll|re|ve|d|m)$", "", word.lower()).replace("\u2019", "'")
    if word in KNOWN:
        return KNOWN[word]
    if word.endswith("n't"):
        stem = word[:-3]
        return count_syllables(stem) + (stem in {"did", "does", "is", "was", "would", "could", "should", "has", "had"})
    trimmed = _SILENT_WITHIN.sub("", _SILENT.sub("", word) if len(word) > 3 else word)
    groups = len(_VOWELS.findall(trimmed)) + len(_SPLIT.findall(word))
    return max(1, groups)
