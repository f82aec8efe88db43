"""Parts of a source set on PDF pages: an agreement with tables, and a draft whose lines are numbered in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pdf_writer import HEIGHT, WIDTH, Page, width_of
from source import SOFT_HYPHEN, Kind, Part, words_of

_LEFT, _RIGHT, _TOP, _BOTTOM = 72, WIDTH - 72, 72, HEIGHT - 72
_SIZE, _PITCH = 10.5, 13.5
_PADDING = 4

Word = tuple[str, bool]
"""A word and whether it is bold."""


def agreement_pages(parts: Sequence[Part], *, footer: str, header: str = "") -> list[Page]:
    """Pages with headings, indented items and ruled tables; the footer goes on with "Page 1 of 3"."""
    flow = _Flow()
    for part in parts:
        flow.part(part)
    for number, page in enumerate(flow.pages, start=1):
        if header:
            page.text(_LEFT, 40, header, 8.5)
        page.text(_LEFT, HEIGHT - 36, footer, 8.5)
        _text_to(page, _RIGHT, HEIGHT - 36, f"Page {number} of {len(flow.pages)}", 8.5)
    return flow.pages


def line_numbered_pages(parts: Sequence[Part], *, header: str, footer: str) -> list[Page]:
    """Pages of a draft: one grid of lines, each numbered from 1 on every page, empty lines too."""
    size, pitch, lines_on_page = 12, 16, 38
    left, room = 118, 376  # wide margins leave room for notes, and short lines give hyphens at their ends
    lines: list[list[Word]] = []
    for part in parts:
        is_title = part.kind in (Kind.TITLE, Kind.HEADING)
        words = [(word, bold or is_title) for word, bold in words_of(part.runs)]
        wrapped = wrap(words, room, size)
        left_over = lines_on_page - len(lines) % lines_on_page
        if is_title and left_over < len(wrapped) + 3:
            lines += [[]] * left_over
        lines += [*wrapped, []]
    while not lines[-1]:
        lines.pop()
    count = -(-len(lines) // lines_on_page)
    pages = []
    for number in range(1, count + 1):
        page = Page()
        page.text(left, 44, header, 9)
        for index, line in enumerate(lines[(number - 1) * lines_on_page : number * lines_on_page]):
            down = 90 + index * pitch
            _text_to(page, left - 18, down, str(index + 1), 9)
            _set_line(page, left, down, line, size)
        page.text(left, HEIGHT - 40, footer, 9)
        _text_to(page, left + room, HEIGHT - 40, f"Page {number} of {count}", 9)
        pages.append(page)
    return pages


def wrap(words: Sequence[Word], room: float, size: float) -> list[list[Word]]:
    """The words in lines of at most `room` points, broken at soft hyphens where a whole word does not fit.

    >>> wrap([("it", False), ("noti\\xadfies", False)], 35, 10)
    [[('it', False), ('noti-', False)], [('fies', False)]]
    """
    lines: list[list[Word]] = [[]]
    for text, bold in words:
        plain = text.replace(SOFT_HYPHEN, "")
        if _fits([*lines[-1], (plain, bold)], room, size):
            lines[-1].append((plain, bold))
            continue
        syllables = text.split(SOFT_HYPHEN)
        for count in range(len(syllables) - 1, 0, -1):
            head = "".join(syllables[:count])
            head = head if head.endswith("-") else head + "-"
            if _fits([*lines[-1], (head, bold)], room, size):
                lines[-1].append((head, bold))
                plain = "".join(syllables[count:])
                break
        lines.append([(plain, bold)])
    return lines if lines[0] else lines[1:]


def _fits(line: Sequence[Word], room: float, size: float) -> bool:
    return sum(width_of(text + " ", size, bold=bold) for text, bold in line) - width_of(" ", size) <= room


def _set_line(page: Page, left: float, down: float, line: Sequence[Word], size: float) -> None:
    pieces = [(" ".join(text for text, _ in group), bold) for bold, group in groupby(line, key=lambda word: word[1])]
    for index, (piece, bold) in enumerate(pieces):
        shown = piece if index == len(pieces) - 1 else piece + " "
        page.text(left, down, shown, size, bold=bold)
        left += width_of(shown, size, bold=bold)


def _text_to(page: Page, right: float, down: float, text: str, size: float) -> None:
    page.text(right - width_of(text, size), down, text, size)


@dataclass(slots=True)
class _Flow:
    """Pages being filled; `down` is where the next line's upper edge may stand."""

    pages: list[Page] = field(default_factory=lambda: [Page()])
    down: float = _TOP

    def part(self, part: Part) -> None:
        match part.kind:
            case Kind.TITLE:
                self._lines(wrap(_bold(part), _RIGHT - _LEFT, 16), _LEFT, 16, after=10)
            case Kind.HEADING:
                self._space(8)
                self._make_room(60)  # a heading never ends a page
                self._lines(wrap(_bold(part), _RIGHT - _LEFT, 12), _LEFT, 12, after=3)
            case Kind.TABLE:
                self._table(part)
            case Kind.ITEM | Kind.BULLET:
                mark = part.number or "•"
                self._lines(wrap(words_of(part.runs), _RIGHT - _LEFT - 42, _SIZE), _LEFT + 42, _SIZE, after=3, mark=mark, mark_left=_LEFT + 22)
            case Kind.CLAUSE | Kind.PARAGRAPH:
                number = [(part.number, False)] if part.number else []
                self._lines(wrap([*number, *words_of(part.runs)], _RIGHT - _LEFT, _SIZE), _LEFT, _SIZE, after=5)

    def _lines(self, lines: Sequence[Sequence[Word]], left: float, size: float, *, after: float, mark: str = "", mark_left: float = 0) -> None:
        pitch = size * _PITCH / _SIZE
        for index, line in enumerate(lines):
            self._make_room(pitch)
            if index == 0 and mark:
                self.pages[-1].text(mark_left, self.down + size, mark, size)
            _set_line(self.pages[-1], left, self.down + size, line, size)
            self.down += pitch
        self._space(after)

    def _table(self, part: Part) -> None:
        columns = len(part.rows[0])
        width = (_RIGHT - _LEFT) / columns
        lefts = [_LEFT + width * index for index in range(columns + 1)]
        rows = [
            [wrap([(word, number == 0) for word in cell.split()], width - 2 * _PADDING, _SIZE) for cell in row]
            for number, row in enumerate(part.rows)
        ]
        heights = [max(map(len, row)) * _PITCH + 2 * _PADDING for row in rows]
        self._make_room(sum(heights) if sum(heights) < 200 else heights[0] + heights[1])
        for row, height in zip(rows, heights, strict=True):
            if self._make_room(height) or row is rows[0]:
                self.pages[-1].rule(_LEFT, self.down, _RIGHT, self.down)
            for left, cell in zip(lefts, row, strict=False):
                for index, line in enumerate(cell):
                    _set_line(self.pages[-1], left + _PADDING, self.down + _PADDING + _SIZE - 1 + index * _PITCH, line, _SIZE)
            for left in lefts:
                self.pages[-1].rule(left, self.down, left, self.down + height)
            self.down += height
            self.pages[-1].rule(_LEFT, self.down, _RIGHT, self.down)
        self._space(8)

    def _space(self, height: float) -> None:
        if self.down > _TOP:
            self.down += height

    def _make_room(self, height: float) -> bool:
        """Whether a new page had to begin."""
        if self.down + height <= _BOTTOM:
            return False
        self.pages.append(Page())
        self.down = _TOP
        return True


def _bold(part: Part) -> list[Word]:
    number = [part.number] if part.number else []
    return [(word, True) for word in [*number, *(word for word, _ in words_of(part.runs))]]
