"""Saved web pages: everything a reader would take for the text, without the site around it.

Recall first: what could hold a clause is kept, hidden accordion panels included. Only what is
navigation, script or a consent banner by its own mark-up is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contractcheck.document import BlockKind
from contractcheck.errors import ExtractError
from contractcheck.extract.builder import Builder, split_breaks, tidy
from contractcheck.extract.charset import decode
from contractcheck.extract.html_chrome import is_chrome
from contractcheck.extract.numerals import format_number
from contractcheck.extract.text import LABEL, add_plain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_CHARACTERS = 30_000_000
_MAX_DEPTH = 180  # real pages stay below 60; beyond this the rest of a branch is read as bare text

_MAX_OPEN_TAGS = 15_000  # the parser's time grows with the square of the depth: 0.3 s here
_NESTABLE = re.compile(r"<(/?)(?:div|span|font|b|i|em|strong|section|article|ul|ol|table|blockquote|form)\b", re.IGNORECASE)

_BLOCKS = frozenset(
    str.split(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
        "h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
    )
)
_CELL_BLOCKS = "table, h1, h2, h3, h4, ul, ol, p + p, div + div, section, article"
_MAX_ROW_WORDS = 120
_MAX_TITLE_WORDS = 12
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CSS_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "",
}
_BULLETS = "bullet"


def read_html(data: bytes, builder: Builder) -> None:
    """Add the blocks of a saved page."""
    from selectolax.lexbor import LexborHTMLParser

    raw = decode(data)
    if len(raw) > MAX_CHARACTERS:
        raise ExtractError("too-large", f"the page has {len(raw):,} characters", "save only the agreement's own page")
    if _open_tags(raw) > _MAX_OPEN_TAGS:
        raise ExtractError("corrupt", "the page nests its elements without end", "save it again as a complete web page")
    body = LexborHTMLParser(raw).body
    if body is None:
        raise ExtractError("corrupt", "the page has no body", "save it again as a complete web page")
    reader = _Reader(builder)
    reader.children(body, 0)
    reader.flush()


@dataclass(slots=True)
class _List:
    """An open list: how its items are numbered and the number of the next one."""

    style: str  # _BULLETS, "" for no mark at all, else a number format
    number: int = 1


@dataclass(slots=True)
class _Reader:
    """Walks the tree; inline text gathers in `pieces` until a block begins or ends."""

    builder: Builder
    pieces: list[str] = field(default_factory=list)
    bold_length: int = 0
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    number: str = ""  # of the open item, until its first words come
    lists: list[_List] = field(default_factory=list)

    def children(self, node: LexborNode, depth: int, *, bold: bool = False) -> None:
        child = node.child
        while child is not None:
            self.node(child, depth, bold)
            child = child.next

    def node(self, node: LexborNode, depth: int, bold: bool) -> None:
        tag = node.tag or ""
        if tag == "-text":
            text = node.text_content or ""
            self.pieces.append(re.sub(r"\s+", " ", text))
            if bold:
                self.bold_length += len(text.strip())
            return
        if tag.startswith(("-", "!")) or is_chrome(node):
            return
        if depth > _MAX_DEPTH:
            self.pieces.append(" " + re.sub(r"\s+", " ", node.text(deep=True, separator=" ")) + " ")
        elif tag == "br":
            self.pieces.append("\n")
        elif tag in _BLOCKS:
            self.flush()
            self.block(node, tag, depth + 1)
            self.flush()
        else:
            self.children(node, depth + 1, bold=bold or tag in ("b", "strong"))

    def block(self, node: LexborNode, tag: str, depth: int) -> None:
        if re.fullmatch(r"h[1-6]", tag):
            self.kind, self.level = BlockKind.HEADING, int(tag[1])
            self.children(node, depth)
        elif tag in ("ul", "ol", "menu", "dir"):
            self.lists.append(_List(*_numbering(node, tag)))
            self.children(node, depth)
            self.flush()
            self.lists.pop()
        elif tag == "li":
            self.item(node, depth)
        elif tag == "tr":
            self.row(node, depth)
        elif tag == "pre":
            self.preformatted(node, depth)
        else:
            self.children(node, depth)

    def item(self, node: LexborNode, depth: int) -> None:
        enclosing = self.lists[-1] if self.lists else _List(_BULLETS)
        value = node.attributes.get("value") or ""
        if re.fullmatch(r"-?\d{1,6}", value):
            enclosing.number = int(value)
        self.kind, self.level, self.label, self.number = BlockKind.LIST_ITEM, max(len(self.lists), 1), "", ""
        typed = LABEL.match(tidy(node.text(deep=True)[:80]))
        if enclosing.style == _BULLETS:
            self.label = "•"
        elif typed:  # in a list without marks; some pages type the number as well as using a numbered list
            self.label = typed.group()
        elif enclosing.style:
            self.label = f"{format_number(enclosing.number, enclosing.style)}."
            self.number = self.label + " "
        enclosing.number += 1
        self.children(node, depth)
        self.flush()
        self._reset()

    def row(self, node: LexborNode, depth: int) -> None:
        cells = [child for child in node.iter() if child.tag in ("td", "th")]
        if len(cells) < 2 or any(_is_layout(cell) for cell in cells):
            for cell in cells or [node]:
                self.flush()
                self.children(cell, depth + 1)
                self.flush()
            return
        texts = []
        for cell in cells:
            inner = _Reader(Builder())
            inner.children(cell, depth + 1)
            inner.flush()
            texts.append(tidy(inner.builder.build("", "", "").text))
        self.builder.add(" | ".join(text for text in texts if text), BlockKind.TABLE_ROW)

    def preformatted(self, node: LexborNode, depth: int) -> None:
        if node.css_first("p, div, li, h1, h2, h3"):
            self.children(node, depth)
        else:
            add_plain(node.text(deep=True), self.builder)

    def flush(self) -> None:
        raw = "".join(self.pieces)
        text = tidy(raw)
        self.pieces.clear()
        # "<li><p>text": an item waits for its first words, whatever blocks stand around them.
        if text:
            self._emit(self.number + raw, text)
        if text or self.kind is not BlockKind.LIST_ITEM:
            self._reset()

    def _emit(self, raw: str, text: str) -> None:
        bold = self.bold_length >= 0.9 * len(text.replace(" ", "")) and len(text.split()) <= _MAX_TITLE_WORDS
        if self.kind is BlockKind.PARAGRAPH and bold and not re.search(r"[.;,]$", text):
            self.kind, self.level = BlockKind.HEADING, 0
        if self.kind is BlockKind.HEADING:
            self.builder.add(raw, self.kind, level=self.level)
            return
        for number, piece in enumerate(split_breaks(raw)):
            label = LABEL.match(piece)
            if number == 0 and self.kind is BlockKind.LIST_ITEM:
                self.builder.add(piece, self.kind, level=self.level, label=self.label)
            elif label and not label.group()[0].isdigit():
                self.builder.add(piece, BlockKind.LIST_ITEM, level=1, label=label.group())
            else:
                self.builder.add(piece)

    def _reset(self) -> None:
        self.pieces.clear()
        self.bold_length = 0
        self.kind, self.level, self.label, self.number = BlockKind.PARAGRAPH, 0, "", ""


def _numbering(node: LexborNode, tag: str) -> tuple[str, int]:
    """Style, as in _List, and first number of a list."""
    style = _LIST_STYLES.get(node.attributes.get("type") or "", "decimal") if tag == "ol" else _BULLETS
    css = re.search(r"list-style(?:-type)?\s*:\s*([a-z-]+)", node.attributes.get("style") or "")
    if css:
        style = _CSS_STYLES.get(css.group(1), style)
    start = node.attributes.get("start") or ""
    return style, int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1


def _is_layout(cell: LexborNode) -> bool:
    """Whether a table cell holds a piece of the document rather than a datum."""
    return cell.css_first(_CELL_BLOCKS) is not None or len(cell.text(deep=True).split()) > _MAX_ROW_WORDS


def _open_tags(raw: str) -> int:
    """The deepest nesting the tags of a page could give."""
    depth = deepest = 0
    for tag in _NESTABLE.finditer(raw):
        depth += -1 if tag.group(1) else 1
        deepest = max(deepest, depth)
    return deepest
