"""What people read: the console page and the memo."""

from __future__ import annotations

import re

import pytest

from contractcheck import __version__
from contractcheck.findings import Verdict
from contractcheck.report import REPORTERS, Look, words
from contractcheck.ruleset import Mark

from .sample import LINES, TEXT, document, report, unread

PLAIN = Look()
SCREEN = Look(100, is_plain=False, has_color=True)
LOOKS = [
    pytest.param("console", PLAIN, id="piped"),
    pytest.param("console", SCREEN, id="screen"),
    pytest.param("console", Look(40), id="narrow"),
    pytest.param("markdown", PLAIN, id="markdown"),
]


def flat(text: str) -> str:
    """Without colour, escapes, wrapping and frames: the words alone."""
    bare = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return " ".join(re.sub(r"\\(.)", r"\1", bare).split())


@pytest.mark.parametrize(("format", "look"), LOOKS)
@pytest.mark.parametrize(
    "said",
    [
        "Screening aid, not legal advice",
        f"contractcheck {__version__}",
        "test-rules 1.2.3",
        "a" * 64,
        document().sha256,
        "checked against the source",
        "only part of the text was seen: verify in the current MCA",
        "from memory: verify in the current MCA",
        "our judgement, no source prescribes it",
        "check this one yourself",
        "met; the Act also asks for: cookies are covered [20-7-1325(1), MCA (from memory: verify in the current MCA)]",
        "met; good practice adds: an audit",
        "Vendor shall honor no-sale.",
        "advice of no-sale",
        "question of no-sale?",
        "page 2, section",
        "notice of a breach",
        "The vendor may change these terms.",
        "web terms",
        "an image was left out",
    ],
)
def test_says(format, look, said):
    shown = REPORTERS[format]([report()], look)
    assert flat(said).replace(" ", "") in flat(shown).replace(" ", "")


@pytest.mark.parametrize(("format", "look"), LOOKS)
def test_never_says_more_than_it_knows(format, look):
    assert not re.search(r"compliant|approved", REPORTERS[format]([report(), unread()], look), re.I)


@pytest.mark.parametrize(("format", "look"), LOOKS)
def test_same_input_same_bytes(format, look):
    assert REPORTERS[format]([report()], look) == REPORTERS[format]([report()], look)


@pytest.mark.parametrize(("format", "look"), LOOKS)
def test_markup_in_a_contract_is_shown_as_it_stands(format, look):
    bare = re.sub(r"\x1b\[[0-9;]*m", "", REPORTERS[format]([report()], look))
    shown = re.sub(r"\\([^\w])", r"\1", bare)
    assert "".join(LINES[3].split()) in re.sub(r"[\s>]", "", shown) or "".join(LINES[3].split()).replace(">", "") in re.sub(r"[\s>]", "", shown)


@pytest.mark.parametrize(("format", "look"), LOOKS)
def test_unread(format, look):
    shown = flat(REPORTERS[format]([unread()], look))
    assert "the pages are pictures" in shown
    assert "run text recognition on it first" in shown
    assert "Screening aid, not legal advice" in shown


@pytest.mark.parametrize(("format", "look"), LOOKS)
def test_no_control_character_reaches_the_page(format, look):
    hostile = TEXT.replace("never", "\x1b]0;pwned\x07ne\u202ever")
    doc = document("bad\x1b[2J\u202ename.txt", hostile)
    lines = hostile.split("\n")
    import dataclasses

    from .sample import quote

    base = report()
    hit = quote(doc, lines[1], "1.\x9b31m", None)
    finding = dataclasses.replace(base.findings[0], evidence=(hit,), reason="\x1b[5mblink")
    shown = REPORTERS[format]([dataclasses.replace(base, document=doc, findings=(finding,))], look)
    assert not re.search(r"[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert set(re.findall(r"\x1b.{0,3}", re.sub(r"\x1b\[[0-9;]*m", "", shown))) == set()
    assert "x1b]0;pwned" in re.sub(r"\\(?!x)", "", shown)


def test_gaps_come_gravest_first():
    assert [(f.provision.id, f.verdict) for f in words.gaps(report())] == [
        ("no-sale", Verdict.CONTRADICTED), ("security", Verdict.PARTIAL), ("breach", Verdict.MISSING),
    ]


@pytest.mark.parametrize("width", [30, 40, 63, 64, 80, 120, 300])
def test_width(width):
    shown = REPORTERS["console"]([report()], Look(width))
    limit = min(width, 120)
    assert [line for line in shown.split("\n") if len(line) > limit] == []


def test_piped_page_adds_nothing_but_ascii():
    shown = REPORTERS["console"]([report()], PLAIN)
    assert set(re.sub(r"[\x00-\x7f]", "", shown)) == {"“", "”"}, "the contract's own quotes"
    assert "“where feasible”" in shown


def test_lights_have_words():
    shown = REPORTERS["console"]([report()], SCREEN)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert [v for v in ("● met", "● contradicted", "● partly met", "● missing") if v not in bare] == []
    assert "\x1b[" in shown
    assert "\x1b[" not in REPORTERS["console"]([report()], Look(100, is_plain=False))


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_has_words(mark):
    assert len(mark.words) > 10
