"""PDF layout undone: paragraphs, furniture, columns, tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contractcheck.document import Document, Unread
from contractcheck.extract.pdf_hyphens import Vocabulary

from .tiny_pdf import Text, column, pdf, rules

Extracted = Callable[[bytes | str, str], Document | Unread]

_WORDS = (
    "The Provider shall keep every copy of the records that the School has",
    "entrusted to it in a safe place, and it shall let nobody see them who has",
    "no need to do so for the purposes of this agreement or of the law that",
    "governs it, whatever that person may say or pay.",
)
_NEXT = (
    "Nothing in this paragraph keeps the School from asking for its records",
    "at any time and in any usual form.",
)
_BREACH = "The Provider tells the School of every breach of its records within thirty"
_PARAGRAPH, _OTHER = " ".join(_WORDS), " ".join(_NEXT)


def _read(extracted: Extracted, data: bytes) -> Document:
    document = extracted(data, "a.pdf")
    assert isinstance(document, Document), document
    return document


def _shown(document: Document) -> list[tuple[str, int, str, int | None, str]]:
    return [(block.kind.value, block.level, block.label, block.page, block.span.of(document.text)) for block in document.blocks]


def _paragraph(text: str, page: int = 1) -> tuple[str, int, str, int | None, str]:
    return ("paragraph", 0, "", page, text)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(column(_WORDS) + column(_NEXT, down=170), [_paragraph(_PARAGRAPH), _paragraph(_OTHER)], id="space between paragraphs"),
        pytest.param(column([*_WORDS, *_NEXT]), [_paragraph(_PARAGRAPH), _paragraph(_OTHER)], id="short last line"),
        pytest.param(
            column(["Data Use"], down=70, size=16) + column(_WORDS),
            [("heading", 1, "", 1, "Data Use"), _paragraph(_PARAGRAPH)],
            id="large heading",
        ),
        pytest.param(
            column(["2.1 Data Use"], down=76) + column(_WORDS),
            [("heading", 2, "", 1, "2.1 Data Use"), _paragraph(_PARAGRAPH)],
            id="numbered heading",
        ),
        pytest.param(
            column(["Keeping of records"], down=76, bold=True) + column(_WORDS),
            [("heading", 1, "", 1, "Keeping of records"), _paragraph(_PARAGRAPH)],
            id="bold heading",
        ),
        pytest.param(
            column([*_WORDS, "(a) one copy;", "(b) two copies."]),
            [_paragraph(_PARAGRAPH), ("list-item", 1, "(a)", 1, "(a) one copy;"), ("list-item", 1, "(b)", 1, "(b) two copies.")],
            id="lettered items",
        ),
        pytest.param(
            [*column(_WORDS), Text(90, 150, "no sale"), Text(90, 164, "no rent"), Text(76, 150, "•"), Text(76, 164, "•")],
            [_paragraph(_PARAGRAPH), ("list-item", 1, "•", 1, "no sale"), ("list-item", 1, "•", 1, "no rent")],
            id="bullets drawn last",
        ),
        pytest.param(
            column(_WORDS)
            + column([_BREACH, "(30) days after the day on which it learns of it, as written in Section", "2.2 of it."], down=170),
            [
                _paragraph(_PARAGRAPH),
                _paragraph(f"{_BREACH} (30) days after the day on which it learns of it, as written in Section 2.2 of it."),
            ],
            id="a wrapped number is no item",
        ),
        pytest.param(
            column([_WORDS[0][:-4] + " noti-", "fication " + _WORDS[1], *_WORDS[2:]]),
            [_paragraph(f"{_WORDS[0][:-4]} notification {' '.join(_WORDS[1:])}")],
            id="hyphen at line end",
        ),
        pytest.param(
            column([_WORDS[0][:-4] + " third-", "party " + _WORDS[1], *_WORDS[2:]]),
            [_paragraph(f"{_WORDS[0][:-4]} third-party {' '.join(_WORDS[1:])}")],
            id="real hyphen at line end",
        ),
        pytest.param(
            column([_WORDS[0][:-4] + " any K-", "12 school " + _WORDS[1], *_WORDS[2:]]),
            [_paragraph(f"{_WORDS[0][:-4]} any K-12 school {' '.join(_WORDS[1:])}")],
            id="figure after a hyphen",
        ),
        pytest.param(
            column(["3.2 The Vendor shall not"], down=76, bold=True) + column(_WORDS),
            [_paragraph("3.2 The Vendor shall not"), _paragraph(_PARAGRAPH)],
            id="bold lead-in is no heading",
        ),
        pytest.param(
            [*column(_WORDS), Text(150, 400, "DRAFT COPY", 60, turn=(0.7, 0.7, -0.7, 0.7))], [_paragraph(_PARAGRAPH)], id="watermark"
        ),
    ],
)
def test_one_page(extracted: Extracted, page: list[Text], expected: list[tuple[str, int, str, int | None, str]]) -> None:
    assert _shown(_read(extracted, pdf([page]))) == expected


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        pytest.param("forty-", "five days", "forty-five days", id="number"),
        pytest.param("royalty-", "free license", "royalty-free license", id="second half known"),
        pytest.param("school-", "issued device", "school-issued device", id="compound stands elsewhere"),
        pytest.param("state-of-the-", "art means", "state-of-the-art means", id="chain"),
        pytest.param("e-", "mail", "e-mail", id="single letter"),
        pytest.param("K-", "12 schools", "K-12 schools", id="figures"),
        pytest.param("20-7-", "1326, MCA", "20-7-1326, MCA", id="section number"),
        pytest.param("Anglo-", "American law", "Anglo-American law", id="capital"),
        pytest.param("pre-", "and post-test", "pre- and post-test", id="hanging hyphen"),
        pytest.param("https://a.example/privacy-", "policy", "https://a.example/privacy-policy", id="address"),
        pytest.param("noti-", "fication of", "notification of", id="broken word"),
        pytest.param("CONFIDEN-", "TIALITY", "CONFIDENTIALITY", id="broken capitals"),
        pytest.param("with-", "out notice", "without notice", id="both halves are words"),
        pytest.param("un-", "related", "unrelated", id="prefix"),
        pytest.param("non-exclu-", "sive", "non-exclusive", id="compound broken again"),
        pytest.param("noti\u00ad", "fication", "noti\u00adfication", id="soft hyphen"),
        pytest.param("Data -", "and more", "Data - and more", id="dash"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, joined: str) -> None:
    pages = [["the school-issued thing goes out with art of", "per-", "taining to it"]]
    kept, between = Vocabulary.of(pages).joint(before, after)
    assert kept + between + after == joined


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        pytest.param(
            [("Agreement", 16, True), ("1. Terms of Use", 12, True), ("1.1 Data", 12, True), ("Schedule A", 12, True)],
            [1, 2, 3, 2],
            id="larger title",
        ),
        pytest.param([("Agreement", 12, True), ("1. Terms of Use", 12, True), ("Schedule A", 12, True)], [1, 2, 2], id="title like the rest"),
        pytest.param([("Article I", 12, True), ("Article II", 12, True)], [1, 1], id="no title"),
        pytest.param([("Data Use", 12, True), ("Data Sale", 12, True)], [1, 1], id="first heading of many alike"),
        pytest.param([("DATA POLICY", 12, True), ("Data Sale", 12, True)], [1, 2], id="title in capitals"),
        pytest.param([("Acme, Inc.", 11, True), ("Privacy", 16, True)], [2, 1], id="letterhead"),
        pytest.param([("Data Use", 14, True), ("Cookies", 11, True), ("Sale", 11, True), ("Law", 14, True)], [1, 2, 2, 1], id="by size"),
    ],
)
def test_heading_levels(extracted: Extracted, lines: list[tuple[str, float, bool]], levels: list[int]) -> None:
    page: list[Text] = []
    for index, (words, size, bold) in enumerate(lines):
        down = 60 + 100 * index
        page += [Text(72, down, words, size, bold), *(column([*_WORDS, *_NEXT], down=down + 16, pitch=13, size=11) if index else ())]
    document = _read(extracted, pdf([page]))
    assert [block.level for block in document.blocks if block.kind == "heading"] == levels


def test_paragraph_over_a_page_break(extracted: Extracted) -> None:
    document = _read(extracted, pdf([column(_WORDS[:2]), column([*_WORDS[2:], *_NEXT])]))
    assert _shown(document) == [_paragraph(_PARAGRAPH), _paragraph(_OTHER, 2)]
    assert [document.text[start:][:10] for start in document.page_starts] == ["The Provid", "no need to"]


def test_running_headers_footers_and_page_numbers(extracted: Extracted) -> None:
    pages = [
        [Text(72, 40, "ACME MASTER AGREEMENT"), *column(lines), Text(72, 750, "Confidential"), Text(300, 765, f"Page {number} of 3")]
        for number, lines in enumerate((_WORDS[:2], _WORDS[2:], _NEXT), start=1)
    ]
    assert _shown(_read(extracted, pdf(pages))) == [_paragraph(_PARAGRAPH), _paragraph(_OTHER, 3)]


def test_headings_at_the_same_place_are_no_running_header(extracted: Extracted) -> None:
    pages = [[Text(72, 60, f"Section {number}", 14), *column([*_WORDS, *_NEXT])] for number in (1, 4, 5, 9)]
    assert [text for kind, _, _, _, text in _shown(_read(extracted, pdf(pages))) if kind == "heading"] == [
        "Section 1", "Section 4", "Section 5", "Section 9",
    ]  # fmt: skip


def test_margin_line_numbers(extracted: Extracted) -> None:
    lines = [*_WORDS, *_NEXT] * 3
    page = [Text(40, 90 + 20 * index, str(index + 1)) for index in range(len(lines))] + column(lines, pitch=20)
    assert [text for *_, text in _shown(_read(extracted, pdf([page])))] == [_PARAGRAPH, _OTHER] * 3


def test_numbered_lines_of_a_list_stay(extracted: Extracted) -> None:
    page = column([f"{number} dollars" for number in range(1, 15)]) + column([*_WORDS, *_NEXT], down=400)
    assert "7 dollars" in _read(extracted, pdf([page])).text


@pytest.mark.parametrize("by_row", [pytest.param(False, id="column by column"), pytest.param(True, id="row by row")])
def test_two_columns(extracted: Extracted, by_row: bool) -> None:
    left = [f"left words {'abcdefghijklmnopqrst'[index]} of one column that fills" for index in range(16)]
    right = [line.replace("left", "right").replace("one", "two") for line in left]
    columns = [column(left, down=90, size=10), column(right, left=330, down=90, size=10)]
    page = [text for pair in zip(*columns, strict=True) for text in pair] if by_row else columns[0] + columns[1]
    text = " ".join(_read(extracted, pdf([page])).text.split())
    assert text == " ".join(left + right)


def test_ruled_table(extracted: Extracted) -> None:
    cells = [
        Text(left + 4, down + 14, words)
        for down, row in ((300, ("Data", "Kept")), (330, ("Names", "one year")))
        for left, words in zip((72, 250), row, strict=True)
    ]
    cells.append(Text(254, 356, "at most"))
    page = column(_WORDS) + cells + column(_NEXT, down=400)
    assert _shown(_read(extracted, pdf([page], drawing=rules((72, 250, 500), (300, 330, 365))))) == [
        _paragraph(_PARAGRAPH),
        ("table-row", 0, "", 1, "Data | Kept"),
        ("table-row", 0, "", 1, "Names | one year at most"),
        _paragraph(_OTHER),
    ]


def test_a_frame_is_no_table(extracted: Extracted) -> None:
    document = _read(extracted, pdf([column(_WORDS)], drawing=rules((60, 500), (70, 160))))
    assert _shown(document) == [_paragraph(_PARAGRAPH)]


def test_footnote(extracted: Extracted) -> None:
    page = [*column([*_WORDS, *_NEXT]), Text(72, 640, "1 Except where the law forbids it.", 7)]
    assert _shown(_read(extracted, pdf([page])))[-1] == ("footnote", 0, "1", 1, "1 Except where the law forbids it.")


def test_a_scanned_page_among_others_is_a_warning(extracted: Extracted) -> None:
    document = _read(extracted, pdf([column(_WORDS), [], column(_NEXT)]))
    assert document.warnings == ("page 2 of 3 without text were not read; a scan or left blank",)
    assert document.page_count == 3


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param((0, 1, -1, 0), id="written upwards"),
        pytest.param((0, -1, 1, 0), id="written downwards"),
        pytest.param((-1, 0, 0, -1), id="upside down"),
    ],
)
def test_turned_page(extracted: Extracted, turn: tuple[float, float, float, float]) -> None:
    # The text matrix turns about the origin: a line's start moves along the direction lines follow each other.
    across, down = (-turn[2], -turn[3])
    lines = [
        Text(
            306 + 200 * (turn[0] < 0) - 150 * abs(turn[1]) + across * 14 * index, 396 - down * 14 * index + 200 * turn[1], words, turn=turn
        )
        for index, words in enumerate([*_WORDS, *_NEXT])
    ]
    assert _shown(_read(extracted, pdf([lines]))) == [_paragraph(_PARAGRAPH), _paragraph(_OTHER)]


def test_filled_form_field(extracted: Extracted) -> None:
    page = [Text(72, 60, "Provider:"), *column([*_WORDS, *_NEXT])]
    document = _read(extracted, pdf([page], field=Text(140, 60, "Acme Learning")))
    assert _shown(document)[0] == _paragraph("Provider: Acme Learning")
