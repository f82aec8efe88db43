"""Parts of a source as a Word file: automatic numbers, tables, tracked changes, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml.etree import _Element
from source import Kind, Part, Run

_WRITTEN = datetime(2025, 1, 2, 9, 0, tzinfo=UTC)
_CHANGED = "2025-02-03T10:00:00Z"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL_OF = {Kind.HEADING: 0, Kind.CLAUSE: 1, Kind.ITEM: 2}
_LEVELS = (("decimal", "%1.", 432, 432), ("decimal", "%1.%2", 576, 576), ("lowerLetter", "(%3)", 1008, 432))
"""For each level: number format, pattern, indent and hanging indent in twentieths of a point."""
_UNWANTED = ("/thumbnail", "/customXml", "/stylesWithEffects")
"""Ends of relation types in python-docx's template: a picture, an empty data store and styles that only Word 2010 read."""
_STYLES = {"Normal", "Title", "Heading2", "ListBullet", "TableGrid", "Footer"}


def docx_bytes(parts: Sequence[Part], *, title: str, footer: str, authors: Mapping[str, str] | None = None) -> bytes:
    """A Word file of `parts`; `authors` gives the full names behind those of the source's changes."""
    document = docx.Document()
    _set_properties(document, title)
    _set_styles(document)
    _set_numbering(document)
    _Writer(document, authors or {}).write(parts)
    _set_footer(document, footer)
    _drop_unused(document)
    stream = io.BytesIO()
    document.save(stream)
    return _repacked(stream.getvalue())


def _repacked(data: bytes) -> bytes:
    """The archive with fixed dates and attributes, stored: compressed bytes differ from one zlib to the next."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.create_system = 0
            entry.external_attr = 0
            target.writestr(entry, source.read(name))
    return stream.getvalue()


def _drop_unused(document: Document) -> None:
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNWANTED)]:
            relations.pop(key)
    styles = {style.get(qn("w:styleId")): style for style in document.styles.element.findall(qn("w:style"))}
    wanted = set(_STYLES) | {key for key, style in styles.items() if style.get(qn("w:default")) == "1"}
    waiting = list(wanted)
    while waiting:
        style = styles[waiting.pop()]
        named = {style.find(qn(f"w:{tag}")) for tag in ("basedOn", "link", "next")} - {None}
        found = {node.get(qn("w:val")) for node in named} - wanted
        wanted |= found
        waiting += found
    for key, style in styles.items():
        if key not in wanted:
            document.styles.element.remove(style)


def _set_properties(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = "contractcheck samples"
    properties.comments = ""
    properties.created = properties.modified = _WRITTEN
    properties.revision = 1


def _set_styles(document: Document) -> None:
    for name, size in (("Normal", 11), ("Title", 18), ("Heading 2", 13)):
        style = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{script}"), "Times New Roman")
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
    section = document.sections[0]
    section.left_margin = section.right_margin = Inches(1)
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    document.styles["Heading 2"].paragraph_format.space_before = Pt(10)


def _set_numbering(document: Document) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for index, (style, pattern, left, hanging) in enumerate(_LEVELS)
    )
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.append(
        parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="1"/></w:num>'))


def _set_footer(document: Document, footer: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{footer}\tPage ")
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


@dataclass(slots=True)
class _Writer:
    """Adds parts to a document and counts along, so that Word's numbers cannot differ from the source's."""

    document: Document
    authors: Mapping[str, str]
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])
    changes: int = 0

    def write(self, parts: Sequence[Part]) -> None:
        for part in parts:
            if part.kind is Kind.TABLE:
                self._table(part)
            else:
                self._paragraph(part)

    def _paragraph(self, part: Part) -> None:
        style = {Kind.TITLE: "Title", Kind.HEADING: "Heading 2", Kind.BULLET: "List Bullet"}.get(part.kind, "Normal")
        paragraph = self.document.add_paragraph(style=style)
        if part.number:
            self._number(paragraph, part)
        if part.only_author:
            mark = paragraph._p.get_or_add_pPr()
            properties = OxmlElement("w:rPr")
            properties.append(self._change(part.runs[0]))
            mark.append(properties)
        for run in part.runs:
            self._run(paragraph, run)

    def _number(self, paragraph: Paragraph, part: Part) -> None:
        level = _LEVEL_OF[part.kind]
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = 1
        if all(run.is_deleted for run in part.runs):
            return
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (2 - level)
        counted = (f"{self.counts[0]}.", f"{self.counts[0]}.{self.counts[1]}", f"({chr(96 + self.counts[2])})")[level]
        if counted != part.number:
            raise ValueError(f"the source numbers a part {part.number}, Word will number it {counted}: {part.text[:60]}")

    def _run(self, paragraph: Paragraph, run: Run) -> None:
        written = paragraph.add_run(run.text)
        if run.is_bold:
            written.bold = True
        if not run.author:
            return
        change = self._change(run)
        paragraph._p.replace(written._r, change)
        change.append(written._r)
        if run.is_deleted:
            for text in written._r.findall(qn("w:t")):
                text.tag = qn("w:delText")

    def _change(self, run: Run) -> _Element:
        self.changes += 1
        change = OxmlElement("w:del" if run.is_deleted else "w:ins")
        change.set(qn("w:id"), str(self.changes))
        change.set(qn("w:author"), self.authors[run.author])
        change.set(qn("w:date"), _CHANGED)
        return change

    def _table(self, part: Part) -> None:
        table = self.document.add_table(len(part.rows), len(part.rows[0]), style="Table Grid")
        for number, row in enumerate(part.rows):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = True if number == 0 else None
