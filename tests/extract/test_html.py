"""Saved pages: clauses stay, the site around them goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import FILLER

Blocks = Callable[[bytes | str, str], list[tuple[str, int, str, str]]]

_P = "paragraph"
_I = "list-item"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<h2>A <b>b</b></h2>", [("heading", 2, "", "A b")], id="heading"),
        pytest.param("<div>a<div>b</div>c</div>", [(_P, 0, "", "a"), (_P, 0, "", "b"), (_P, 0, "", "c")], id="text in divs"),
        pytest.param("<span>a</span><span>b</span> c", [(_P, 0, "", "ab c")], id="spans touch"),
        pytest.param("<p><strong>Data Use</strong></p>", [("heading", 0, "", "Data Use")], id="bold paragraph"),
        pytest.param("<p>Acme<br>Box 1<br/>for mail", [(_P, 0, "", "Acme"), (_P, 0, "", "Box 1 for mail")], id="breaks"),
        pytest.param("<ul><li>a<ul><li>b</ul><li>c</ul>", [(_I, 1, "•", "a"), (_I, 2, "•", "b"), (_I, 1, "•", "c")], id="bullets"),
        pytest.param(
            "<ol start=3><li>a<li value=7>b<li>c", [(_I, 1, "3.", "3. a"), (_I, 1, "7.", "7. b"), (_I, 1, "8.", "8. c")], id="numbers"
        ),
        pytest.param("<ol type=a><li><p>x</p><p>y</p>", [(_I, 1, "a.", "a. x"), (_P, 0, "", "y")], id="letters and paragraphs"),
        pytest.param("<ol><li>(a) x</ol>", [(_I, 1, "(a)", "(a) x")], id="number typed as well"),
        pytest.param(
            "<ol style='list-style-type: none'><li>(a) x<li>y</ol>", [(_I, 1, "(a)", "(a) x"), (_I, 1, "", "y")], id="list without marks"
        ),
        pytest.param("<ul style='list-style: none'><li><p>x</p></ul>", [(_I, 1, "", "x")], id="bullets switched off"),
        pytest.param("<ul><li>(a) x</ul>", [(_I, 1, "•", "(a) x")], id="bullet and letter"),
        pytest.param("<a href='#main'>Skip to main content</a>x", [(_P, 0, "", "x")], id="skip link"),
        pytest.param("<p><a href='https://a.example/p#c'>Skip to content</a></p>x", [(_P, 0, "", "x")], id="skip link of a saved page"),
        pytest.param("<a href='#3'>Skip to Section 3</a>", [(_P, 0, "", "Skip to Section 3")], id="a link to a section is text"),
        pytest.param("<table><tr><th>A<th>B<tr><td>1<td>2", [("table-row", 0, "", "A | B"), ("table-row", 0, "", "1 | 2")], id="table"),
        pytest.param(
            "<table><tr><td><h1>A</h1><p>b</p></td><td><p>c</p></td></tr></table>",
            [("heading", 1, "", "A"), (_P, 0, "", "b"), (_P, 0, "", "c")],
            id="layout table",
        ),
        pytest.param(
            "<details><summary>Sale</summary><p>We sell.</p></details>", [(_P, 0, "", "Sale"), (_P, 0, "", "We sell.")], id="details"
        ),
        pytest.param("<div style='display:none' class=panel>We sell data.</div>", [(_P, 0, "", "We sell data.")], id="closed accordion"),
        pytest.param("<h3><button>Sale</button></h3>", [("heading", 3, "", "Sale")], id="accordion button"),
        pytest.param("<pre>We may\nsell it.</pre>", [(_P, 0, "", "We may sell it.")], id="pre"),
        pytest.param("<script>a</script><style>b</style><noscript>c</noscript><template>d</template>x", [(_P, 0, "", "x")], id="scripts"),
        pytest.param("<nav><a href=a>Home</a> <a href=b>Buy</a></nav>x", [(_P, 0, "", "x")], id="navigation"),
        pytest.param(
            "<nav><p>You agree that we may sell your data.</p></nav>",
            [(_P, 0, "", "You agree that we may sell your data.")],
            id="clause in nav",
        ),
        pytest.param("<ul class='main-menu'><li><a>Home</a><li><a>Buy</a></ul>x", [(_P, 0, "", "x")], id="menu by class"),
        pytest.param("<select><option>Ohio<option>Utah</select>x", [(_P, 0, "", "x")], id="options"),
        pytest.param("<div id=onetrust-consent-sdk><p>We value cookies</p></div>x", [(_P, 0, "", "x")], id="consent manager"),
        pytest.param("<div class='cookie-banner'>Accept all cookies?</div>x", [(_P, 0, "", "x")], id="cookie banner"),
        pytest.param("<section class=cookie-policy><p>We set cookies.</p></section>", [(_P, 0, "", "We set cookies.")], id="cookie policy"),
        pytest.param("<footer><a>About</a> <a>Jobs</a> © 2024 Acme</footer>x", [(_P, 0, "", "x")], id="footer"),
        pytest.param(
            "<footer><p>You agree to arbitration.</p></footer>", [(_P, 0, "", "You agree to arbitration.")], id="clause in footer"
        ),
        pytest.param("a &lt; b&nbsp;&amp;&#x20;c", [(_P, 0, "", "a < b & c")], id="entities"),
        pytest.param("<p>a<!-- b --> c</p><img alt=d>", [(_P, 0, "", "a c")], id="comments and images"),
    ],
)
def test_html(blocks: Blocks, source: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert blocks(f"<!doctype html><meta charset=utf-8><body>{source}</ol></ul></table><p>{FILLER}</p>", "a.html") == expected


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        pytest.param("utf-8", "utf-8", id="declared"),
        pytest.param("iso-8859-1", "cp1252", id="declared latin-1, really windows"),
        pytest.param("utf-8", "cp1252", id="declared wrongly"),
        pytest.param("shift_jis", "utf-8", id="utf-8 declared otherwise"),
        pytest.param("no-such-set", "utf-16", id="byte order mark"),
    ],
)
def test_charset(blocks: Blocks, charset: str, encoding: str) -> None:
    page = f"<html><meta charset={charset}><p>“Café” – it’s {FILLER.lower()}</p><p>{FILLER}"
    assert blocks(page.encode(encoding), "a.html") == [(_P, 0, "", f"“Café” – it’s {FILLER.lower()}")]


def test_deep_nesting_keeps_its_words(blocks: Blocks) -> None:
    page = "<html><body>" + "<div>" * 5_000 + "We <b>sell</b> data." + f"</div></html><p>{FILLER}"
    assert any("We sell data." in text for *_, text in blocks(page, "a.html"))
