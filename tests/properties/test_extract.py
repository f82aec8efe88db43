"""No bytes bring the extractor down, and what it makes of them is always well formed."""

from __future__ import annotations

import itertools
import tempfile
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contractcheck.document import Document, Unread
from contractcheck.errors import ExtractError
from contractcheck.extract import MIN_WORDS, SUFFIXES, extract

SAMPLES = Path(__file__).parents[2] / "samples"
FILLER = "The parties keep one copy each of this agreement for as long as it is in force. " * 4

# Pure noise stops at the door; these get further in.
STARTS = st.sampled_from(
    (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<!doctype html><html><body>", b"<p>a</p><p>", b"{\\rtf1 ", b"# A\n\n**b**\n\n", b"<?xml version='1.0'?>")
)
NOISE = st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
MADE = st.tuples(STARTS, NOISE, st.sampled_from((b"", FILLER.encode(), FILLER.encode("utf-16-le"))), NOISE).map(b"".join)
WHOLE = tuple(path.read_bytes() for path in sorted(SAMPLES.glob("good-agreement.*")))
NAMES = st.sampled_from((*sorted(SUFFIXES), ".bin", ""))


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sample with a piece overwritten or its end cut off."""
    data = draw(st.sampled_from(WHOLE))
    at = draw(st.integers(0, len(data)))
    piece = draw(st.binary(max_size=40))
    return data[:at] + piece + (b"" if draw(st.booleans()) else data[at + len(piece) :])


def _check(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"any{suffix}"
        path.write_bytes(data)
        document = extract(str(path), display_path="any")
    assert document.path == "any"
    if isinstance(document, Unread):
        assert document.kind in ExtractError.KINDS
        assert document.message
        return
    assert isinstance(document, Document)
    assert document.word_count >= MIN_WORDS
    assert document.text == unicodedata.normalize("NFC", document.text)
    # Blocks are the lines of the text, each once and in order.
    assert [block.span.of(document.text) for block in document.blocks] == document.text.split("\n")
    assert all(left.span.end + 1 == right.span.start for left, right in itertools.pairwise(document.blocks))
    assert list(document.page_starts) == sorted(document.page_starts)
    document.text.encode()


# Reading a damaged file goes through a library's whole repair; it is the number of examples that is kept small.
SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@settings(SETTINGS, max_examples=250)
@given(MADE, NAMES)
def test_any_bytes(data: bytes, suffix: str) -> None:
    _check(data, suffix)


@settings(SETTINGS, max_examples=60)
@given(damaged(), NAMES)
def test_any_damage(data: bytes, suffix: str) -> None:
    _check(data, suffix)
