"""What people typed into the fields of a PDF form, put where they typed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contractcheck.extract.pdf_lines import Line, page_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def filled_lines(document: PdfDocument, page_index: int, printed: Sequence[Line]) -> list[Line]:
    """The `printed` lines of a page together with its fields; the document's forms must be initialised.

    Fields are no part of a page's text until they are flattened into it, and then stand at its end.
    """
    page = document[page_index]
    try:
        page.flatten()
    finally:
        page.close()
    page = document[page_index]  # a page shows what was flattened only when it is opened again
    try:
        known = {_key(line) for line in printed}
        fields = [line for line in page_lines(page) if _key(line) not in known]
    finally:
        page.close()
    lines = list(printed)
    for field in fields:
        _insert(lines, field)
    return lines


def _key(line: Line) -> tuple[str, int, int]:
    return line.text, round(line.left), round(line.bottom)


def _insert(lines: list[Line], field: Line) -> None:
    for index, line in enumerate(lines):
        if abs(line.bottom - field.bottom) < 0.6 * line.size:
            lines[index] = Line(tuple(sorted(line.words + field.words, key=lambda word: word.left)))
            return
    below = next((index for index, line in enumerate(lines) if line.bottom > field.bottom), len(lines))
    lines.insert(below, field)
