"""PDF lines joined into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contractcheck.extract.builder import PAGE_BREAK
from contractcheck.extract.pdf_hyphens import Vocabulary, is_broken
from contractcheck.extract.pdf_lines import Line
from contractcheck.extract.text import BULLET, LABEL

_SENTENCE_END = re.compile(r"[.;:!?][\"'”’)\]]*$")
_STARTS_LOWER = re.compile(r"[\"'“‘(\[]?[a-z]")
_REFERENCE_WORD = re.compile(
    r"(?:(?:section|subsection|article|clause|paragraph|exhibit|schedule|part)s?|§+|appendix|annex)$", re.IGNORECASE
)
_ITEM_MAY_FOLLOW = re.compile(r"(?:[.;:,!?—–][\"'”’)\]]*|[;,] ?(?:and|or|and/or))$")
CONTENTS_LINE = re.compile(r"(?:\.\s?){4,}\s*\d+$|…{2,}\s*\d+$")
PRIVATE_BULLET = re.compile(r"[\uf000-\uf0ff]\s*(?=\S)")
MAX_TITLE_WORDS = 18
_RAGGED = 25.0  # points by which full lines of ragged text differ


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, each with its page from 0; a table row has only `row`."""

    lines: list[tuple[int, Line]] = field(default_factory=list)
    page: int = 0
    row: str = ""
    is_footnote: bool = False
    stands_apart: bool = False  # white space above, running text below


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in the document: sizes in points."""

    body_size: float
    pitch: float  # from one baseline to the next within a paragraph
    vocabulary: Vocabulary

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]]) -> Layout:
        """Measure all pages."""
        sizes: Counter[float] = Counter()
        pitches: Counter[float] = Counter()
        for lines in pages:
            for line in lines:
                sizes[round(line.size * 2) / 2] += len(line.text)
            for above, below in pairwise(lines):
                pitch = below.bottom - above.bottom
                if 0 < pitch < 3 * below.size and abs(above.size - below.size) < 1:
                    pitches[round(pitch * 2) / 2] += 1
        body_size = max(sizes, key=lambda size: (sizes[size], -size), default=12.0)
        # Lists of one-line items may have more gaps between paragraphs than lines within them:
        # the smallest common distance is the one inside.
        total = sum(pitches.values())
        common = sorted(pitch for pitch, count in pitches.items() if count + pitches[pitch + 0.5] >= 0.12 * total)
        pitch = common[0] if common else 1.2 * body_size
        return cls(body_size, pitch, Vocabulary.of([[line.text for line in lines] for lines in pages]))


def paragraphs_of(lines: Iterable[tuple[int, Line]], layout: Layout, right_edges: dict[int, float]) -> list[Paragraph]:
    """Join lines, given with their pages in reading order; `right_edges` is by `id` of the line."""
    paragraphs: list[Paragraph] = []
    for page, line in lines:
        if paragraphs and _continues(paragraphs[-1].lines, page, line, layout, right_edges):
            paragraphs[-1].lines.append((page, line))
        else:
            paragraphs.append(Paragraph([(page, line)], page))
    for above, title, below in zip([None, *paragraphs], paragraphs, paragraphs[1:], strict=False):
        last_page, last = above.lines[-1] if above else (-1, title.lines[0][1])
        gap = title.lines[0][1].top - last.bottom
        has_space = last_page != title.page or gap < 0 or gap > 1.3 * layout.pitch - layout.body_size
        title.stands_apart = has_space and sum(len(line.words) for _, line in below.lines) > MAX_TITLE_WORDS
    return paragraphs


def right_edges(lines: Sequence[Line], usual: float = 0.0) -> dict[int, float]:
    """For each line of a page, by `id`, how far the text of its column reaches.

    `usual` is how far it reaches on other pages: it counts where few lines of the column are full.
    """
    edges: dict[int, float] = {}
    run: list[Line] = []
    for line in [*lines, None]:
        if run and (line is None or line.bottom < run[-1].bottom - line.size):
            edge = _column_edge(run)
            if sum(edge - member.right < _RAGGED for member in run) < 0.35 * len(run):
                edge = max(edge, usual)
            edges.update((id(member), edge) for member in run)
            run = []
        if line is not None:
            run.append(line)
    return edges


def usual_edge(pages: Iterable[Sequence[Line]]) -> float:
    """How far most pages' text reaches to the right."""
    edges = sorted(max(line.right for line in lines) for lines in pages if lines)
    return edges[len(edges) // 2] if edges else 0.0


def _column_edge(run: Sequence[Line]) -> float:
    """The right end of the widest line, unless that is a title across columns which all others fill."""
    widest = max(member.right for member in run)
    others = [member.right for member in run if widest - member.right > 100]
    if others:
        edge = max(others)
        if sum(edge - right < _RAGGED for right in others) >= 0.6 * len(run):
            return edge
    return widest


def _continues(before: list[tuple[int, Line]], page: int, line: Line, layout: Layout, edges: dict[int, float]) -> bool:
    last_page, last = before[-1]
    text, previous = line.text, last.text
    room = edges[id(last)] - last.right
    is_full = room < (line.words[0].right - line.words[0].left) + 0.5 * line.size
    if CONTENTS_LINE.search(previous) or CONTENTS_LINE.search(text):
        return False
    if _starts_item(text, previous, is_full=is_full and last.is_bold == line.is_bold):
        return False
    flows_on = not _SENTENCE_END.search(previous) and bool(
        _STARTS_LOWER.match(text) or _REFERENCE_WORD.search(previous) or (is_broken(previous) and text[0].isdigit())
    )
    if page == last_page and line.bottom > last.bottom:
        # Items without visible bullets also start in lower case, after lines with much room left.
        flows_on = flows_on and (is_broken(previous) or room < (line.words[0].right - line.words[0].left) + 3 * line.size)
    if last.is_bold != line.is_bold and last.words[-1].is_bold != line.words[0].is_bold and not flows_on:
        return False
    if not 0.89 < line.size / last.size < 1.12:
        # Careless documents change the size within a sentence, headings do not fill their line.
        runs_on = (is_full or flows_on) and not _SENTENCE_END.search(previous)
        if not (runs_on and 0.8 < line.size / last.size < 1.25):
            return False
    pitch = line.bottom - last.bottom
    if page != last_page or pitch < -0.5 * line.size:
        return flows_on or (is_full and not _SENTENCE_END.search(previous) and len(previous) > 30)
    usual = layout.pitch * max(line.size / layout.body_size, 1)
    if pitch > 1.3 * usual:
        return flows_on and pitch < 2.2 * usual
    if flows_on:
        return True
    is_display = line.size > 1.3 * layout.body_size
    return (is_full or is_display) and not _is_new_indent(before, line)


def _starts_item(text: str, previous: str, *, is_full: bool) -> bool:
    """Whether a line begins a list item or numbered clause, and is no wrapped "Section / 2.2" or "thirty / (30)"."""
    if PRIVATE_BULLET.match(text) or (BULLET.match(text) and not re.match(r"[–—-]", text)):
        return True
    if re.match(r"[–—-] ", text):
        # A dash may also stand in the middle of a sentence.
        return bool(_SENTENCE_END.search(previous)) or not re.search(r"[a-z,]$", previous) or text[2:3].isupper()
    if not LABEL.match(text) or _REFERENCE_WORD.search(previous):
        return False
    return not is_full or bool(_ITEM_MAY_FOLLOW.search(previous))


def _is_new_indent(before: list[tuple[int, Line]], line: Line) -> bool:
    last = before[-1][1]
    shift = line.left - last.left
    tolerance = 0.6 * line.size
    if len(before) == 1:
        # The second line may hang under an item's text or return to the margin, but starts no indent.
        hangs = any(abs(word.left - line.left) < tolerance for word in last.words[1:3]) and _starts_item(last.text, "", is_full=False)
        return shift > tolerance and not hangs
    return abs(shift) > tolerance


def paragraph_text(paragraph: Paragraph, layout: Layout) -> str:
    """The words of a paragraph, line-end hyphens mended, PAGE_BREAK where a page begins."""
    text = ""
    current = paragraph.page
    for page, line in paragraph.lines:
        turn = PAGE_BREAK * (page - current)
        current = page
        kept, between = layout.vocabulary.joint(text, line.text) if text else ("", "")
        if text and not between:
            # A word that runs over the page belongs to the page where it starts.
            head, _, rest = line.text.partition(" ")
            text = f"{kept}{head}{turn} {rest}"
        else:
            text = f"{kept}{turn}{between}{line.text}"
    return text
