"""The words of a PDF page with their places, grouped into lines in reading order."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MAX_PAGE_CHARACTERS = 200_000
_HYPHEN_AT_LINE_END = 2  # pdfium's stand-in for a hyphen it has recognised as a line-end one
_ITALIC_FLAG = 1 << 6
_LONE_MARK = re.compile(r"[•●▪◦‣·○■□➢✓\uf000-\uf0ff]|o")
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One word; coordinates in points from the page's upper left corner.

    `bottom` is the baseline, `size` the font's nominal size as shown and `top` the one less the other:
    boxes of different fonts differ too much to tell lines apart.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    is_bold: bool
    is_italic: bool

    @property
    def size(self) -> float:
        """The font's size in points."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, in order."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """The upper edge of the tallest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge most words share: footnote marks stand higher and do not count."""
        return max(self.words, key=lambda word: word.right - word.left).bottom

    @property
    def size(self) -> float:
        """Font size of the widest word."""
        return max(self.words, key=lambda word: word.right - word.left).size

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.is_bold for word in self.words)

    @property
    def is_italic(self) -> bool:
        """Whether every word is italic."""
        return all(word.is_italic for word in self.words)


def page_lines(page: PdfPage) -> list[Line]:
    """The lines of a page in the order of its content, watermarks left out.

    pdfium follows the content stream, which in real documents is the reading order, columns included.
    """
    text_page = page.get_textpage()
    try:
        lines = _without_slanted(list(_raw_lines(page, text_page)))
    finally:
        text_page.close()
    return _merge_fragments(_with_marks_in_place(lines))


def _raw_lines(page: PdfPage, text_page: PdfTextPage) -> Iterator[tuple[Line, int]]:
    """Each line with the direction of its writing in degrees, 0 for upright text."""
    import pypdfium2.raw as pdfium

    place = _Placing(page)
    measure = _Measure(text_page)
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
    words: list[Word] = []
    characters: list[int] = []
    first = (0.0, 0.0, 0.0, 0.0)
    last = first
    is_bold = is_italic = False
    angle = 0

    def end_word() -> None:
        if characters:
            left, top, right, bottom = place.box(first, last, angle)
            words.append(Word(_decode(characters), left, right, top, bottom, is_bold, is_italic))
            characters.clear()

    for index in range(min(text_page.count_chars(), MAX_PAGE_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (10, 13, _HYPHEN_AT_LINE_END):
            if code == _HYPHEN_AT_LINE_END and characters:
                characters.append(ord("-"))
            end_word()
            if words:
                yield Line(tuple(words)), angle
                words = []
        elif code in (0, 0xFFFE, 0xFFFF):
            continue
        elif chr(code).isspace():
            end_word()
        else:
            if not characters:
                pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, flags)
                is_bold = pdfium.FPDFText_GetFontWeight(text_page, index) >= 600 or bool(_BOLD_NAME.search(name.value))
                is_italic = bool(flags.value & _ITALIC_FLAG)
                turned = round(math.degrees(pdfium.FPDFText_GetCharAngle(text_page, index)))
                if words and turned != angle:
                    yield Line(tuple(words)), angle
                    words = []
                angle = turned
            last = measure.box(index, angle)
            if not characters:
                first = last
            characters.append(code)
    end_word()
    if words:
        yield Line(tuple(words)), angle


def _decode(codes: list[int]) -> str:
    text = "".join(map(chr, codes))
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class _Measure:
    """Boxes of characters in pdfium's coordinates: left, bottom, right, top."""

    def __init__(self, text_page: PdfTextPage) -> None:
        import pypdfium2.raw as pdfium

        self._text_page, self._pdfium = text_page, pdfium
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def box(self, index: int, angle: int) -> tuple[float, float, float, float]:
        """From baseline to nominal height; for turned text the font's own box."""
        page, box = self._text_page, self._box
        self._pdfium.FPDFText_GetLooseCharBox(page, index, box)
        if angle % 360 or not self._pdfium.FPDFText_GetMatrix(page, index, self._matrix):
            return box.left, box.bottom, box.right, box.top
        size = self._pdfium.FPDFText_GetFontSize(page, index) * math.hypot(self._matrix.c, self._matrix.d)
        if not 2 < size < 300 or not self._pdfium.FPDFText_GetCharOrigin(page, index, self._x, self._y):
            return box.left, box.bottom, box.right, box.top
        return box.left, self._y.value, box.right, self._y.value + size


class _Placing:
    """Turns pdfium's page coordinates (upwards) into ours (downwards, as someone who reads the text holds the page)."""

    def __init__(self, page: PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_mediabox()

    def box(
        self, first: tuple[float, float, float, float], last: tuple[float, float, float, float], angle: int
    ) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a word from the boxes of its first and last character and its direction."""
        x0, x1 = min(first[0], last[0]), max(first[2], last[2])
        y0, y1 = min(first[1], last[1]), max(first[3], last[3])
        match round(angle / 90) % 4:
            case 3:  # pdfium counts clockwise: this is text that runs upwards
                return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
            case 2:
                return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
            case 1:
                return self.top - y1, self.right - x1, self.top - y0, self.right - x0
            case _:
                return x0, self.top - y1, x1, self.top - y0


def _without_slanted(lines: list[tuple[Line, int]]) -> list[Line]:
    """Drop what runs at another angle than the page: "DRAFT" across it, a stamp up the margin."""
    weights: Counter[int] = Counter()
    for line, angle in lines:
        weights[angle] += len(line.text)
    usual = max(weights, key=lambda angle: weights[angle], default=0)
    if usual % 360:
        lines = sorted(lines, key=lambda pair: pair[0].bottom)  # pdfium keeps no order among turned lines
    return [line for line, angle in lines if abs(angle - usual) <= 3 or (angle % 90 == 0 and len(line.words) > 12)]


def _with_marks_in_place(lines: list[Line]) -> list[Line]:
    """Move bullets that the file draws after all other text to the line they stand before."""
    placed = [line for line in lines if not _LONE_MARK.fullmatch(line.text)]
    if len(placed) == len(lines):
        return lines
    for mark in lines:
        if not _LONE_MARK.fullmatch(mark.text):
            continue
        beside = [
            index
            for index, line in enumerate(placed)
            if abs(line.bottom - mark.bottom) < 0.4 * line.size and 0 <= line.left - mark.right < 6 * line.size
        ]
        if beside:
            nearest = min(beside, key=lambda index: placed[index].left)
            placed[nearest] = Line(mark.words + placed[nearest].words)
    return placed


def _merge_fragments(lines: list[Line]) -> list[Line]:
    """Join pieces of one line that the file draws apart, such as a number and its text."""
    merged: list[Line] = []
    for line in lines:
        if merged:
            previous = merged[-1]
            same_row = abs(previous.bottom - line.bottom) < 0.3 * min(previous.size, line.size)
            gap = line.left - previous.right
            is_near = gap < 1.5 * line.size or (len(previous.text) <= 6 and gap < 6 * line.size)
            if same_row and gap > -0.2 * line.size and is_near:
                merged[-1] = Line(previous.words + line.words)
                continue
        merged.append(line)
    return merged
