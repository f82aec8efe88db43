"""Clause numbers at the start of a line, as statutes, contracts and policies write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """How deep a number of this shape usually stands; smaller is higher."""

    ARTICLE = 1  # Article IV, Section 3, Exhibit A, Part 2
    DECIMAL = 2  # 7. or 7) or § 7; 7.2 is one deeper for each point
    UPPER = 5  # A.
    LETTER = 6  # (a) a) a.
    ROMAN = 7  # (i) i.
    BULLET = 8


@dataclass(frozen=True, slots=True)
class Label:
    """A number as written, its depth (smaller is higher) and where the words after it begin."""

    text: str
    rank: int
    end: int


_ARTICLE = re.compile(r"(?:article|section|part|exhibit|schedule|annex|appendix|attachment)\s+(?:[ivxlc]+|\d+(?:\.\d+)*|[a-z])\b[.:)]?\s*[-–—:]?\s*", re.I)
_DECIMAL = re.compile(r"(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,5})(?:[.):]|(?=\s))\s*(?=\S)")
_UPPER = re.compile(r"([A-Z])[.)]\s+(?=\S)")
_ROMAN = re.compile(r"\(?((?:x{0,3})(?:ix|iv|v?i{1,3}|v|x))[.)]\s*(?=\S)", re.I)
_LETTER = re.compile(r"\(?([a-z]{1,2}|[A-Z])\)\s*(?=\S)|([a-z])\.\s+(?=\S)")
_BULLET = re.compile(r"[•●▪◦■–—*·➢✓✔✅❌☐☑☒-]\s*(?=\S)")

# "7.2 million", "2 years", "10 business days": an amount, not a number of a clause.
_AMOUNT = re.compile(r"(?:%|\$|million|billion|thousand|hours?|days?|business|weeks?|months?|years?|percent|minutes?)\b", re.I)


def label_of(text: str, previous: str | None = None) -> Label | None:
    """The clause number `text` begins with, or None.

    A single letter that is also a roman numeral ("(i)", "(v)") is roman unless `previous`, the
    label before it at the same depth, is the letter before it in the alphabet.

    >>> label_of("7.2 Term of the agreement")
    Label(text='7.2', rank=3, end=4)
    >>> label_of("(i) if, and only if", previous="(h)").rank == Rank.LETTER
    True
    >>> label_of("7.2 million euros") is None
    True
    """
    if match := _ARTICLE.match(text):
        words = match.group().rstrip(" -–—:.)")
        # "Section 7 applies to ..." is prose; a heading goes on with a capital or ends here.
        rest = text[match.end() :]
        if not rest or rest[0].isupper() or match.group().rstrip()[-1:] in ".:-–—":
            return Label(words, Rank.ARTICLE, match.end())
        return None
    if match := _DECIMAL.match(text):
        digits = match.group(1)
        after = text[match.end() :]
        is_bare = match.group().rstrip()[-1:].isdigit()
        if _AMOUNT.match(after) or (is_bare and not after[:1].isupper() and after[:1] not in "“\"(") or (is_bare and int(digits.split(".")[0]) > 60):
            return None
        return Label(digits, Rank.DECIMAL + digits.count("."), match.end())
    if match := _ROMAN.match(text):
        roman = match.group(1)
        is_next_letter = previous is not None and len(roman) == 1 and previous.strip("().").lower() == chr(ord(roman.lower()) - 1)
        return Label(match.group().strip(), Rank.LETTER if is_next_letter else Rank.ROMAN, match.end())
    if match := _UPPER.match(text):
        return Label(match.group().strip(), Rank.UPPER, match.end())
    if match := _LETTER.match(text):
        return Label(match.group().strip(), Rank.LETTER, match.end())
    if match := _BULLET.match(text):
        return Label("", Rank.BULLET, match.end())
    return None
