"""Paragraph styles of a Word document, with what each inherits from the style it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contractcheck.extract.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING_NAME = re.compile(r"(?:heading|überschrift|titre|título) ?([1-9])\b", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "document title", "contract title"})


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs; `heading` from 1, 0 for body text."""

    heading: int = 0
    num_id: str = ""  # "0" switches an inherited number off
    list_level: int | None = None  # from 0
    is_bold: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id; `default` is the id used by paragraphs that name none."""

    by_id: dict[str, Style]
    default: str

    def get(self, style_id: str | None) -> Style:
        """The style, or one that says nothing when the document does not define it."""
        return self.by_id.get(style_id or self.default, Style())


def read_styles(root: _Element | None) -> Styles:
    """The styles of styles.xml; a document without the part has none."""
    nodes = {node.get(f"{W}styleId") or "": node for node in (root.findall(f"{W}style") if root is not None else ())}
    default = next(
        (key for key, node in nodes.items() if node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true", "on")), ""
    )
    resolved: dict[str, Style] = {}
    for key in nodes:
        chain: list[str] = []
        current = key
        while current in nodes and current not in chain:  # damaged files have styles based on themselves
            chain.append(current)
            based_on = nodes[current].find(f"{W}basedOn")
            current = (based_on.get(f"{W}val") or "") if based_on is not None else ""
        style = Style()
        for ancestor in reversed(chain):
            style = _refine(style, nodes[ancestor])
        resolved[key] = style
    return Styles(resolved, default)


def heading_level(properties: _Element | None) -> int | None:
    """Level from 1 that an outline level gives, 0 when it says body text, None when it says nothing."""
    outline = properties.find(f"{W}outlineLvl") if properties is not None else None
    if outline is None:
        return None
    value = outline.get(f"{W}val") or ""
    return int(value) + 1 if value in "012345678" and value else 0


def is_on(properties: _Element | None, name: str) -> bool | None:
    """Whether a toggle such as w:b is set; None when it is not mentioned."""
    toggle = properties.find(f"{W}{name}") if properties is not None else None
    if toggle is None:
        return None
    return toggle.get(f"{W}val") not in ("0", "false", "off", "none")


def list_place(properties: _Element | None) -> tuple[str | None, int | None]:
    """List id and level (from 0) that paragraph properties name, None where they do not."""
    place = properties.find(f"{W}numPr") if properties is not None else None
    if place is None:
        return None, None
    num_id, level = place.find(f"{W}numId"), place.find(f"{W}ilvl")
    value = level.get(f"{W}val") or "" if level is not None else ""
    return (num_id.get(f"{W}val") if num_id is not None else None), (int(value) if re.fullmatch(r"\d", value) else None)


def _refine(inherited: Style, node: _Element) -> Style:
    paragraph, run = node.find(f"{W}pPr"), node.find(f"{W}rPr")
    name_node = node.find(f"{W}name")
    name = (name_node.get(f"{W}val") or "") if name_node is not None else ""
    heading = heading_level(paragraph)
    if heading is None and (named := _HEADING_NAME.match(name)):
        heading = int(named.group(1))
    if heading is None and name.lower() in _TITLE_NAMES:
        heading = 1
    num_id, level = list_place(paragraph)
    bold, hidden = is_on(run, "b"), is_on(run, "vanish")
    return Style(
        heading=inherited.heading if heading is None else heading,
        num_id=inherited.num_id if num_id is None else num_id,
        list_level=inherited.list_level if level is None else level,
        is_bold=inherited.is_bold if bold is None else bold,
        is_hidden=inherited.is_hidden if hidden is None else hidden,
    )
