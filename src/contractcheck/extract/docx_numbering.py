"""Automatic numbers of Word paragraphs, which stand nowhere in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contractcheck.extract.docx_package import W
from contractcheck.extract.numerals import format_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = range(9)


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""  # "%1.%2" means: number of the first level, point, number of the second
    restart: int | None = None  # restarts when this level (from 1) or a higher one counts; 0 never; None as usual
    is_legal: bool = False  # all numbers in figures, whatever the levels above use
    style_id: str = ""  # the paragraph style that brings this level with it


@dataclass(slots=True)
class _Counters:
    values: dict[int, int] = field(default_factory=dict)
    started: set[str] = field(default_factory=set)


class Numbering:
    """Counts through a document: call `label` once for each numbered paragraph, in order."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._abstract_of: dict[str, str] = {}
        self._counters: dict[str, _Counters] = {}
        if root is not None:
            self._read(root)

    def level_of_style(self, num_id: str, style_id: str) -> int | None:
        """The level, from 0, that list `num_id` ties to a paragraph style."""
        levels = self._levels.get(num_id, {})
        return next((index for index, level in levels.items() if level.style_id == style_id), None)

    def label(self, num_id: str, index: int) -> str:
        """The number or bullet shown before the next paragraph at level `index` (from 0); "" for none."""
        levels = self._levels.get(num_id)
        if levels is None or index not in levels:
            return ""
        # Lists that share an abstract definition go on counting, except where one restarts.
        counters = self._counters.setdefault(self._abstract_of[num_id], _Counters())
        if num_id not in counters.started:
            counters.started.add(num_id)
            for level, start in self._restarts.get(num_id, {}).items():
                counters.values[level] = start - 1
        values = counters.values
        for above in range(index):
            values.setdefault(above, levels.get(above, _Level()).start)
        values[index] = values.get(index, levels[index].start - 1) + 1
        for below in [level for level in values if level > index]:
            restart = levels.get(below, _Level()).restart
            if restart is None or 0 < index + 1 <= restart:
                del values[below]
        return self._show(levels, values, index)

    def _show(self, levels: dict[int, _Level], values: dict[int, int], index: int) -> str:
        level = levels[index]
        if level.style == "bullet":
            return "•"
        if level.style == "none" and "%" not in level.pattern.replace(f"%{index + 1}", ""):
            return level.pattern.replace(f"%{index + 1}", "").strip()

        def number(match: re.Match[str]) -> str:
            which = int(match.group(1)) - 1
            style = levels.get(which, _Level()).style
            if level.is_legal and style not in ("none", "bullet"):
                style = "decimal"
            return format_number(values.get(which, levels.get(which, _Level()).start), style)

        return re.sub(r"%([1-9])", number, level.pattern).strip()

    def _read(self, root: _Element) -> None:
        abstract = {node.get(f"{W}abstractNumId") or "": node for node in root.findall(f"{W}abstractNum")}
        by_style = {
            link.get(f"{W}val"): identifier for identifier, node in abstract.items() if (link := node.find(f"{W}styleLink")) is not None
        }
        for num in root.findall(f"{W}num"):
            num_id = num.get(f"{W}numId") or ""
            identifier = _value(num, "abstractNumId")
            node = abstract.get(identifier)
            if node is not None and (link := node.find(f"{W}numStyleLink")) is not None:
                identifier = by_style.get(link.get(f"{W}val"), identifier)
                node = abstract.get(identifier)
            if node is None:
                continue
            levels = _levels(node)
            restarts: dict[int, int] = {}
            for override in num.findall(f"{W}lvlOverride"):
                index = _integer(override.get(f"{W}ilvl"), 0)
                levels |= _levels(override)
                if override.find(f"{W}startOverride") is not None:
                    restarts[index] = _integer(_value(override, "startOverride"), 1)
            self._levels[num_id] = levels
            self._restarts[num_id] = restarts
            self._abstract_of[num_id] = identifier


def _levels(node: _Element) -> dict[int, _Level]:
    levels = {}
    for level in node.findall(f"{W}lvl"):
        index = _integer(level.get(f"{W}ilvl"), 0)
        if index not in _LEVELS:
            continue
        restart = level.find(f"{W}lvlRestart")
        legal = level.find(f"{W}isLgl")
        levels[index] = _Level(
            start=_integer(_value(level, "start"), 1),
            style=_value(level, "numFmt") or "decimal",
            pattern=_value(level, "lvlText"),
            restart=None if restart is None else _integer(restart.get(f"{W}val"), 0),
            is_legal=legal is not None and legal.get(f"{W}val") not in ("0", "false", "off"),
            style_id=_value(level, "pStyle"),
        )
    return levels


def _value(node: _Element, name: str) -> str:
    child = node.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val") or ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else default
