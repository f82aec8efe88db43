"""What the tests of all readers share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from contractcheck.document import Document, Unread
from contractcheck.extract import extract

FILLER = (
    "The parties sign this agreement in good faith and each of them keeps one original copy of it in its own office for as long as the "
    "agreement is in force and for one further year after the last day on which any duty under it may still have to be performed."
)
"""Sentences long enough for the shortest document that is read at all."""


@pytest.fixture
def extracted(tmp_path: Path) -> Callable[[bytes | str, str], Document | Unread]:
    """Writes content to a file of the given name and extracts it."""

    def run(content: bytes | str, name: str) -> Document | Unread:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return extract(str(path), display_path=name)

    return run


@pytest.fixture
def blocks(extracted: Callable[[bytes | str, str], Document | Unread]) -> Callable[[bytes | str, str], list[tuple[str, int, str, str]]]:
    """The blocks of content without the filler: kind, level, label, text."""

    def run(content: bytes | str, name: str) -> list[tuple[str, int, str, str]]:
        document = extracted(content, name)
        assert isinstance(document, Document), document
        found = [(block.kind.value, block.level, block.label, block.span.of(document.text)) for block in document.blocks]
        return [block for block in found if block[3] != FILLER]

    return run
