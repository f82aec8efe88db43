"""Markdown: its marks become block kinds, and only the words people would see remain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from contractcheck.document import BlockKind
from contractcheck.extract.builder import Builder, split_breaks, tidy
from contractcheck.extract.charset import decode
from contractcheck.extract.inline_markdown import plain
from contractcheck.extract.text import LABEL, continues, nesting, wrap_width

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?:[ \t]*(?:[\w-]+[ \t]*:.*|- .*|#.*|[ \t]+.*)?\n){1,60}?(?:---|\.\.\.)[ \t]*\n")
_HIDDEN_STARTS = re.compile(r"<!--|<(script|style|noscript)\b", re.IGNORECASE)
_ATX = re.compile(r"(#{1,6})(?:[ \t]+|(?=[A-Z0-9*]{2}))(.*?)[ \t]*#*[ \t]*$")
_SETEXT = re.compile(r"\s{0,3}(=+|-{2,})\s*$")
_HTML_HEADING = re.compile(r"\s*<h([1-6])\b[^>]*>(.*?)(?:</h\1\s*>)?\s*$", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+)$")
_ITEM = re.compile(r"(\s*)([-*+•]|\d{1,9}[.)])(?:\s+(.*)|$)")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_DEFINITION = re.compile(r"\s{0,3}\[([^\]^][^\]]*)\]:\s*<?(?:https?:|mailto:|/|#|\.)\S*\s*(?:[\"'(].*)?$")
_FOOTNOTE = re.compile(r"\s{0,3}\[\^([^\]]+)\]:\s*(.*)$")
_BOLD_ONLY = re.compile(r"\s*(\*\*\*?|__)(?=\S)((?:(?!\1).)+)(?<=\S)\1\s*:?\s*(?:  )?$")
_MAX_TITLE_WORDS = 15
_MAX_NESTING = 9


def read_markdown(data: bytes, builder: Builder) -> None:
    """Add the blocks of a Markdown file; front matter, comments and images are left out."""
    raw = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    raw = _without_hidden(_FRONT_MATTER.sub("", raw, count=1))
    reader = _Reader(builder, raw.split("\n"))
    reader.read()


def _without_hidden(raw: str) -> str:
    """`raw` without comments and scripts; one that never ends is shown, as browsers of Markdown do."""
    kept: list[str] = []
    lowered = raw.lower()
    position = 0
    endless: set[str] = set()
    for start in _HIDDEN_STARTS.finditer(raw):
        ending = f"</{start.group(1).lower()}" if start.group(1) else "-->"
        if start.start() < position or ending in endless:
            continue
        end = lowered.find(ending, start.end())
        if end < 0:
            endless.add(ending)
            continue
        kept.append(raw[position : start.start()])
        closed = raw.find(">", end + 2) + 1
        position = closed or len(raw)
    return " ".join([*kept, raw[position:]])


@dataclass(slots=True)
class _Reader:
    """Goes through the lines once; `pending` is the block that may still grow."""

    builder: Builder
    lines: list[str]
    pending: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    indents: list[int] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    footnotes: list[tuple[str, str]] = field(default_factory=list)

    def read(self) -> None:
        width = wrap_width(self.lines)
        index = 0
        after_blank = True
        while index < len(self.lines):
            line = re.sub(r"^\s{0,3}(?:>\s?)+", "", self.lines[index])
            following = self.lines[index + 1] if index + 1 < len(self.lines) else ""
            index += 1
            if not line.strip() or _FENCE.match(line) or _DEFINITION.match(line):
                self._flush()
                after_blank = True
            elif "|" in line and "-" in following and "|" in following and _DELIMITERS.match(following):
                self._flush()
                index = self._table(index - 1)
                after_blank = True
            elif self.pending and not after_blank and _SETEXT.match(line) and self.kind is BlockKind.PARAGRAPH:
                self._setext(1 if "=" in line else 2)
                after_blank = True
            elif _RULE.match(line):
                self._flush()
                after_blank = True
            else:
                self._line(line, after_blank, width)
                after_blank = False
        self._flush()
        for name, text in self.footnotes:
            self.builder.add(f"{name} {plain(text)}", BlockKind.FOOTNOTE, label=name)

    def _line(self, line: str, after_blank: bool, width: int) -> None:
        if footnote := _FOOTNOTE.match(line):
            self._flush()
            self.footnotes.append((footnote.group(1), footnote.group(2)))
        elif heading := _ATX.match(line.strip()) or _HTML_HEADING.match(line):
            self._flush()
            level = int(heading.group(1)) if heading.group(1).isdigit() else len(heading.group(1))
            self._heading(heading.group(2), level)
        elif item := _ITEM.match(line):
            self._flush()
            self._item(item.group(1), item.group(2), item.group(3) or "")
        elif (title := _BOLD_ONLY.match(line)) and len(title.group(2).split()) <= _MAX_TITLE_WORDS and not self._in_sentence(after_blank):
            self._flush()
            self._heading(line, 0)
        elif self.pending and not after_blank and self._goes_on(line, width):
            self.pending.append(line)
        else:
            self._flush()
            if not line[:1].isspace():
                self.indents.clear()
                self.numbers.clear()
            label = LABEL.match(line.strip().lstrip("*_"))
            if label and not re.match(r"\d", label.group()):
                self.kind, self.level, self.label = BlockKind.LIST_ITEM, 1, label.group()
            self.pending = [line]

    def _in_sentence(self, after_blank: bool) -> bool:
        """A bold line in the middle of a wrapped sentence is emphasis, not a heading."""
        return bool(self.pending) and not after_blank and bool(re.search(r"[a-z,]\s?$", self.pending[-1]))

    def _goes_on(self, line: str, width: int) -> bool:
        previous = self.pending[-1]
        if previous.endswith(("  ", "\\")) or re.search(r"<br\s*/?>\s*$", previous, re.IGNORECASE):
            return False
        if re.match(r"\s*(?:\*\*|__)", line) and not re.search(r"[a-z,]\s?$", previous):
            return False
        if LABEL.match(line.strip()) and not re.match(r"\d", line.strip()):
            return False
        return continues(previous, plain(line), width)

    def _item(self, indent: str, mark: str, text: str) -> None:
        if heading := _ATX.match(text) or _HTML_HEADING.match(text):
            level = int(heading.group(1)) if heading.group(1).isdigit() else len(heading.group(1))
            return self._heading(heading.group(2), level)
        level = nesting(self.indents, indent + "x")
        for deeper in [key for key in self.numbers if key > level]:
            del self.numbers[deeper]
        label = "•"
        if mark[0].isdigit():
            # "1. 1. 1." is shown as 1, 2, 3; other numbers are the author's own.
            number = int(mark[:-1])
            if self.numbers.get(level, 0) and number == 1:
                number = self.numbers[level] + 1
            self.numbers[level] = number
            label = f"{number}{mark[-1]}"
            text = f"{label} {text}"
        nested = _ITEM.match(text) if label == "•" and level < _MAX_NESTING else None
        if nested and nested.group(3):
            return self._item(indent + "  ", nested.group(2), nested.group(3))
        self.kind, self.level, self.label = BlockKind.LIST_ITEM, level, label
        self.pending = [text]
        return None

    def _heading(self, raw: str, level: int) -> None:
        self.indents.clear()
        self.numbers.clear()
        self.builder.add(plain(raw), BlockKind.HEADING, level=level)

    def _setext(self, level: int) -> None:
        whole = " ".join(self.pending)
        if len(whole.split()) <= _MAX_TITLE_WORDS:
            title, self.pending = whole, []
        else:
            title = self.pending.pop()
        self._flush()
        self._heading(title, level)

    def _table(self, index: int) -> int:
        """Add the rows from line `index` on; the index of the first line after them."""
        while index < len(self.lines) and "|" in self.lines[index]:
            line = self.lines[index].strip()
            index += 1
            if _DELIMITERS.match(line):
                continue
            cells = [tidy(plain(cell)) for cell in re.split(r"(?<!\\)\|", line.strip("|"))]
            self.builder.add(" | ".join(cell for cell in cells if cell), BlockKind.TABLE_ROW)
        return index

    def _flush(self) -> None:
        if self.pending:
            text = plain(" ".join(line.strip().removesuffix("\\") for line in self.pending))
            for number, piece in enumerate(split_breaks(text)):
                if number == 0:
                    self.builder.add(piece, self.kind, level=self.level, label=self.label)
                else:
                    self.builder.add(piece)
        self.pending = []
        self.kind, self.level, self.label = BlockKind.PARAGRAPH, 0, ""
