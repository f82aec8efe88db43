"""The text sources of the samples: a small part of Markdown, read into paragraphs that every writer can set.

Known are `#` headings, paragraphs, `- ` bullets, tables, `**bold**`, typed numbers ("1.", "1.1", "(a)") and tracked
changes in the manner of CriticMarkup with an author: `{--vendor:old--}{++vendor:new++}`.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

SOFT_HYPHEN = "\u00ad"

_NUMBER = re.compile(r"(\d+\.\d+|\d+\.|\([a-z]\))\s+")
_MARK = re.compile(r"\{(?P<sign>\+\+|--)(?P<author>\w+):(?P<changed>.*?)(?:\+\+|--)\}|\*\*(?P<bold>.*?)\*\*")


class Kind(StrEnum):
    """What a part of the text is."""

    TITLE = "title"
    HEADING = "heading"
    CLAUSE = "clause"
    ITEM = "item"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike; `author` has inserted or deleted them, or is "" where nothing changed."""

    text: str
    is_bold: bool = False
    author: str = ""
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, paragraph, item or table; `number` is its typed number, which the runs leave out."""

    kind: Kind
    number: str = ""
    runs: tuple[Run, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()  # of a table, the first is its head

    @property
    def text(self) -> str:
        """The words without the number."""
        return "".join(run.text for run in self.runs)

    @property
    def only_author(self) -> str:
        """Who inserted or deleted the whole part; "" when some of it was there and stays."""
        authors = {(run.author, run.is_deleted) for run in self.runs}
        return authors.pop()[0] if len(authors) == 1 else ""


def read_source(path: Path) -> tuple[Part, ...]:
    """The parts of a source file, in order."""
    text = html.unescape(path.read_text(encoding="utf-8"))
    parts: list[Part] = []
    for chunk in re.split(r"\n{2,}", text.strip()):
        lines = chunk.split("\n")
        if lines[0].startswith("- "):
            parts += [Part(Kind.BULLET, runs=_runs(line.removeprefix("- "))) for line in lines]
        elif lines[0].startswith("|"):
            rows = [tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in lines]
            parts.append(Part(Kind.TABLE, rows=(rows[0], *rows[2:])))  # rows[1] is the rule under the head
        else:
            parts.append(_part(" ".join(lines)))
    return tuple(parts)


def _part(text: str) -> Part:
    marks = re.match(r"#{1,2} ", text)
    kind = Kind.PARAGRAPH
    if marks:
        kind = Kind.TITLE if marks.end() == 2 else Kind.HEADING
        text = text[marks.end() :]
    runs = _runs(text)
    number = _NUMBER.match(runs[0].text)
    if not number:
        return Part(kind, runs=runs)
    first = Run(runs[0].text[number.end() :], runs[0].is_bold, runs[0].author, runs[0].is_deleted)
    if kind is Kind.PARAGRAPH:
        kind = Kind.ITEM if number.group(1).startswith("(") else Kind.CLAUSE
    return Part(kind, number.group(1), tuple(run for run in (first, *runs[1:]) if run.text))


def _runs(text: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    end = 0
    for mark in _MARK.finditer(text):
        runs.append(Run(text[end : mark.start()]))
        if mark["sign"]:
            runs.append(Run(mark["changed"], author=mark["author"], is_deleted=mark["sign"] == "--"))
        else:
            runs.append(Run(mark["bold"], is_bold=True))
        end = mark.end()
    runs.append(Run(text[end:]))
    return tuple(run for run in runs if run.text)


def words_of(runs: tuple[Run, ...]) -> list[tuple[str, bool]]:
    """The words of some runs, each with whether it is bold; a word that two runs share is set as its first letter is.

    >>> words_of((Run("“Data”", is_bold=True), Run(", and more")))
    [('“Data”,', True), ('and', False), ('more', False)]
    """
    letters = [(letter, run.is_bold) for run in runs for letter in run.text]
    words: list[tuple[str, bool]] = []
    for is_space, group in groupby(letters, key=lambda pair: pair[0] == " "):
        if not is_space:
            found = list(group)
            words.append(("".join(letter for letter, _ in found), found[0][1]))
    return words
