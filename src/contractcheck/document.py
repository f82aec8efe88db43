"""A file turned into one text with places: what `extract` makes and everything else reads."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from contractcheck.span import Span


class BlockKind(StrEnum):
    """What the file itself says a block is (layout or mark-up, not interpretation)."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of the text: one line of `Document.text`, without its newline.

    `level`: heading depth from 1 for headings; nesting depth from 1 for list items; 0 where the
    format does not say. `label` is the number or bullet shown before the text ("7.2", "(a)", "•");
    a number stands at the head of the text too, a bullet stands here alone. `page` counts from 1;
    None where the format has no pages.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    label: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span stands, for people: page from 1 (None without pages) and line from 1."""

    page: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one file and where everything in it stands.

    `text` is NFC with `\\n` between blocks and no other line ends; blocks are in reading order, do not
    overlap, and contain no newline. `page_starts[i]` is the offset where page i + 1 begins (empty
    where the format has no pages). `warnings` are sentences for the user. `path` is as typed.
    """

    path: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    page_starts: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def word_count(self) -> int:
        """Words as white space separates them."""
        return len(self.text.split())

    @property
    def page_count(self) -> int | None:
        """Number of pages; None where the format has none."""
        return len(self.page_starts) or None

    def locate(self, span: Span) -> Place:
        """The page and line where `span` begins."""
        page = bisect_right(self.page_starts, span.start) if self.page_starts else None
        return Place(page, self.text.count("\n", 0, span.start) + 1)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be turned into a Document, and why."""

    path: str
    format: str
    sha256: str
    kind: str  # one of ExtractError.KINDS
    message: str
    hint: str
