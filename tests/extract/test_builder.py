"""Normalisation, and the offsets that everything else stands on."""

from __future__ import annotations

import pytest

from contractcheck.document import Block, BlockKind
from contractcheck.extract.builder import PAGE_BREAK, Builder, split_breaks, tidy
from contractcheck.span import Span


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("  one\t two\r\n three ", "one two three", id="white space"),
        pytest.param("30\u00a0days\u2003after\u2028notice", "30 days after notice", id="other spaces"),
        pytest.param("re\u00adtain con\u200bfid\ufeffential", "retain confidential", id="soft hyphens and zero widths"),
        pytest.param("\ufb01nal o\ufb00er, su\ufb03cient", "final offer, sufficient", id="ligatures"),
        pytest.param("e\u0301cole", "école", id="composed accents"),
        pytest.param("not \u202e\u2066sell\u2069\u202c data", "not sell data", id="bidi overrides"),
        pytest.param("nul\x00 bell\x07 \ud800 end", "nul bell end", id="controls and lone surrogates"),
        pytest.param("“quoted” – it’s — kept", "“quoted” – it’s — kept", id="quotes and dashes stay"),
        pytest.param("\uf0b7", "", id="a font's own bullet"),
    ],
)
def test_tidy(raw: str, text: str) -> None:
    assert tidy(raw) == text


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        pytest.param("Acme Inc.\n12 Main St.", ["Acme Inc.", "12 Main St."], id="address"),
        pytest.param("shall not\nsell data", ["shall not sell data"], id="wrapped sentence"),
        pytest.param("as follows:\nno sale", ["as follows:", "no sale"], id="after a colon"),
        pytest.param("one\n\n\n", ["one"], id="empty lines"),
    ],
)
def test_split_breaks(raw: str, lines: list[str]) -> None:
    assert split_breaks(raw) == lines


def test_blocks_pages_and_offsets() -> None:
    builder = Builder()
    builder.start_page()
    builder.add("1. Data", BlockKind.HEADING, level=1, label="1.")
    builder.add(f"runs over {PAGE_BREAK}the page")
    builder.add("\u200b")
    builder.start_page()
    builder.add("last")
    document = builder.build("a.pdf", "pdf", "00")
    assert document.text == "1. Data\nruns over the page\nlast"
    assert document.blocks == (
        Block(Span(0, 7), BlockKind.HEADING, 1, "1.", 1),
        Block(Span(8, 26), BlockKind.PARAGRAPH, 0, "", 1),
        Block(Span(27, 31), BlockKind.PARAGRAPH, 0, "", 3),
    )
    assert [document.text[start:] for start in document.page_starts] == [document.text, "the page\nlast", "last"]
    assert document.locate(Span(18, 20)).page == 2


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        pytest.param("Data we collect and use", "", BlockKind.HEADING, id="title"),
        pytest.param("The Provider shall delete all Student Data within thirty days of it.", "", BlockKind.PARAGRAPH, id="sentence"),
        pytest.param("2.1 The Provider shall delete all Student Data within thirty days of it.", "2.1", BlockKind.LIST_ITEM, id="clause"),
        pytest.param("3.2 The Vendor shall not", "", BlockKind.PARAGRAPH, id="lead-in"),
        pytest.param("3.2 The Vendor shall not:", "3.2", BlockKind.LIST_ITEM, id="lead-in with a number"),
        pytest.param("PROVIDER AGREES NOT TO", "", BlockKind.HEADING, id="capitals that end in a preposition may be a title"),
        pytest.param("PROVIDER SHALL NOT:", "", BlockKind.PARAGRAPH, id="lead-in in capitals"),
        pytest.param("The Provider may use the data only to", "", BlockKind.PARAGRAPH, id="lead-in that ends in a preposition"),
        pytest.param("Who we may disclose your data to", "", BlockKind.HEADING, id="question"),
        pytest.param("What You Will Not", "", BlockKind.HEADING, id="title case"),
        pytest.param("Effective 31 May", "", BlockKind.HEADING, id="the month"),
    ],
)
def test_a_clause_in_a_heading_style_is_no_heading(text: str, label: str, kind: BlockKind) -> None:
    builder = Builder()
    builder.add(text, BlockKind.HEADING, level=2, label=label)
    assert builder.build("", "", "").blocks[0].kind is kind
