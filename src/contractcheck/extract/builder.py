"""The only place where text is normalised: readers hand in raw pieces, `Builder` makes the Document."""

from __future__ import annotations

import re
import unicodedata

from contractcheck.document import Block, BlockKind, Document
from contractcheck.span import Span

PAGE_BREAK = "\f"
"""Stands in a raw piece where the next page begins, so that a paragraph may run over it."""

_MAX_HEADING_WORDS = 25
_MAX_STATEMENT_WORDS = 10
# In small letters or all in capitals: "Last Will" and "31 May" are titles.
_ENDS_IN_DUTY = re.compile(
    r"[^\W\d_] (?:(?:shall|will|must|may|agrees?)(?: not| only)?|(?:SHALL|WILL|MUST|AGREES?)(?: NOT| ONLY)?|MAY(?: NOT| ONLY))(?: ?[:—–-])?$"
)
_LEADS_IN = re.compile(
    r" (?:shall|will|must|may|agrees?)(?: [^\s].*)? (?:to|that|except|unless|if|by|and|or|including|following|follows)(?: ?[:—–-])?$"
)
_ASKS = re.compile(r"[\W\d]*(?:what|who|whom|whose|how|when|where|why|which)\b", re.IGNORECASE)

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class _Repairs(dict[int, str]):
    """A `str.translate` table that works out each character once, when it is first seen."""

    def __missing__(self, code_point: int) -> str:
        character = chr(code_point)
        if character.isspace():
            repaired = " "
        elif unicodedata.category(character) in _INVISIBLE:
            # Zero-width marks split words, bidi overrides show other words than they hold,
            # private-use glyphs are a font's bullets.
            repaired = ""
        else:
            repaired = character
        self[code_point] = repaired
        return repaired


_REPAIRS = _Repairs(_LIGATURES)


def tidy(raw: str) -> str:
    r"""`raw` as one line of clean text: NFC, single spaces, nothing invisible.

    Quotes and dashes stay as they are, for offsets and quotations must match what people see.

    >>> tidy(" de\u00adfi\u200bned\u00a0 \ufb01ne\n")
    'defined fine'
    """
    if not (raw.isascii() and raw.isprintable()):
        raw = unicodedata.normalize("NFC", raw.translate(_REPAIRS))
    return " ".join(raw.split())


def split_breaks(raw: str) -> list[str]:
    r"""The lines of `raw`, where a break in mid-sentence is no break.

    Pages and Word files use line breaks both to end a paragraph and to balance one.

    >>> split_breaks("a) first;\nb) second")
    ['a) first;', 'b) second']
    >>> split_breaks("the following\nproviders")
    ['the following providers']
    """
    lines: list[str] = []
    for line in (piece.strip() for piece in raw.split("\n")):
        if not line:
            continue
        if lines and re.match(r"[a-z]{2,}(?![\w.)])", line) and not re.search(r"[.;:!?]$", lines[-1]):
            lines[-1] += " " + line
        else:
            lines.append(line)
    return lines


def is_clause(text: str) -> bool:
    """Whether a "heading" is a clause or its beginning, set in a heading's type, as is common to get its number.

    >>> is_clause("3.2 The Vendor shall not"), is_clause("What You May Not Do"), is_clause("Whom we may disclose data to")
    (True, False, False)
    """
    words = text.count(" ") + 1
    if words > _MAX_HEADING_WORDS or (words > _MAX_STATEMENT_WORDS and text.endswith((".", ";", ":", ","))):
        return True
    return bool(_ENDS_IN_DUTY.search(text) or (_LEADS_IN.search(text) and not _ASKS.match(text)))


class Builder:
    """Collects blocks in reading order and turns them into a Document."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._blocks: list[Block] = []
        self._page_starts: list[int] = []
        self._warnings: list[str] = []
        self._offset = 0

    def start_page(self) -> None:
        """The next block begins a new page."""
        self._page_starts.append(self._offset)

    def warn(self, sentence: str) -> None:
        """Tell the user once what was left out or looks odd."""
        if sentence not in self._warnings:
            self._warnings.append(sentence)

    def add(self, raw: str, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, label: str = "") -> None:
        """Append one block; a piece without visible text is left out.

        `label` is recorded, not written: a number must already stand at the head of `raw`, a bullet
        must not, so that an item reads as words. Every PAGE_BREAK inside `raw` starts a page there.
        """
        # Before its own page breaks are counted: a block belongs to the page where it starts.
        page = len(self._page_starts) or None
        pieces = raw.split(PAGE_BREAK)
        text = tidy(raw)
        for index in range(1, len(pieces)):
            before = len(tidy(PAGE_BREAK.join(pieces[:index])))
            space = 1 if before and text[before : before + 1] == " " else 0
            self._page_starts.append(self._offset + min(before + space, len(text)))
        if not text:
            return
        if kind is BlockKind.HEADING and is_clause(text):
            kind, level = (BlockKind.LIST_ITEM, level) if label else (BlockKind.PARAGRAPH, 0)
        self._blocks.append(Block(Span(self._offset, self._offset + len(text)), kind, level, tidy(label), page))
        self._lines.append(text)
        self._offset += len(text) + 1

    @property
    def word_count(self) -> int:
        """Words collected so far."""
        return sum(len(line.split()) for line in self._lines)

    def build(self, path: str, format: str, sha256: str) -> Document:
        """The finished Document; the builder must not be used afterwards."""
        text = "\n".join(self._lines)
        starts = tuple(min(start, len(text)) for start in self._page_starts)
        return Document(path, format, sha256, text, tuple(self._blocks), starts, tuple(self._warnings))
