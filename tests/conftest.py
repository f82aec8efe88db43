"""Documents made from plain words, without a file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contractcheck.contract import Contract
from contractcheck.document import Block, BlockKind, Document
from contractcheck.segment import segment
from contractcheck.span import Span


def make_contract(text: str) -> Contract:
    """A contract from lines: "# " makes a heading, "- " a list item, anything else a paragraph."""
    blocks, pieces, at = [], [], 0
    for line in filter(str.strip, text.splitlines()):
        line = line.strip()
        kind, words, level = BlockKind.PARAGRAPH, line, 0
        if line.startswith("#"):
            kind, words, level = BlockKind.HEADING, line.lstrip("# "), len(line) - len(line.lstrip("#"))
        elif line.startswith("- "):
            kind, words, level = BlockKind.LIST_ITEM, line[2:], 1
        blocks.append(Block(Span(at, at + len(words)), kind, level))
        pieces.append(words)
        at += len(words) + 1
    return segment(Document("made.txt", "text", "0" * 64, "\n".join(pieces), tuple(blocks)))


@pytest.fixture
def contract() -> Callable[[str], Contract]:
    return make_contract
