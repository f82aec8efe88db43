"""Plain text: hard-wrapped lines joined into paragraphs, headings guessed from their shape."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contractcheck.document import BlockKind
from contractcheck.extract.builder import Builder
from contractcheck.extract.charset import decode

BULLET = re.compile(r"[•●▪◦‣·○■□➢✓*+–—-]\s+(?=\S)")
LABEL = re.compile(r"(?:\((?:[a-zA-Z]{1,2}|[ivxIVX]{1,6}|\d{1,3})\)|(?:[a-zA-Z]|[ivx]{1,5}|\d{1,3})[.)]|\d{1,3}\.\d[\d.]*[.)]?)(?=\s+\S)")
"""An item's own number: "(a)", "iv.", "3)", "7.2.1"."""

_SECTION_NUMBER = re.compile(
    r"(?:(?:article|section|exhibit|schedule|annex|appendix|attachment|part)\s+(?:[\dIVXLC.]+|[A-Z])\b|(?:\d{1,2}|[IVX]{1,5}|[A-Z])\.(?:\d{1,2}\.?)*)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(str.split("a an and as at by for from in into of on or our the to us we with your you & is are do does"))
_RULE = re.compile(r"[\W_]*")
_MAX_WRAP = 130  # nobody wraps prose by hand wider than this; longer lines are whole paragraphs
_MAX_TITLE_WORDS = 12


def read_text(data: bytes, builder: Builder) -> None:
    """Add the paragraphs, items and headings of a plain text file."""
    add_plain(decode(data), builder)


def add_plain(raw: str, builder: Builder) -> None:
    """Add plain text whose only structure is its line ends, as in a .txt file or an HTML <pre>."""
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    width = wrap_width(lines)
    paragraphs = [(paragraph, follows_blank) for chunk in _chunks(lines) for paragraph, follows_blank in _chunk_paragraphs(chunk, width)]
    indents: list[int] = []
    for paragraph, stands_alone in paragraphs:
        text = paragraph.strip()
        if _RULE.fullmatch(text):
            continue
        if stands_alone and is_title(text):
            indents.clear()
            builder.add(text, BlockKind.HEADING, level=heading_level(text))
        elif bullet := BULLET.match(text):
            builder.add(text[bullet.end() :], BlockKind.LIST_ITEM, level=nesting(indents, paragraph), label="•")
        elif label := LABEL.match(text):
            builder.add(text, BlockKind.LIST_ITEM, level=nesting(indents, paragraph), label=label.group())
        else:
            indents.clear()
            builder.add(text)


def wrap_width(lines: Iterable[str]) -> int:
    """The column at which the lines were wrapped by hand; 0 where each line is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    # The last few per cent hold URLs and tables that stick out.
    width = lengths[int(len(lengths) * 0.95)]
    return width if 40 <= width <= _MAX_WRAP else 0


def continues(previous: str, line: str, width: int) -> bool:
    """Whether `line` goes on with the paragraph of `previous`, when no blank line parts them.

    It does when its first word would not have fitted on the line before, or starts in lower case.
    """
    words = line.split(None, 1)
    if not words:
        return False
    if re.match(r"[a-z]{2,}", words[0]) and not re.match(r"[ivx]+[.)]", words[0]):
        return True
    return bool(width) and len(previous.rstrip()) + 1 + len(words[0]) > width * 0.85


def nesting(indents: list[int], line: str) -> int:
    """Depth from 1 of an item that begins at the indent of `line`; `indents` is the open stack."""
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    while indents and indent < indents[-1]:
        indents.pop()
    if not indents or indent > indents[-1]:
        indents.append(indent)
    return len(indents)


def is_title(text: str) -> bool:
    """Whether a line that stands alone reads as a heading.

    >>> is_title("7. Governing Law"), is_title("CONFIDENTIALITY"), is_title("Data We Collect")
    (True, True, True)
    >>> is_title("7. The Provider shall delete all data."), is_title("by and between")
    (False, False)
    """
    words = text.split()
    if not words or len(words) > _MAX_TITLE_WORDS or len(text) > 90 or text.endswith((";", ",")):
        return False
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 3:
        return False
    if all(character.isupper() for character in letters):
        return True
    numbered = _SECTION_NUMBER.match(text)
    body = text[numbered.end() :].split() if numbered else words
    if text.endswith((".", ":")) and not (numbered and len(body) <= 5 and text.endswith(".")):
        return False
    capitalised = [word for word in body if word.lower() not in _SMALL_WORDS and word[:1].isalpha()]
    if any(not word[:1].isupper() for word in capitalised):
        return text.endswith("?") and words[0][:1].isupper()
    return bool(capitalised) or bool(numbered)


def heading_level(text: str) -> int:
    """Depth a heading's own number shows ("2.1 Term" is 2), 0 without a number."""
    number = re.match(r"\d{1,2}(?:\.\d{1,2})*(?!\d)", text)
    return number.group().count(".") + 1 if number else 0


def _chunks(lines: list[str]) -> Iterable[list[str]]:
    chunk: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []


def _chunk_paragraphs(chunk: list[str], width: int) -> Iterable[tuple[str, bool]]:
    """The paragraphs between two blank lines, each with whether it may be a title."""
    current = chunk[0]
    previous = chunk[0]
    alone = True
    for line in chunk[1:]:
        stripped = line.strip()
        starts_item = BULLET.match(stripped) or LABEL.match(stripped)
        if not starts_item and not _RULE.fullmatch(previous) and continues(previous, line, width):
            current = _join(current, stripped)
            alone = False
        else:
            yield current, alone
            current, alone = line, bool(_RULE.fullmatch(previous)) or bool(re.match(r"\s*\d", line))
        previous = line
    yield current, alone


def _join(paragraph: str, line: str) -> str:
    # "non-" at a line end may be a real compound; text files rarely hyphenate, so the hyphen stays.
    if re.search(r"\w-$", paragraph) and re.match(r"(?!(?:and|or|nor|and/or)\b)[a-z\d]", line):
        return paragraph + line
    return paragraph.rstrip() + " " + line
