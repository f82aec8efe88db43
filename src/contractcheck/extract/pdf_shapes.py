"""What each paragraph of a PDF is, and how deep its headings stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from contractcheck.document import BlockKind
from contractcheck.extract.builder import is_clause
from contractcheck.extract.pdf_paragraphs import CONTENTS_LINE, MAX_TITLE_WORDS, PRIVATE_BULLET, Layout, Paragraph
from contractcheck.extract.text import BULLET, LABEL, heading_level, is_title

_NUMBERED_TITLE = re.compile(r"\d{1,2}\.|[IVX]+\.|[A-Z]\.|(?i:article|section|exhibit|schedule|annex|appendix)\b")
_COMPANY = re.compile(r"\b(?:Inc|Co|Corp|Ltd|L\.?L\.?C)\.$")
_MAX_TYPES = 6  # more are accidents of layout


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph becomes a block."""

    kind: BlockKind
    label: str = ""
    type: tuple[int, bool] = (0, False)  # of a heading: size in points and whether it is bold; the greater stands higher
    number_depth: int = 0  # of a heading: 2 for "2.1", 0 without figures
    is_numbered: bool = False  # "Article II" counts, too
    is_upper: bool = False
    left: float = 0.0


def shape_of(paragraph: Paragraph, text: str, layout: Layout) -> Shape:
    """What a paragraph is, by its type and its first words."""
    if paragraph.row:
        return Shape(BlockKind.TABLE_ROW)
    first = paragraph.lines[0][1]
    if paragraph.is_footnote:
        mark = re.match(r"[\d*†‡]+", text)
        return Shape(BlockKind.FOOTNOTE, mark.group() if mark else "")
    if BULLET.match(text) or PRIVATE_BULLET.match(text):
        return Shape(BlockKind.LIST_ITEM, "•", left=first.left)
    if _is_heading(paragraph, text, layout):
        words = [word for _, line in paragraph.lines for word in line.words]
        # The number may be set in another type than the words.
        is_bold = sum(len(word.text) for word in words if word.is_bold) * 2 > sum(len(word.text) for word in words)
        return Shape(
            BlockKind.HEADING,
            type=(round(first.size), is_bold),
            number_depth=heading_level(text),
            is_numbered=bool(_NUMBERED_TITLE.match(text)),
            is_upper=text.isupper(),
        )
    label = LABEL.match(text)
    if label and not re.match(r"\d{1,3}\.\d", text):
        return Shape(BlockKind.LIST_ITEM, label.group(), left=first.left)
    return Shape(BlockKind.PARAGRAPH)


def _is_heading(paragraph: Paragraph, text: str, layout: Layout) -> bool:
    lines = [line for _, line in paragraph.lines]
    if len(text.split()) > MAX_TITLE_WORDS or text.endswith((";", ",")) or CONTENTS_LINE.search(text) or is_clause(text):
        return False
    if not re.search(r"[^\W\d_]{2}", text):
        return False
    if all(line.size > 1.12 * layout.body_size for line in lines):
        return True
    if is_title(text) and (_NUMBERED_TITLE.match(text) or text.isupper()):
        return True
    if paragraph.stands_apart and is_title(text) and len(lines) == 1 and ":" not in text:
        return True
    if all(line.is_bold for line in lines):
        return not text.endswith(".") or bool(LABEL.match(text)) or bool(_COMPANY.search(text))
    return all(line.is_italic for line in lines) and is_title(text)


def without_bullet(text: str) -> str:
    """An item's words, its bullet taken off; numbers stay."""
    bullet = BULLET.match(text) or PRIVATE_BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def heading_levels(shapes: Sequence[Shape]) -> list[int]:
    """The depth from 1 of each heading; 0 for what is none.

    Larger type stands above smaller, bold above plain. A number counts on from the type of "1.", so that "Schedule A" stands
    beside "10." when it looks the same, and "10.1" below it. The title stands alone above all others.
    """
    headings = [shape for shape in shapes if shape.kind is BlockKind.HEADING]
    above = 1 if _opens_with_title(shapes) else 0
    types = sorted({heading.type for heading in headings[above:]}, reverse=True)
    depths = [heading.number_depth for heading in headings if heading.number_depth]
    outermost = Counter(heading.type for heading in headings if heading.number_depth and heading.number_depth == min(depths))
    base = types.index(max(outermost, key=lambda type: (outermost[type], type))) if outermost else 0
    levels: list[int] = []
    for index, shape in enumerate(shapes):
        if shape.kind is not BlockKind.HEADING:
            levels.append(0)
        elif above and index == 0:
            levels.append(1)
        elif shape.number_depth:
            levels.append(above + base + shape.number_depth)
        else:
            levels.append(above + min(types.index(shape.type) + 1, _MAX_TYPES))
    return levels


def _opens_with_title(shapes: Sequence[Shape]) -> bool:
    """Whether the first block is the document's title, and not the first heading of many alike."""
    if not shapes or shapes[0].kind is not BlockKind.HEADING or shapes[0].is_numbered:
        return False
    first, *others = (shape for shape in shapes if shape.kind is BlockKind.HEADING)
    top = max((shape.type for shape in others), default=(0, False))
    if first.type == top:
        alike = [shape for shape in others if shape.type == top]
        return any(shape.is_numbered for shape in alike) or (first.is_upper and not any(shape.is_upper for shape in alike))
    # A small first line may still be a letterhead, right above the title.
    return first.type > top or shapes[1].type != top
