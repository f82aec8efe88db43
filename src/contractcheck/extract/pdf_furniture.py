"""Page furniture that would cut sentences in two: running headers, footers, page and line numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from contractcheck.extract.pdf_lines import Line

_ZONE = 0.13  # share of the page's height, at top and bottom, where furniture stands
_ZONE_LINES = 4
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|pg\.?)?\s*[-–—|\[(]*\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|\])]*(?:\s*(?:of|/|von|de)\s*\d{1,4})?\s*[-–—|]*", re.IGNORECASE
)
_MIN_NUMBERED_LINES = 10


@dataclass(frozen=True, slots=True)
class _Candidate:
    page: int  # from 0
    index: int
    numbers: tuple[int, ...]
    place: float


def drop_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The pages without headers and footers that repeat, page numbers, and margin line numbers."""
    pages = [drop_line_numbers(lines) for lines in pages]
    groups: dict[tuple[str, bool], list[_Candidate]] = defaultdict(list)
    for page, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for index, is_top in _zone(lines, height):
            text = lines[index].text
            numbers = tuple(int(number[:9]) for number in _NUMBER.findall(text))
            key = (_NUMBER.sub("#", text).lower(), is_top)
            groups[key].append(_Candidate(page, index, numbers, lines[index].bottom))
    dropped: set[tuple[int, int]] = set()
    for (shape, _), members in groups.items():
        is_number = bool(_PAGE_NUMBER.fullmatch(shape.replace("#", "1")))
        for member in _repeating(members, len(pages)) or (members if is_number and len(pages) == 1 else []):
            dropped.add((member.page, member.index))
    return [[line for index, line in enumerate(lines) if (page, index) not in dropped] for page, lines in enumerate(pages)]


def _zone(lines: list[Line], height: float) -> list[tuple[int, bool]]:
    """Indices of the outermost lines, each with whether it stands at the top."""
    by_place = sorted(range(len(lines)), key=lambda index: lines[index].bottom)
    top = [(index, True) for index in by_place[:_ZONE_LINES] if lines[index].bottom < height * _ZONE]
    bottom = [(index, False) for index in by_place[-_ZONE_LINES:] if lines[index].top > height * (1 - _ZONE)]
    return top + bottom


def _repeating(members: list[_Candidate], page_count: int) -> list[_Candidate]:
    """The members that stand at one height on enough pages and whose numbers count pages or stay."""
    best: list[_Candidate] = []
    for pivot in members:
        near = [member for member in members if abs(member.place - pivot.place) < 4 and _counts_pages(pivot, member)]
        if len(near) > len(best):
            best = near
    is_constant = len({member.numbers for member in best}) == 1
    needed = 2 if page_count <= 3 or (page_count <= 5 and is_constant) else max(3, page_count // 5)
    if len({member.page for member in best}) < needed:
        return []
    return best


def _counts_pages(one: _Candidate, other: _Candidate) -> bool:
    # "Section 1" and "Section 2" at the head of pages 3 and 9 are headings, not page numbers.
    if len(one.numbers) != len(other.numbers):
        return False
    turned = other.page - one.page
    return all(b == a or b - a == turned for a, b in zip(one.numbers, other.numbers, strict=True))


def drop_line_numbers(lines: list[Line]) -> list[Line]:
    """A page without the numbers that pleadings and drafts count their lines with."""
    numbered = [
        (index, int(line.words[0].text))
        for index, line in enumerate(lines)
        if re.fullmatch(r"\d{1,3}", line.words[0].text) and (len(line.words) == 1 or _stands_off(line))
    ]
    if len(numbered) < _MIN_NUMBERED_LINES:
        return lines
    numbered.sort(key=lambda pair: lines[pair[0]].bottom)
    values = [value for _, value in numbered]
    steps = [b - a for a, b in pairwise(values)]
    if sum(step == steps[0] for step in steps) < 0.9 * len(steps) or steps[0] not in (1, 5):
        return lines
    chosen = {index for index, _ in numbered}
    margin = max(lines[index].words[0].right for index in chosen)
    body = [line.words[1 if index in chosen else 0] for index, line in enumerate(lines) if index not in chosen or len(line.words) > 1]
    if not body or sum(word.left > margin for word in body) < 0.95 * len(body):
        return lines
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if index not in chosen:
            kept.append(line)
        elif len(line.words) > 1:
            kept.append(Line(line.words[1:]))
    return kept


def _stands_off(line: Line) -> bool:
    return line.words[1].left - line.words[0].right > 0.5 * line.size
