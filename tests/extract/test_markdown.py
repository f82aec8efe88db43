"""Markdown and plain text: what their marks and line ends mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contractcheck.extract.inline_markdown import plain
from contractcheck.extract.text import is_title

from .conftest import FILLER

Blocks = Callable[[bytes | str, str], list[tuple[str, int, str, str]]]
_LONG = "Provider shall not sell student data to anyone for any reason at"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# Terms #", [("heading", 1, "", "Terms")], id="atx"),
        pytest.param("Terms\n=====\n\nTwo\n---", [("heading", 1, "", "Terms"), ("heading", 2, "", "Two")], id="setext"),
        pytest.param("**1. Data:**", [("heading", 0, "", "1. Data:")], id="bold line"),
        pytest.param("**Data** is safe", [("paragraph", 0, "", "Data is safe")], id="bold words"),
        pytest.param("* * *\n\n---\n\ntext", [("paragraph", 0, "", "text")], id="rules"),
        pytest.param(
            "- a\n    - b\n- c", [("list-item", 1, "•", "a"), ("list-item", 2, "•", "b"), ("list-item", 1, "•", "c")], id="nested bullets"
        ),
        pytest.param("1. a\n1. b", [("list-item", 1, "1.", "1. a"), ("list-item", 1, "2.", "2. b")], id="numbers count"),
        pytest.param("3. a\n5. b", [("list-item", 1, "3.", "3. a"), ("list-item", 1, "5.", "5. b")], id="numbers kept"),
        pytest.param(
            "(a) first;\n(b) second", [("list-item", 1, "(a)", "(a) first;"), ("list-item", 1, "(b)", "(b) second")], id="letters"
        ),
        pytest.param("| A | B |\n|---|:-:|\n| 1 | **2** |", [("table-row", 0, "", "A | B"), ("table-row", 0, "", "1 | 2")], id="table"),
        pytest.param(f"{_LONG}\nall times.", [("paragraph", 0, "", f"{_LONG} all times.")], id="wrapped line"),
        pytest.param("Name: ____\nCity: ____", [("paragraph", 0, "", "Name: ____"), ("paragraph", 0, "", "City: ____")], id="form lines"),
        pytest.param("> quoted\n> words", [("paragraph", 0, "", "quoted words")], id="quotation"),
        pytest.param("```\ncode\n```", [("paragraph", 0, "", "code")], id="fence"),
        pytest.param("a[^1]\n\n[^1]: note", [("paragraph", 0, "", "a"), ("footnote", 0, "1", "1 note")], id="footnote"),
        pytest.param("see [x][r]\n\n[r]: https://x.org", [("paragraph", 0, "", "see x")], id="reference"),
        pytest.param("a<!-- b\nc --> d", [("paragraph", 0, "", "a d")], id="comment"),
        pytest.param("a  \nB", [("paragraph", 0, "", "a"), ("paragraph", 0, "", "B")], id="hard break"),
    ],
)
def test_markdown(blocks: Blocks, source: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert [block for block in blocks(f"{source}\n\n# X\n\n{FILLER}\n", "a.md") if block[3] != "X"] == expected


def test_front_matter(blocks: Blocks) -> None:
    assert blocks(f"---\ntitle: Terms\ntags:\n  - a\n---\n{FILLER}\n\nLast.", "a.md") == [("paragraph", 0, "", "Last.")]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param("a [b](https://x.org/c_(d) 'e') f", "a b f", id="link with parentheses and title"),
        pytest.param("[![logo](a.png)](b) a", " a", id="linked image"),
        pytest.param("[Company Name] and [_____]", "[Company Name] and [_____]", id="blanks are no links"),
        pytest.param("***a*** __b__ _c_ snake_case 2*3*4", "a b c snake_case 234", id="emphasis"),
        pytest.param(r"1\. a \* b\_c", "1. a * b_c", id="escapes"),
        pytest.param("&sect; 99&nbsp;&amp; <b>x</b> <Customer>", "§ 99\u00a0& x <Customer>", id="entities, tags and blanks"),
        pytest.param("<https://x.org> `a*b*c`", "https://x.org a*b*c", id="address and code"),
    ],
)
def test_inline(source: str, words: str) -> None:
    assert plain(source) == words


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(f"{_LONG}\nAny Time.", [("paragraph", 0, "", f"{_LONG} Any Time.")], id="wrapped"),
        pytest.param(
            "DATA SECURITY\n\nWe keep data.", [("heading", 0, "", "DATA SECURITY"), ("paragraph", 0, "", "We keep data.")], id="capitals"
        ),
        pytest.param("2.1 Data Use\n\nWe do.", [("heading", 2, "", "2.1 Data Use"), ("paragraph", 0, "", "We do.")], id="numbered title"),
        pytest.param("  (a) one;\n  (b) two.", [("list-item", 1, "(a)", "(a) one;"), ("list-item", 1, "(b)", "(b) two.")], id="items"),
        pytest.param("- one\n- two", [("list-item", 1, "•", "one"), ("list-item", 1, "•", "two")], id="bullets"),
        pytest.param("======\nTerms\n======", [("heading", 0, "", "Terms")], id="rules"),
    ],
)
def test_text(blocks: Blocks, source: str, expected: list[tuple[str, int, str, str]]) -> None:
    wrapped = FILLER.replace(" original ", "\noriginal ").replace(" in force ", "\nin force ").replace(" any duty ", "\nany duty ")
    assert blocks(f"{source}\n\n{wrapped}\n", "a.txt") == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("Information We Collect", True, id="title case"),
        pytest.param("ARTICLE IV. TERM", True, id="article"),
        pytest.param("How do we use it?", True, id="question"),
        pytest.param("Acme is a Delaware company", False, id="sentence without its point"),
        pytest.param("Dear Customer,", False, id="salutation"),
        pytest.param("12345", False, id="number"),
    ],
)
def test_is_title(text: str, verdict: bool) -> None:
    assert is_title(text) is verdict


def test_windows_characters(blocks: Blocks) -> None:
    assert blocks(f"“Data” – it’s ours\n\n{FILLER}\n".encode("cp1252"), "a.txt") == [("paragraph", 0, "", "“Data” – it’s ours")]
