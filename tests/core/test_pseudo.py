"""Pseudo languages: what is accented, what stays, and what is found where words are left in English."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from psoas.core import pseudo
from psoas.core.catalogue import keys, resource, text, variables
from psoas.core.entries import entry
from psoas.core.language import current_language, language
from psoas.core.pseudo import accent, accented_source, find_untranslated, key_source, plain

WORDS = st.text(alphabet=st.characters(max_codepoint=0x24F, exclude_characters=pseudo.ACCENTED_LETTERS))


@given(WORDS)
def test_accents_come_off_again(words: str) -> None:
    assert plain(accent(words)) == words


@given(st.lists(st.text(alphabet=pseudo.LETTERS, min_size=3), min_size=1))
def test_plain_words_are_found_and_accented_ones_are_not(words: list[str]) -> None:
    assert find_untranslated(" ".join(words)) == words
    assert find_untranslated(accent(" ".join(words))) == []


def test_letters_keep_their_case_and_are_all_different() -> None:
    assert len(set(pseudo.ACCENTED_LETTERS) - set(pseudo.LETTERS)) == 52
    assert accent(pseudo.LETTERS[:26]).upper() == accent(pseudo.LETTERS[26:])


def test_what_is_no_text_stays() -> None:
    assert accent('See <b title="now">this</b> &amp; https://a.org/b?c=d.') == (
        'Šéé <b title="now">ţĥíš</b> &amp; https://a.org/b?c=d.'
    )
    assert accent("a < b and b > a") == "á < ƀ áñđ ƀ > á"


def test_source_is_accented_around_its_placeables() -> None:
    source = 'a = <a href="{ $link }">Go on</a> { -name }, { NUMBER($n, style: "percent") }\n    .step-1 = Lie down'
    assert accented_source(source) == (
        'a = ⟦<a href="{ $link }">Ĝó óñ</a> { -name }, { NUMBER($n, style: "percent") }⟧\n    .step-1 = ⟦Ĺíé đóŵñ⟧'
    )
    chosen = accented_source("a =\n    { $n ->\n        [one] One day\n       *[other] { $n } days\n    }")
    assert "[one] Óñé đáý" in chosen
    assert "*[other] { $n } đáýš" in chosen
    assert (chosen.count("⟦"), chosen.count("⟧")) == (1, 1)


def test_what_holds_no_letters_has_no_brackets() -> None:
    for source in ["a = { $value }°", 'a = { "" }', "a = { $name }"]:
        assert accented_source(source) == source


def test_keys_come_with_their_values() -> None:
    assert key_source("a-b = One { $n } of { $all }, { $n }") == "a-b = a-b(n={ $n }, all={ $all })"
    assert key_source("a = Some\n    .step-1 = Lie { $n }") == "a = a\n    .step-1 = a.step-1(n={ $n })"
    assert key_source("a =\n    .step-1 = Lie") == "a =\n    .step-1 = a.step-1"


def test_english_outside_the_brackets_is_found() -> None:
    assert find_untranslated("⟦Ĥéĺĺó Robin⟧ Hello there, no. It's 12kg") == ["Hello", "there"]
    assert find_untranslated("⟦á ⟦b words⟧ words⟧ left") == ["left"]
    assert find_untranslated("⟦broken words") == ["broken", "words"], "a lost bracket hides nothing"
    assert find_untranslated("⟦Ĥéĺĺó Robin Hood⟧", ["Hood"], inside=True) == ["Robin"]


def test_allowed_phrases_are_passed_over_as_wholes() -> None:
    assert find_untranslated("walk.trc walk walking", ["walk.trc"]) == ["walk", "walking"]
    assert find_untranslated("psoas serve --lan", ["psoas serve", "lan"]) == []
    assert find_untranslated("psoas serve", ["psoas", "psoas serve"]) == [], "the longest phrase goes first"
    assert find_untranslated("serve psoas", ["psoas serve"]) == ["serve", "psoas"]
    assert find_untranslated('<p class="lead">https://a.org/b &nbsp;x</p>') == []


def samples(key: str) -> dict[str, int | date]:
    """A value for each variable of a message; ``$day`` is a date."""
    return {name: date(2026, 10, 3) if name == "day" else 7 for name in variables(key)}


def spoken_keys() -> list[str]:
    """Identifiers of the messages that have words of their own, not attributes alone."""
    return [key for key in keys() if entry(current_language(), key).value is not None]


def test_the_whole_catalogue_in_pseudo_language_holds_no_english() -> None:
    english = {key: text(key, **samples(key)) for key in spoken_keys()}
    with language("en-XA"):
        accented = {key: text(key, **samples(key)) for key in spoken_keys()}
    assert {
        key: find_untranslated(words, inside=True) for key, words in accented.items() if find_untranslated(words)
    } == {}
    assert {key: plain(words) for key, words in accented.items()} == english
    bare = {key for key, words in accented.items() if "⟦" not in words}
    assert bare == {key for key, words in english.items() if not re.search("[a-zA-Z]", words)}


def test_the_whole_catalogue_can_be_its_keys() -> None:
    with language("en-XK"):
        assert text("player.minutes", n=3) == "player-minutes(n=3)"
        assert [key for key in spoken_keys() if not text(key, **samples(key)).startswith(key)] == []
        assert "player-minutes = player-minutes(n={ $n })\n" in resource("player.minutes")
