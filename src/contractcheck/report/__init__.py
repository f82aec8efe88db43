"""Reports told: for people at a terminal, for programs, for a memo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from contractcheck.findings import Report
from contractcheck.report import console, json, markdown
from contractcheck.report.look import Look

REPORTERS: dict[str, Callable[[Sequence[Report], Look], str]] = {
    "console": console.render,
    "json": json.render,
    "markdown": markdown.render,
}
"""One way of telling each: reports in, the whole text out, ending in a newline."""

SUFFIXES = {".json": "json", ".md": "markdown", ".markdown": "markdown", ".txt": "console"}
"""The way of telling a file name asks for."""

__all__ = ["REPORTERS", "SUFFIXES", "Look"]
