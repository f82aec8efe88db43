"""Names with their words beside them, as `explain` and `rules` print them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from contractcheck.cli import talk

NAME_WIDTH = 20
MAX_WIDTH = 100
MIN_WIDTH = 40


def row(name: str, text: str) -> Iterator[str]:
    """`text` wrapped to the screen beside `name`; nothing where there is no text.

    >>> list(row("law", "20-7-1325, MCA"))
    ['  law                 20-7-1325, MCA']
    """
    width = max(MIN_WIDTH, min(talk.look().width, MAX_WIDTH))
    indent = " " * (NAME_WIDTH + 2)
    if text:
        yield from textwrap.wrap(text, width, initial_indent=f"  {name:<{NAME_WIDTH - 1}} ", subsequent_indent=indent, break_on_hyphens=False)


def heading(text: str) -> Iterator[str]:
    """A line that opens a part."""
    yield ""
    yield text
