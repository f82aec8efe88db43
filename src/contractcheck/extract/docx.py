"""Word documents: a walk over the XML that reads the text as it stands once all changes are accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contractcheck.document import BlockKind
from contractcheck.errors import ExtractError
from contractcheck.extract.builder import Builder, split_breaks, tidy
from contractcheck.extract.docx_numbering import Numbering
from contractcheck.extract.docx_package import Package, W
from contractcheck.extract.docx_styles import Styles, heading_level, is_on, list_place, read_styles
from contractcheck.extract.text import LABEL

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo")
)
_REMOVED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_SKIPPED = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "instrText", "delText", "sectPr"))
_SYMBOLS = {"FE": "☒", "FD": "☒", "A8": "☐", "6F": "☐", "FC": "✓", "52": "☑", "B7": "•", "A7": "§"}
_MAX_TITLE_WORDS = 12
_MAX_ROW_WORDS = 150


def read_docx(data: bytes, builder: Builder) -> None:
    """Add the blocks of a Word document: body in order, then foot- and endnotes."""
    package = Package(data)
    root = package.xml(package.main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise ExtractError("corrupt", "the Word file has no body", "open it in Word and save it again")
    walk = _Walk(builder, read_styles(package.beside("styles.xml")), Numbering(package.beside("numbering.xml")))
    walk.blocks(body)
    walk.end_paragraph()
    for part, note in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        walk.notes(package.beside(part), note)
    _warn(walk, package, builder)


def _warn(walk: _Walk, package: Package, builder: Builder) -> None:
    if walk.insertions or walk.deletions:
        builder.warn(
            f"the document has tracked changes: {_count(walk.insertions, 'insertion')} read as part of the text, "
            f"{_count(walk.deletions, 'deletion')} left out"
        )
    if walk.hidden_words:
        builder.warn(f"{_count(walk.hidden_words, 'word')} of hidden text left out; Word shows and prints the document without them")
    if walk.has_foreign_chunk:
        builder.warn("the document embeds another file whose text was not read; open it in Word and save it again")
    comments = package.beside("comments.xml")
    if comments is not None and (count := len(comments.findall(f"{W}comment"))):
        builder.warn(f"{_count(count, 'comment')} in the margin not read")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@dataclass(slots=True)
class _Walk:
    """State while going through the document once."""

    builder: Builder
    styles: Styles
    numbering: Numbering
    insertions: int = 0
    deletions: int = 0
    hidden_words: int = 0
    has_foreign_chunk: bool = False
    carried: str = ""  # text of a paragraph whose end mark was deleted: it goes on in the next one
    boxes: list[_Element] = field(default_factory=list)
    style_is_hidden: bool = False

    def blocks(self, parent: _Element) -> None:
        """Add every paragraph and table under `parent`."""
        for child in parent:
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child)
            elif child.tag == f"{W}altChunk":
                self.has_foreign_chunk = True
            elif child.tag == _ALTERNATIVES:
                self.blocks(_chosen(child))
            elif child.tag in _WRAPPERS:
                self.blocks(child)

    def paragraph(self, node: _Element) -> None:
        properties = node.find(f"{W}pPr")
        style_node = properties.find(f"{W}pStyle") if properties is not None else None
        style_id = style_node.get(f"{W}val") if style_node is not None else None
        style = self.styles.get(style_id)
        self.style_is_hidden = style.is_hidden
        raw = self.carried + self.text(node)
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and mark.find(f"{W}del") is not None:
            self.carried = raw
            return
        self.carried = ""
        text = tidy(raw)
        if text:
            label, level = self._number(properties, style_id)
            heading = heading_level(properties)
            heading = style.heading if heading is None else heading
            if not heading and not label and _is_bold_title(node, text, style.is_bold):
                self.builder.add(raw, BlockKind.HEADING)
            else:
                self._emit(raw, label, level, heading)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def _emit(self, raw: str, label: str, level: int, heading: int) -> None:
        shown = f"{label} " if label and label != "•" else ""
        if heading:
            self.builder.add(shown + raw, BlockKind.HEADING, level=heading, label=label)
            return
        for number, piece in enumerate(split_breaks(raw)):
            typed = LABEL.match(piece)
            if number == 0 and label:
                self.builder.add(shown + piece, BlockKind.LIST_ITEM, level=level + 1, label=label)
            elif typed and not re.match(r"\d", piece):
                self.builder.add(piece, BlockKind.LIST_ITEM, level=1, label=typed.group())
            else:
                self.builder.add(piece)

    def end_paragraph(self) -> None:
        """Add what a deleted last paragraph mark left over."""
        if self.carried:
            self.builder.add(self.carried)
            self.carried = ""

    def _number(self, properties: _Element | None, style_id: str | None) -> tuple[str, int]:
        """Label and level (from 0) of a paragraph's automatic number."""
        style = self.styles.get(style_id)
        num_id, level = list_place(properties)
        if num_id is None:
            num_id = style.num_id
        if not num_id or num_id == "0":
            return "", 0
        if level is None:
            tied = self.numbering.level_of_style(num_id, style_id or self.styles.default)
            level = tied if tied is not None else style.list_level or 0
        # Word stores automatic numbers outside the text; without this "7.2" vanishes and every
        # cross-reference in the contract points nowhere.
        return self.numbering.label(num_id, level), level

    def text(self, node: _Element) -> str:
        """The text of a paragraph; line breaks are newlines, text boxes wait in `boxes`."""
        pieces: list[str] = []
        self._gather(node, pieces)
        return "".join(pieces)

    def _gather(self, node: _Element, pieces: list[str]) -> None:
        for child in node:
            tag = child.tag
            if tag == f"{W}t":
                pieces.append((child.text or "").replace("\n", " "))
            elif tag == f"{W}r":
                if self._is_hidden(child):
                    self.hidden_words += len(_letters(child).split())
                else:
                    self._gather(child, pieces)
            elif tag in _REMOVED:
                self.deletions += 1
            elif tag in _SKIPPED:
                continue
            elif tag in (f"{W}tab", f"{W}ptab"):
                pieces.append(" ")
            elif tag in (f"{W}br", f"{W}cr"):
                pieces.append("\n")
            elif tag == f"{W}noBreakHyphen":
                pieces.append("-")
            elif tag == f"{W}sym":
                pieces.append(_symbol(child))
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif tag == _ALTERNATIVES:
                self._gather(_chosen(child), pieces)
            else:
                self.insertions += tag in (f"{W}ins", f"{W}moveTo")
                self._gather(child, pieces)

    def _is_hidden(self, run: _Element) -> bool:
        hidden = is_on(run.find(f"{W}rPr"), "vanish")
        return self.style_is_hidden if hidden is None else hidden

    def table(self, node: _Element) -> None:
        rows = [row for row in _inside(node, "tr") if not _is_removed(row)]
        self.deletions += sum(1 for row in _inside(node, "tr") if _is_removed(row))
        for row in rows:
            cells = list(_inside(row, "tc"))
            words = sum(len(_letters(cell).split()) for cell in cells)
            if len(cells) == 1 or words > _MAX_ROW_WORDS:
                # A frame around clauses, not a row of data.
                for cell in cells:
                    self.blocks(cell)
                continue
            texts = []
            for cell in cells:
                inner = _Walk(Builder(), self.styles, self.numbering)
                inner.blocks(cell)
                inner.end_paragraph()
                self.insertions += inner.insertions
                self.deletions += inner.deletions
                self.hidden_words += inner.hidden_words
                texts.append(tidy(inner.builder.build("", "", "").text))
            self.builder.add(" | ".join(text for text in texts if text), BlockKind.TABLE_ROW)

    def notes(self, root: _Element | None, name: str) -> None:
        """Add the foot- or endnotes of a part, numbered from 1 as Word shows them."""
        number = 0
        for note in root.findall(f"{W}{name}") if root is not None else ():
            if note.get(f"{W}type") not in (None, "normal"):
                continue  # the separator lines
            number += 1
            texts = [self.text(paragraph) for paragraph in note.iter(f"{W}p")]
            if tidy(" ".join(texts)):
                self.builder.add(f"{number} {' '.join(texts)}", BlockKind.FOOTNOTE, label=str(number))


def _chosen(alternatives: _Element) -> _Element:
    """One branch of AlternateContent: both hold the same text, for newer and older programs."""
    branches = list(alternatives)
    return next((branch for branch in branches if next(branch.iter(f"{W}t"), None) is not None), branches[0] if branches else alternatives)


def _inside(node: _Element, name: str) -> list[_Element]:
    """Rows of a table or cells of a row, through content controls and insertions around them."""
    found: list[_Element] = []
    for child in node:
        if child.tag == f"{W}{name}":
            found.append(child)
        elif child.tag in _WRAPPERS:
            found.extend(_inside(child, name))
    return found


def _letters(node: _Element) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t"))


def _is_removed(row: _Element) -> bool:
    properties = row.find(f"{W}trPr")
    return properties is not None and properties.find(f"{W}del") is not None


def _is_bold_title(node: _Element, text: str, style_is_bold: bool) -> bool:
    """Whether a whole short paragraph is set in bold, the heading of those who use no styles."""
    if len(text.split()) > _MAX_TITLE_WORDS or re.search(r"[.;,]$", text) or not any(character.isalpha() for character in text):
        return False
    for run in node.iter(f"{W}r"):
        if not _letters(run).strip():
            continue
        bold = is_on(run.find(f"{W}rPr"), "b")
        if not (style_is_bold if bold is None else bold):
            return False
    return True


def _symbol(node: _Element) -> str:
    if "wingdings" not in (node.get(f"{W}font") or "").lower() and "symbol" not in (node.get(f"{W}font") or "").lower():
        return ""
    return _SYMBOLS.get((node.get(f"{W}char") or "")[-2:].upper(), "")
