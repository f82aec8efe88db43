"""Files turned into text: `extract(path)` gives a Document, or an Unread that says why not.

Nothing here touches the network, resolves XML entities or runs anything a file contains.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from contractcheck.document import Document, Unread
from contractcheck.errors import ExtractError
from contractcheck.extract import docx, html, markdown, pdf, text
from contractcheck.extract.builder import Builder
from contractcheck.extract.sniff import SUFFIXES, sniff

MAX_BYTES = 200_000_000  # far above any contract; a bound so that one file cannot exhaust a batch run
MIN_WORDS = 40  # below this it is a stub, a login page or a cover sheet, and "missing" would be a lie

EXTRACTORS: dict[str, Callable[[bytes, Builder], None]] = {
    "pdf": pdf.read_pdf,
    "docx": docx.read_docx,
    "html": html.read_html,
    "markdown": markdown.read_markdown,
    "text": text.read_text,
}
"""One reader per format; each adds blocks to the builder or raises ExtractError."""


def extract(path: str, *, display_path: str | None = None) -> Document | Unread:
    """The text of the file at `path`, or an Unread with a reason; never an exception.

    `display_path` is what reports show instead of `path`. The content decides the format, not the
    file name; a name that says otherwise gives a warning.
    """
    shown = display_path if display_path is not None else path
    suffix = Path(path).suffix.lower()
    format = SUFFIXES.get(suffix, "unknown")
    sha256 = ""
    try:
        data = _load(path)
        sha256 = hashlib.sha256(data).hexdigest()
        format = sniff(data, suffix)
        return _read(data, format, suffix, shown, sha256)
    except ExtractError as error:
        return Unread(shown, format, sha256, error.kind, error.message, error.hint)
    except Exception as error:  # third-party parsers fail in too many ways to list on hostile input
        message = f"the file could not be read as {format}: {type(error).__name__}: {error}".rstrip(": ")
        return Unread(shown, format, sha256, "corrupt", message, "open it in its own program and save it again")


def _load(path: str) -> bytes:
    try:
        size = Path(path).stat().st_size
        if size > MAX_BYTES:
            raise ExtractError("too-large", f"the file has {size:,} bytes, more than {MAX_BYTES:,}", "split it into its parts")
        data = Path(path).read_bytes()
    except OSError as error:
        raise ExtractError("corrupt", f"the file cannot be opened: {error.strerror or error}") from error
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise ExtractError("empty", "the file is empty", "check that the download finished")
    return data


def _read(data: bytes, format: str, suffix: str, shown: str, sha256: str) -> Document:
    builder = Builder()
    named = SUFFIXES.get(suffix)
    if named and named != format and {named, format} != {"markdown", "text"}:
        builder.warn(f"file is named {suffix} but is {format}")
    EXTRACTORS[format](data, builder)
    if builder.word_count < MIN_WORDS:
        raise ExtractError(
            "too-short",
            f"only {builder.word_count} words of text were found, too few to judge",
            "check that the whole document was saved, not a login page or a link to it",
        )
    return builder.build(shown, format, sha256)
