"""Builds the sample documents from `sources/`, the same bytes every time: `python samples/build.py [FOLDER]`.

FOLDER is where the files go, by default the one that holds this script. Needs python-docx, which the tests bring.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from docx_writer import docx_bytes
from pdf_layout import agreement_pages, line_numbered_pages
from pdf_writer import pdf_bytes
from source import Part, read_source
from web_writer import html_content, html_page, markdown

HERE = Path(__file__).resolve().parent
_AUTHORS = {"district": "Pat Placeholder (Sample Valley School District)", "vendor": "Counsel for Placeholder Math Inc."}


def build(folder: Path) -> None:
    """Write every sample into `folder`."""
    good = _source("good-agreement")
    footer = "Sample Valley School District and Example Learning Co."
    title = "Student Data Privacy Agreement"
    files = {
        "good-agreement.md": markdown(good).encode(),
        "good-agreement.html": html_page(good).encode(),
        "good-agreement.pdf": pdf_bytes(agreement_pages(good, footer=footer), title=title),
        "good-agreement.docx": docx_bytes(good, title=title, footer=footer),
        "weak-policy.html": _saved_page(_source("weak-policy"), "Privacy Policy").encode(),
        "hostile-terms.pdf": pdf_bytes(
            agreement_pages(_source("hostile-terms"), header="Sample Homework LLC", footer="Terms of Use"), title="Terms of Use"
        ),
        "board-policy.pdf": pdf_bytes(
            line_numbered_pages(_source("board-policy"), header="Sample Valley School District    9650-S", footer="Board Policy Manual"),
            title="Policy 9650-S",
        ),
        "tracked-agreement.docx": docx_bytes(
            _source("tracked-agreement"), title="Data Protection Addendum", footer="Draft for negotiation", authors=_AUTHORS
        ),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _source(name: str) -> tuple[Part, ...]:
    return read_source(HERE / "sources" / f"{name}.md")


def _saved_page(parts: tuple[Part, ...], title: str) -> str:
    """The text inside a page as a browser saves it, with all that a site puts around a policy."""
    page = (HERE / "sources" / "page.html").read_text(encoding="utf-8")
    return page.replace("{{title}}", escape(title)).replace("{{content}}", html_content(parts))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
