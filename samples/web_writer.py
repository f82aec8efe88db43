"""Parts of a source as HTML and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from source import Kind, Part

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: Georgia, serif; line-height: 1.45; max-width: 44em; margin: 2em auto; padding: 0 1em; }}
ol {{ list-style: none; }}
td, th {{ border: 1px solid #888; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }}
table {{ border-collapse: collapse; }}
</style>
</head>
<body>
<main>
{content}
</main>
</body>
</html>
"""


def html_page(parts: Sequence[Part]) -> str:
    """A plain page that holds nothing but the text."""
    title = next(part.text for part in parts if part.kind is Kind.TITLE)
    return _PAGE.format(title=escape(title), content=html_content(parts))


def html_content(parts: Sequence[Part]) -> str:
    """The text as elements, one a line, for the inside of a page."""
    lines: list[str] = []
    for kind, group in groupby(parts, key=lambda part: part.kind):
        members = list(group)
        if kind in (Kind.ITEM, Kind.BULLET):
            tag, style = ("ol", ' style="list-style-type: none"') if kind is Kind.ITEM else ("ul", "")
            lines += [f"<{tag}{style}>", *(f"<li>{_inline(part)}</li>" for part in members), f"</{tag}>"]
        elif kind is Kind.TABLE:
            for part in members:
                lines += ["<table>", *_html_rows(part), "</table>"]
        else:
            tag = {Kind.TITLE: "h1", Kind.HEADING: "h2"}.get(kind, "p")
            lines += [f"<{tag}>{_inline(part)}</{tag}>" for part in members]
    return "\n".join(lines)


def _html_rows(part: Part) -> list[str]:
    rows = []
    for number, row in enumerate(part.rows):
        tag = "td" if number else "th"
        rows.append("<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>")
    return rows


def _inline(part: Part) -> str:
    words = "".join(f"<strong>{escape(run.text)}</strong>" if run.is_bold else escape(run.text) for run in part.runs)
    return f"{part.number} {words}" if part.number else words


def markdown(parts: Sequence[Part]) -> str:
    """The text as Markdown, each paragraph on one line."""
    marks = {Kind.TITLE: "# ", Kind.HEADING: "## ", Kind.BULLET: "- "}
    chunks = []
    for part in parts:
        if part.kind is Kind.TABLE:
            rows = [f"| {' | '.join(row)} |" for row in part.rows]
            chunks.append("\n".join([rows[0], f"|{' --- |' * len(part.rows[0])}", *rows[1:]]))
        else:
            words = "".join(f"**{run.text}**" if run.is_bold else run.text for run in part.runs)
            chunks.append(marks.get(part.kind, "") + (f"{part.number} " if part.number else "") + words)
    return "\n\n".join(chunks) + "\n"
