"""The catalogue: what it says, what it refuses, and that every file of it is sound."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from importlib.resources import files

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from psoas.core import entries, locale_files
from psoas.core.catalogue import has, keys, render, resource, text, texts, variables, visible
from psoas.core.fluent_pattern import parse_plain
from psoas.core.language import available_languages, language
from psoas.core.locale_files import TERMS, file_names, split
from psoas.core.message import literal, message
from psoas.program.condition_text import condition_key

SAMPLE = """# A comment
sample-plain = { $count } of { $all }
sample-days = { $count ->
    [0] no day
    [one] one day
   *[other] { $count } days
}
sample-number = { NUMBER($x) } and { $x }
sample-day = { DATETIME($day, dateStyle: "long") }, { $day }
sample-uses = { sample-days } with { -brand }
sample-kind = { $kind ->
    [short] Short
   *[other] Other
}
sample-steps =
    .step-1 = Lie down
    .step-2 = Breathe { $count } times
    .label = Label
sample-gap =
    .step-1 = One
    .step-3 = Three
sample-lost = { sample-nowhere }
sample-circle = { sample-circle }
sample-wrong = { UNKNOWN($x) }
sample-lines =
    One
    two
"""
FILES = [(code, name) for code in available_languages() for name in file_names(code)]


def file_text(code: str, name: str) -> str:
    return files("psoas").joinpath("locale", code, f"{name}.ftl").read_text(encoding="utf-8")


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A file of messages of every kind in place of those of the package, beside its lists."""
    blocks = {"sample": split(SAMPLE), "terms": split("-brand = Psoas\n"), "list": split(file_text("en", "list"))}
    caches = (entries.entry, entries.resource_source)
    monkeypatch.setattr(locale_files, "file_names", lambda code: tuple(blocks))
    monkeypatch.setattr(locale_files, "message_blocks", lambda code, name: blocks[name])
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


def test_a_key_has_dots_and_its_message_hyphens() -> None:
    assert text("body.title") == text("body-title") == "The body"
    assert text("player.minutes", n=3) == "3 minutes"
    assert text("story.screen.you.lead") == ""


@pytest.mark.parametrize("key", ["body.nothing", "nowhere.title", "body", "body title", "../body", "terms.x"])
def test_a_missing_message_is_named(key: str) -> None:
    assert not has(key)
    for ask in (text, variables, resource):
        if (ask, key) != (resource, "body"):
            with pytest.raises(KeyError, match=key.split(".")[-1]):
                ask(key)


def test_a_missing_value_is_named_and_more_does_no_harm() -> None:
    with pytest.raises(KeyError, match=r"player-minutes.*value for n"):
        text("player.minutes")
    assert text("player.minutes", n=1, more="x") == "1 minutes"
    with pytest.raises(TypeError, match="cannot carry None"):
        text("player.minutes", n=None)  # type: ignore[arg-type]


@pytest.mark.usefixtures("sample")
def test_plurals_and_choices() -> None:
    assert [text("sample.days", count=n) for n in (0, 1, 2, 1200)] == ["no day", "one day", "2 days", "1200 days"]
    assert [text("sample.kind", kind=kind) for kind in ("short", "long")] == ["Short", "Other"]
    with pytest.raises(KeyError, match="value for count"):
        text("sample.days")


@pytest.mark.usefixtures("sample")
def test_only_functions_format_by_language() -> None:
    assert text("sample.number", x=1234.5) == "1,234.5 and 1234.5"
    assert text("sample.number", x=1234567) == "1,234,567 and 1234567"
    assert text("sample.day", day=date(2025, 3, 1)) == "March 1, 2025, 2025-03-01"
    assert text("sample.day", day=datetime(2025, 3, 1, 12)) == "March 1, 2025, 2025-03-01 12:00:00"
    assert text("sample.plain", count="1,234", all=0.1) == "1,234 of 0.1"


@pytest.mark.usefixtures("sample")
def test_references_bring_their_variables_and_their_source() -> None:
    assert text("sample.uses", count=1) == "one day with Psoas"
    assert variables("sample.uses") == {"count"}
    assert set(split(resource("sample.uses"))) == {"sample-uses", "sample-days", "-brand"}


@pytest.mark.usefixtures("sample")
def test_numbered_attributes_are_a_list() -> None:
    assert texts("sample.steps", "step", count=3) == ("Lie down", "Breathe 3 times")
    assert has("sample.steps", "step")
    assert not has("sample.steps", "cue")
    assert variables("sample.steps") == {"count"}
    with pytest.raises(KeyError, match="cue-1"):
        texts("sample.steps", "cue")
    with pytest.raises(KeyError, match="step-2"):
        texts("sample.gap", "step")
    with pytest.raises(KeyError, match="attributes only"):
        text("sample.steps")
    with pytest.raises(KeyError, match=r"sample-steps\.step-2.*value for count"):
        texts("sample.steps", "step")


@pytest.mark.usefixtures("sample")
def test_below_a_key_is_what_follows_a_hyphen() -> None:
    assert keys("sample.day") == ("sample-day",)
    assert list(split(resource("sample.day"))) == ["sample-day"]
    assert keys("sampl") == ()


@pytest.mark.usefixtures("sample")
def test_trouble_in_a_message_is_named() -> None:
    with pytest.raises(KeyError, match="sample-nowhere"):
        text("sample.lost")
    with pytest.raises(ValueError, match="sample-circle"):
        text("sample.circle")
    with pytest.raises(ValueError, match=r"sample-wrong.*UNKNOWN"):
        text("sample.wrong", x=1)


@pytest.mark.usefixtures("sample")
def test_long_values_pass() -> None:
    assert text("sample.kind", kind="x" * 10_000) == "Other"
    assert text("sample.number", x=10**12) == f"{10**12:,} and {10**12}"
    assert render(message("sample.days", count=tuple(literal("x" * 50) for _ in range(200)))).count("x" * 50) == 200


def test_messages_in_messages_and_lists() -> None:
    assert render(message("player.minutes", n=3)) == "3 minutes"
    assert render(literal("You would need: {a mat}")) == "You would need: {a mat}"
    names = tuple(literal(one) for one in ("a", "b", "c", "d"))
    said = [render(message("program.did.came", names=names[:count])) for count in (0, 1, 2, 4)]
    assert said == ["New: .", "New: a.", "New: a and b.", "New: a, b, c and d."]
    even = message("breath.belly.even")
    assert text("program.did.not_in", why=even) == f"It is not in your plan: {render(even)}"


def test_an_island_gets_the_source_that_it_needs() -> None:
    taken = split(resource("player.effort", "breath.phase.in"))
    assert list(taken) == ["player-effort-title", "player-effort-none", "player-effort-most", "breath-phase-in"]
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(resource("player")))
    minutes = bundle.get_message("player-minutes").value
    assert minutes and bundle.format_pattern(minutes, {"n": 3}) == ("3 minutes", [])
    assert keys("player.place")[:2] == ("player-place-low_back", "player-place-groin")


def test_threads_speak_their_own_language() -> None:
    def speak(code: str) -> str:
        with language(code):
            return "".join(text(key, **dict.fromkeys(variables(key), 1)) for key in keys("program"))

    entries.entry.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(speak, ["en", "en-XA", "en-XK"] * 8))
    assert len(set(said)) == 3
    assert said[:3] * 8 == said


def test_nothing_is_read_before_it_is_needed() -> None:
    code = """
import sys
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("psoas", PATH + "/__init__.py", submodule_search_locations=[PATH])
sys.modules["psoas"] = module_from_spec(spec)  # the package without what it imports at its top
from psoas.core import catalogue, locale_files
assert locale_files.message_blocks.cache_info().currsize == 0
assert catalogue.text("body.title") == "The body"
assert locale_files.message_blocks.cache_info().currsize == 1
assert not {"fluent.runtime", "fluent.syntax", "babel"} & set(sys.modules)
"""
    path = str(files("psoas"))
    command = [sys.executable, "-c", code.replace("PATH", repr(path))]
    assert subprocess.run(command, timeout=60, check=False).returncode == 0


# -- the quick reader says what Fluent says

NAMES = st.from_regex(r"[a-zA-Z][a-zA-Z0-9_-]{0,5}", fullmatch=True)
SIGNS = st.text(alphabet=st.sampled_from(' {}"$.*[]=#-\\\nab1é\u00a0\t<>'), max_size=12)
PIECES = SIGNS | NAMES.map("{{ ${} }}".format) | NAMES.map('{{ "{}" }}'.format) | NAMES.map("{{${}}}".format)
LINES = st.lists(PIECES, max_size=5).map("".join)
SOURCES = st.builds(
    lambda first, rest: f"a-b = {first}" + "".join(f"\n    .{name} = {line}" for name, line in rest),
    LINES,
    st.lists(st.tuples(NAMES, LINES), max_size=2, unique_by=lambda pair: pair[0]),
)


@given(SOURCES)
def test_the_quick_reader_agrees_with_fluent(source: str) -> None:
    quick = parse_plain(source)
    if quick is None:
        return
    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    slow = bundle.get_message("a-b")
    assert (quick.value is None) == (slow.value is None)
    assert set(quick.attributes) == set(slow.attributes)
    pairs = [(quick.attributes[name], slow.attributes[name]) for name in quick.attributes]
    for mine, theirs in [*pairs, *([(quick.value, slow.value)] if quick.value and slow.value else [])]:
        values = {name: f"<{name}>" for name in mine.variables}
        assert bundle.format_pattern(theirs, values) == (mine.format(values), [])


def test_the_quick_reader_takes_nearly_all() -> None:
    assert parse_plain('a = One { $n }, { "{" }\n    .step-1 = Lie') is not None
    others = ["a = { b }", "a = { $n ->\n *[x] y\n }", "a =\n  b", "a ="]
    assert [source for source in others if parse_plain(source)] == []
    taken = [parse_plain(source) for code, name in FILES for source in split(file_text(code, name)).values()]
    assert sum(one is not None for one in taken) >= 0.8 * len(taken)


# -- the files


@pytest.mark.parametrize(("code", "name"), FILES)
def test_a_file_parses_and_holds_its_own_messages(code: str, name: str) -> None:
    body = FluentParser().parse(file_text(code, name)).body
    assert [one.content for one in body if isinstance(one, ast.Junk)] == []
    entries_of_file = [one for one in body if isinstance(one, ast.Message | ast.Term)]
    names = [f"-{one.id.name}" if isinstance(one, ast.Term) else one.id.name for one in entries_of_file]
    assert sorted(names) == sorted(set(names)), "an identifier comes twice"
    assert list(split(file_text(code, name))) == names, "cutting by lines finds what the parser finds"
    assert outside(name, names) == []


def outside(file: str, names: list[str]) -> list[str]:
    """Identifiers that do not belong into a file: terms stand in one file, a message in that of its first part."""
    return [one for one in names if (TERMS if one.startswith("-") else one.split("-")[0]) != file]


def test_the_rule_of_files_can_fail() -> None:
    assert outside("body", ["body-a", "bodyb-c", "-body", "body"]) == ["bodyb-c", "-body"]
    assert outside(TERMS, ["-brand", "terms-x"]) == []


@pytest.mark.parametrize("code", available_languages())
def test_a_language_has_every_message_with_its_variables(code: str) -> None:
    english = needs("en")
    assert needs(code) == english
    assert len(english) > 1000


def needs(code: str) -> Mapping[str, set[str]]:
    """What each message of a language takes: its values, and the names of its attributes with a dot before them."""
    with language(code):
        return {key: variables(key) | {f".{name}" for name in entries.entry(code, key).attributes} for key in keys()}


@pytest.mark.parametrize("code", available_languages())
def test_every_message_can_be_formatted(code: str) -> None:
    with language(code):
        for key in keys():
            values: dict[str, int | date] = {name: date(2026, 10, 3) if name == "day" else 2 for name in variables(key)}
            entry = entries.entry(code, key)
            for pattern in [*([entry.value] if entry.value else []), *entry.attributes.values()]:
                assert "{" not in pattern.format(values)


def test_conditions_have_keys() -> None:
    assert condition_key("age >= 65") == "condition.age.from.65"
    assert text(condition_key("belly_surgery_weeks < 12")).endswith("less than 12 weeks ago.")
    assert text(condition_key("pregnant_weeks > 0")) == text(condition_key("pregnant"))
    assert has(condition_key("illnesses has coil"))
    assert not has(condition_key("squat_hurts"))


@given(words=st.text())
def test_names_of_others_stay_on_their_line(words: str) -> None:
    shown = render(message("recording.in_file", file=words, fault=literal(words)))
    assert shown.isprintable() or all(letter.isprintable() or ord(letter) > 0x20 for letter in shown if letter != "\t")
    assert len(shown.splitlines()) == 1
    assert visible(shown) == shown
    assert not words.isprintable() or shown == f"{words}: {words}"


def test_control_characters_are_written_out() -> None:
    assert visible("a\nb\x1b[31m\u202e\u2028\udc80é") == r"a\nb\x1b[31m\u202e\u2028\udc80é"
    assert render(message("recording.no_file_near", other="a\rb")) == r"no such file; did you mean a\rb?"
