"""Ruled tables of a PDF page, read cell by cell."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from contractcheck.extract.pdf_lines import Line, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_MAX_OBJECTS = 20_000
_MAX_TABLE_PAGES = 150  # pdfplumber reads about 16 pages a second; no contract has more tables
_Box = tuple[float, float, float, float]


def has_ruling(page: PdfPage) -> bool:
    """Whether a page draws enough straight lines or boxes for a table; cheap, and no promise."""
    import pypdfium2.raw as pdfium

    if page.get_rotation():
        return False
    across = down = boxes = 0
    for count, shape in enumerate(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3)):
        left, bottom, right, top = shape.get_bounds()
        width, height = right - left, top - bottom
        across += height < 3 and width > 20
        down += width < 3 and height > 6
        boxes += width > 20 and height > 6
        if (across >= 3 and down >= 2) or boxes >= 4:
            return True
        if count > _MAX_OBJECTS:
            return False
    return False


class TableFinder:
    """Finds tables with pdfplumber, opened only when the first ruled page comes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pages_left = _MAX_TABLE_PAGES

    def tables(self, page_index: int) -> list[list[list[_Box]]]:
        """For each table its rows, for each row its cells: left, top, right, bottom."""
        if not self._pages_left:
            return []
        self._pages_left -= 1
        import pdfplumber

        # A file of one page at a time: pdfplumber keeps everything it has parsed.
        with pdfplumber.open(io.BytesIO(self._data), pages=[page_index + 1]) as document:
            page = document.pages[0]
            tables = [
                [[cell for cell in row.cells if cell is not None] for row in table.rows]
                for table in page.find_tables()
                if len(table.rows) >= 2 and max(len(row.cells) for row in table.rows) >= 2
            ]
            page.close()
        return tables


def take_rows(lines: Sequence[Line], table: list[list[_Box]]) -> tuple[list[Line], list[list[str]], int] | None:
    """Lines outside a table, the texts of its cells by row, and where among the lines it stood.

    None when a word inside the table lies in no cell: then what was found is not its grid.
    """
    cells = [cell for row in table for cell in row]
    if not cells:
        return None
    frame = (min(c[0] for c in cells), min(c[1] for c in cells), max(c[2] for c in cells), max(c[3] for c in cells))
    texts: dict[_Box, list[str]] = {cell: [] for cell in cells}
    outside: list[Line] = []
    position: int | None = None
    for line in lines:
        kept = []
        for word in line.words:
            if not _inside(word, frame):
                kept.append(word)
                continue
            home = next((cell for cell in cells if _inside(word, cell)), None)
            if home is None:
                return None
            texts[home].append(word.text)
            position = len(outside) if position is None else position
        if kept:
            outside.append(Line(tuple(kept)))
    if position is None:
        return None
    # A hyphen before the next line stays: addresses and compounds break there, programs do not hyphenate cells.
    rows = [[re.sub(r"(?<=\w)- (?!(?:and|or|nor)\b)(?=\w)", "-", " ".join(texts[cell])) for cell in row if texts[cell]] for row in table]
    rows = [row for row in rows if row]
    # A frame around paragraphs is no table.
    if sum(len(row) > 1 for row in rows) < 0.5 * len(rows):
        return None
    return outside, rows, position


def _inside(word: Word, box: _Box) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
