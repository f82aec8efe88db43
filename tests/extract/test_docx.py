"""Word files: everything python-docx leaves out must be there, and nothing twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contractcheck.document import Document, Unread
from contractcheck.extract.numerals import format_number

from .conftest import FILLER
from .tiny_docx import docx, numbered, paragraph, run, table

Blocks = Callable[[bytes | str, str], list[tuple[str, int, str, str]]]
_P = "paragraph"


def _level(index: int, style: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/>{more}</w:lvl>'


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + _level(0, "decimal", "%1.")
    + _level(1, "decimal", "%1.%2")
    + _level(2, "lowerLetter", "(%3)")
    + _level(3, "lowerRoman", "(%4)")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="1">'
    + _level(0, "bullet", "\uf0b7")
    + "</w:abstractNum>"
    + '<w:abstractNum w:abstractNumId="2">'
    + _level(0, "upperRoman", "Article %1", '<w:pStyle w:val="Clause"/>')
    + _level(1, "decimal", "Section %1.%2", "<w:isLgl/>")
    + "</w:abstractNum>"
    + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>' for number in (1, 2, 3))
    + '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Out"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
    '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
)
_BOX = "<w:txbxContent>" + paragraph("boxed") + "</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(paragraph(f"<w:ins>{run('new ')}</w:ins>{run('old')}"), [(_P, 0, "", "new old")], id="insertion"),
        pytest.param(
            paragraph(f"{run('kept')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"), [(_P, 0, "", "kept")], id="deletion"
        ),
        pytest.param(
            paragraph(f"<w:moveFrom>{run('gone')}</w:moveFrom>") + paragraph(f"<w:moveTo>{run('moved')}</w:moveTo>"),
            [(_P, 0, "", "moved")],
            id="move",
        ),
        pytest.param(
            paragraph(run("one "), properties="<w:rPr><w:del/></w:rPr>") + paragraph("two"),
            [(_P, 0, "", "one two")],
            id="deleted paragraph mark",
        ),
        pytest.param(paragraph(f"<w:hyperlink>{run('link')}</w:hyperlink>{run(' text')}"), [(_P, 0, "", "link text")], id="hyperlink"),
        pytest.param(paragraph(f"<w:smartTag>{run('Ohio')}</w:smartTag>"), [(_P, 0, "", "Ohio")], id="smart tag"),
        pytest.param(paragraph(f"<w:fldSimple>{run('3.1')}</w:fldSimple>"), [(_P, 0, "", "3.1")], id="simple field"),
        pytest.param(
            paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Acme')}</w:sdtContent></w:sdt>{run(' Inc')}"),
            [(_P, 0, "", "Acme Inc")],
            id="inline control",
        ),
        pytest.param(f"<w:sdt><w:sdtContent>{paragraph('held')}</w:sdtContent></w:sdt>", [(_P, 0, "", "held")], id="block control"),
        pytest.param(
            paragraph(
                f"{run('by')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:wsp>{_BOX}</wps:wsp></mc:Choice>"
                f"<mc:Fallback><v:textbox>{_BOX}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            [(_P, 0, "", "by"), (_P, 0, "", "boxed")],
            id="text box once",
        ),
        pytest.param(
            paragraph(f"{run('a')}<w:r><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>"),
            [(_P, 0, "", "a b-c")],
            id="tab and hyphen",
        ),
        pytest.param(
            paragraph("<w:r><w:t>Acme</w:t><w:br/><w:t>Box 1</w:t></w:r>"), [(_P, 0, "", "Acme"), (_P, 0, "", "Box 1")], id="line break"
        ),
        pytest.param(
            paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>'), [(_P, 0, "", "☒ yes")], id="ticked box"
        ),
        pytest.param(paragraph("Sub", style="Mine"), [("heading", 2, "", "Sub")], id="heading through basedOn"),
        pytest.param(paragraph("Top", style="Out"), [("heading", 1, "", "Top")], id="heading by outline"),
        pytest.param(paragraph("x", style="Loop"), [(_P, 0, "", "x")], id="style based on itself"),
        pytest.param(paragraph(run("Data Use", "<w:b/>")), [("heading", 0, "", "Data Use")], id="bold line"),
        pytest.param(paragraph(run("Data", "<w:b/>") + run(" is safe")), [(_P, 0, "", "Data is safe")], id="bold word"),
        pytest.param(table((paragraph("A") + paragraph("a"), paragraph("B"))), [("table-row", 0, "", "A a | B")], id="row"),
        pytest.param(
            table((paragraph("A") + table((paragraph("b"), paragraph("c"))), paragraph("D"))),
            [("table-row", 0, "", "A b | c | D")],
            id="table in table",
        ),
        pytest.param(table((paragraph("one") + paragraph("two"),)), [(_P, 0, "", "one"), (_P, 0, "", "two")], id="frame"),
        pytest.param(paragraph(run("shown") + run("hidden", "<w:vanish/>")), [(_P, 0, "", "shown")], id="hidden text"),
        pytest.param(paragraph("Intro", style="Clause"), [("list-item", 1, "Article I", "Article I Intro")], id="number from the style"),
        pytest.param(numbered("item", 2, 0), [("list-item", 1, "•", "item")], id="bullet"),
        pytest.param(numbered("item", 9, 0), [(_P, 0, "", "item")], id="unknown list"),
    ],
)
def test_docx(blocks: Blocks, body: str, expected: list[tuple[str, int, str, str]]) -> None:
    assert blocks(docx(body + paragraph(FILLER), numbering=_NUMBERING, styles=_STYLES), "a.docx") == expected


@pytest.mark.parametrize(
    ("places", "labels"),
    [
        pytest.param([(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)], ["1.", "1.1", "1.2", "(a)", "2.", "2.1"], id="levels restart"),
        pytest.param([(1, 2), (1, 3), (1, 3), (1, 2)], ["(a)", "(i)", "(ii)", "(b)"], id="letters and roman"),
        pytest.param([(1, 1), (1, 0)], ["1.1", "2."], id="sublevel first"),
        pytest.param([(3, 0), (3, 1)], ["Article I", "Section 1.1"], id="legal figures"),
        pytest.param([(1, 0), (4, 0), (4, 0)], ["1.", "1.", "2."], id="start override"),
        pytest.param([(1, 0), (2, 0), (1, 0)], ["1.", "•", "2."], id="goes on after another list"),
    ],
)
def test_numbers(blocks: Blocks, places: list[tuple[int, int]], labels: list[str]) -> None:
    body = "".join(numbered("x", *place) for place in places)
    assert [label for _, _, label, _ in blocks(docx(body + paragraph(FILLER), numbering=_NUMBERING), "a.docx")] == labels


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (1994, "upperRoman", "MCMXCIV"),
        (27, "upperLetter", "AA"),
        (22, "ordinal", "22nd"),
        (12, "ordinalText", "twelfth"),
        (0, "lowerRoman", "0"),
    ],
)
def test_numerals(number: int, style: str, text: str) -> None:
    assert format_number(number, style) == text


def test_footnotes_stand_after_the_body(blocks: Blocks) -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="0">'
        + paragraph("-")
        + '</w:footnote><w:footnote w:id="1">'
        + paragraph("Except Ohio.")
        + "</w:footnote>"
    )
    body = paragraph(f'{run("No sale")}<w:r><w:footnoteReference w:id="1"/></w:r>{run(".")}') + paragraph(FILLER)
    assert blocks(docx(body, footnotes=notes), "a.docx") == [(_P, 0, "", "No sale."), ("footnote", 0, "1", "1 Except Ohio.")]


def test_warnings(extracted: Callable[[bytes | str, str], Document | Unread]) -> None:
    body = (
        paragraph(f"<w:ins>{run('a')}</w:ins><w:del/><w:moveFrom/>{run('two words', '<w:vanish/>')}") + paragraph(FILLER) + "<w:altChunk/>"
    )
    document = extracted(docx(body, comments="<w:comment/>"), "a.docx")
    assert isinstance(document, Document)
    assert document.warnings == (
        "the document has tracked changes: 1 insertion read as part of the text, 2 deletions left out",
        "2 words of hidden text left out; Word shows and prints the document without them",
        "the document embeds another file whose text was not read; open it in Word and save it again",
        "1 comment in the margin not read",
    )
