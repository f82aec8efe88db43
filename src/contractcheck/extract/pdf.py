"""PDF files: opening them, telling what is wrong with them, and putting their paragraphs in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contractcheck.document import BlockKind
from contractcheck.errors import ExtractError
from contractcheck.extract.builder import Builder
from contractcheck.extract.pdf_columns import split_columns
from contractcheck.extract.pdf_forms import filled_lines
from contractcheck.extract.pdf_furniture import drop_furniture
from contractcheck.extract.pdf_lines import Line, page_lines
from contractcheck.extract.pdf_paragraphs import Layout, Paragraph, paragraph_text, paragraphs_of, right_edges, usual_edge
from contractcheck.extract.pdf_shapes import Shape, heading_levels, shape_of, without_bullet
from contractcheck.extract.pdf_tables import TableFinder, has_ruling, take_rows

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 3_000
_OCR = "run text recognition on it first, for example: ocrmypdf in.pdf out.pdf"
_PASSWORD_ERRORS = ("password", "security", "encrypt")


def read_pdf(data: bytes, builder: Builder) -> None:
    """Add the blocks of a PDF, page by page."""
    document = _open(data)
    try:
        pages, heights, ruled = _read_pages(document)
    finally:
        document.close()
    _check_text_layer(pages, builder)
    pages = drop_furniture(pages, heights)
    layout = Layout.of(pages)
    finder = TableFinder(data)
    paragraphs: list[Paragraph] = []
    for chunk in _stretches(pages, ruled, finder, layout):
        paragraphs += chunk
    _emit(paragraphs, len(pages), layout, builder)


def _open(data: bytes) -> PdfDocument:
    import pypdfium2

    end = data.rfind(b"%%EOF")
    if end < 0 or b" obj" in data[end:]:
        # pdfium would rebuild what is there and read half the agreement without a word.
        raise ExtractError("corrupt", "the PDF is cut off: its end is missing", "download it again")
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if any(word in str(error).lower() for word in _PASSWORD_ERRORS):
            raise ExtractError("encrypted", "the PDF is protected by a password", "save a copy without the password") from error
        raise ExtractError("corrupt", "the PDF is damaged or cut off", "download it again, or print it to a new PDF") from error
    if count == 0:
        document.close()
        raise ExtractError("corrupt", "the PDF has no pages", "download it again")
    if count > MAX_PAGES:
        document.close()
        raise ExtractError("too-large", f"the PDF has {count:,} pages", "split off the agreement and check that part")
    return document


def _read_pages(document: PdfDocument) -> tuple[list[list[Line]], list[float], list[bool]]:
    from pypdfium2 import PdfiumError

    pages: list[list[Line]] = []
    heights: list[float] = []
    ruled: list[bool] = []
    has_fields = document.get_formtype() != 0
    if has_fields:
        document.init_forms()
    for index in range(len(document)):
        try:
            page = document[index]
        except PdfiumError:  # one damaged page; it counts, and is reported, as one without text
            pages.append([])
            heights.append(0.0)
            ruled.append(False)
            continue
        try:
            pages.append(split_columns(page_lines(page)))
            heights.append(page.get_height())
            ruled.append(bool(pages[-1]) and has_ruling(page))
        finally:
            page.close()
        if has_fields:
            pages[-1] = filled_lines(document, index, pages[-1])
    return pages, heights, ruled


def _check_text_layer(pages: Sequence[Sequence[Line]], builder: Builder) -> None:
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    words = sum(len(line.words) for lines in pages for line in lines)
    if words == 0 or (len(empty) > len(pages) / 2 and words < 20 * len(pages)):
        raise ExtractError("no-text-layer", f"{len(empty)} of {len(pages)} pages hold no text: this is probably a scan", _OCR)
    text = "".join(line.text for lines in pages for line in lines)
    letters = sum(map(str.isalpha, text))
    strange = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in text)
    if strange > letters:
        raise ExtractError("no-text-layer", "the PDF's fonts do not say which letters they show", _OCR)
    if empty:
        listed = ", ".join(str(number) for number in empty[:20]) + (", …" if len(empty) > 20 else "")
        builder.warn(f"{'page' if len(empty) == 1 else 'pages'} {listed} of {len(pages)} without text were not read; a scan or left blank")


def _stretches(pages: Sequence[list[Line]], ruled: Sequence[bool], finder: TableFinder, layout: Layout) -> Iterator[list[Paragraph]]:
    """Paragraphs between tables, and the rows of the tables, in order."""
    waiting: list[tuple[int, Line]] = []
    footnotes: list[tuple[int, Line]] = []
    edges: dict[int, float] = {}
    usual = usual_edge(pages)
    for index, lines in enumerate(pages):
        body, notes = _split_footnotes(lines, layout)
        footnotes += [(index, line) for line in notes]
        done = 0
        for outside, rows, position in _tables(body, finder, index) if ruled[index] else ():
            body = outside
            edges.update(right_edges(body, usual))
            waiting += [(index, line) for line in body[done:position]]
            yield paragraphs_of(waiting, layout, edges)
            waiting = []
            yield [Paragraph(page=index, row=" | ".join(row)) for row in rows]
            done = position
        edges.update(right_edges(body, usual))
        waiting += [(index, line) for line in body[done:]]
    yield paragraphs_of(waiting, layout, edges)
    edges.update(right_edges([line for _, line in footnotes]))
    notes_found = paragraphs_of(footnotes, layout, edges)
    for note in notes_found:
        note.is_footnote = True
    yield notes_found


def _tables(lines: list[Line], finder: TableFinder, page_index: int) -> Iterator[tuple[list[Line], list[list[str]], int]]:
    """Each table of a page from top to bottom, with the lines left over and the table's place among them."""
    for table in sorted(finder.tables(page_index), key=lambda table: min((cell[1] for row in table for cell in row), default=0.0)):
        taken = take_rows(lines, table)
        if taken is not None:
            lines = taken[0]
            yield taken


def _split_footnotes(lines: list[Line], layout: Layout) -> tuple[list[Line], list[Line]]:
    """The lines of a page, and the small print that ends it when it starts with a note's mark."""
    start = len(lines)
    while start and lines[start - 1].size < 0.9 * layout.body_size:
        start -= 1
    while start < len(lines) and not re.match(r"(?:\d{1,3}|[*†‡])(?:\s|[A-Z])", lines[start].text):
        start += 1
    return (lines[:start], lines[start:]) if start > 0 else (lines, [])


def _emit(paragraphs: Sequence[Paragraph], page_count: int, layout: Layout, builder: Builder) -> None:
    shaped: list[tuple[Paragraph, str, Shape]] = []
    for paragraph in paragraphs:
        text = paragraph.row or paragraph_text(paragraph, layout)
        shaped.append((paragraph, text, shape_of(paragraph, text, layout)))
    levels = heading_levels([shape for _, _, shape in shaped])
    started = 0
    lefts: list[float] = []
    for (paragraph, text, shape), level in zip(shaped, levels, strict=True):
        while started <= paragraph.page:
            builder.start_page()
            started += 1
        if shape.kind is BlockKind.HEADING:
            lefts.clear()
        depth = _nesting(lefts, shape.left) if shape.kind is BlockKind.LIST_ITEM else level
        builder.add(without_bullet(text) if shape.label == "•" else text, shape.kind, level=depth, label=shape.label)
        started = max(started, paragraph.lines[-1][0] + 1 if paragraph.lines else 0)
    while started < page_count:
        builder.start_page()
        started += 1


def _nesting(lefts: list[float], left: float) -> int:
    while lefts and left < lefts[-1] - 5:
        lefts.pop()
    if not lefts or left > lefts[-1] + 5:
        lefts.append(left)
    return len(lefts)
