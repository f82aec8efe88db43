"""Which reader gets a file, and what is said of files that cannot be read."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from contractcheck.document import Document, Unread
from contractcheck.extract import extract

from .conftest import FILLER
from .tiny_docx import archive, docx, paragraph, part
from .tiny_pdf import Text, column, pdf

Extracted = Callable[[bytes | str, str], Document | Unread]

_PDF = pdf([column(FILLER.split(", ") * 3)])
_DOCX = docx(paragraph(FILLER))
_BAD_PASSWORD = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("11" * 32)
_LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="urn:x"><w:body>&b;</w:body></w:document>'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "name", "format", "warnings"),
    [
        pytest.param(_DOCX, "a.docx", "docx", (), id="docx"),
        pytest.param(_DOCX, "a.pdf", "docx", ("file is named .pdf but is docx",), id="docx named pdf"),
        pytest.param(
            f"<!-- saved --><!DOCTYPE html><p>{FILLER}", "a.txt", "html", ("file is named .txt but is html",), id="page named txt"
        ),
        pytest.param(f"<div>{FILLER}</div><p>a</p>", "a", "html", (), id="fragment without suffix"),
        pytest.param(f"<div align=center></div>\n\n# A\n\n{FILLER}", "a.md", "markdown", (), id="tags in markdown"),
        pytest.param(f"# A\n\n**b**\n\n## C\n\n{FILLER}", "a.txt", "markdown", (), id="markdown named txt"),
        pytest.param(FILLER, "a.md", "markdown", (), id="markdown without marks"),
        pytest.param(FILLER, "a.xyz", "text", (), id="text under an unknown name"),
        pytest.param(FILLER.encode("utf-16"), "a.txt", "text", (), id="utf-16"),
        pytest.param(_PDF.replace(b"%PDF", b"\r\n%PDF", 1), "a.pdf", "pdf", (), id="pdf after stray bytes"),
    ],
)
def test_format(extracted: Extracted, content: bytes | str, name: str, format: str, warnings: tuple[str, ...]) -> None:
    document = extracted(content, name)
    assert isinstance(document, Document), document
    assert (document.path, document.format, document.warnings) == (name, format, warnings)


@pytest.mark.parametrize(
    ("content", "name", "kind", "words"),
    [
        pytest.param(b"", "a.pdf", "empty", "empty", id="no bytes"),
        pytest.param(b" \n\x00\x00", "a.txt", "empty", "empty", id="blank"),
        pytest.param("Please log in to read our terms.", "a.txt", "too-short", "7 words", id="stub"),
        pytest.param("<html><body><script>x</script></body></html>", "a.html", "too-short", "0 words", id="page drawn by script"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(99), "a.pdf", "image", "PNG", id="image named pdf"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(99), "a.docx", "image", "JPEG", id="image named docx"),
        pytest.param(b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a.webp", "image", "WebP", id="webp"),
        pytest.param(_OLE, "a.doc", "unsupported", ".doc", id="old word"),
        pytest.param(_OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "encrypted", "password", id="word with a password"),
        pytest.param(b"{\\rtf1 " + FILLER.encode() + b"}", "a.rtf", "unsupported", "RTF", id="rtf"),
        pytest.param(archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "a.odt", "unsupported", "OpenDocument", id="odt"),
        pytest.param(archive({"xl/workbook.xml": ""}), "a.docx", "not-ooxml", "Excel", id="workbook"),
        pytest.param(archive({"readme.txt": "x"}), "a.docx", "not-ooxml", "zip", id="some zip"),
        pytest.param(bytes(range(256)) * 40, "a.bin", "unsupported", "kind of document", id="unknown bytes"),
        pytest.param(_DOCX[: len(_DOCX) // 2], "a.docx", "corrupt", "damaged", id="docx cut off"),
        pytest.param(docx("<w:p>")[:-1] + b"x", "a.docx", "corrupt", "damaged", id="docx with broken xml"),
        pytest.param(archive({"word/document.xml": _LAUGHS}), "a.docx", "corrupt", "DTD", id="docx with entities"),
        pytest.param(archive({"word/document.xml": part("document", "")}), "a.docx", "corrupt", "no body", id="docx without body"),
        pytest.param(_PDF[: len(_PDF) // 2], "a.pdf", "corrupt", "cut off", id="pdf cut off"),
        pytest.param(b"%PDF-1.7\n" + FILLER.encode() + b"\n%%EOF", "a.pdf", "corrupt", "damaged", id="pdf in name only"),
        pytest.param(pdf([]), "a.pdf", "corrupt", "", id="pdf without pages"),
        pytest.param(pdf([column([FILLER])], extra_trailer=_BAD_PASSWORD), "a.pdf", "encrypted", "password", id="pdf with a password"),
        pytest.param(pdf([[], [], []]), "a.pdf", "no-text-layer", "3 of 3 pages", id="scan"),
        pytest.param(
            pdf([[Text(72, 72, "Scanned by CopyMaster")], [], [], []]), "a.pdf", "no-text-layer", "3 of 4 pages", id="scan with a stamp"
        ),
        pytest.param("<div>" * 30_000 + FILLER, "a.html", "corrupt", "nests", id="endless nesting"),
    ],
)
def test_unread(extracted: Extracted, content: bytes | str, name: str, kind: str, words: str) -> None:
    unread = extracted(content, name)
    assert isinstance(unread, Unread), unread.text
    assert (unread.path, unread.kind) == (name, kind)
    assert words in unread.message


def test_zip_bomb(extracted: Extracted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contractcheck.extract.docx_package.MAX_EXPANDED_BYTES", 100_000)
    unread = extracted(docx(paragraph("a" * 200_000)), "a.docx")
    assert isinstance(unread, Unread)
    assert unread.kind == "too-large"


def test_zip_that_lies_about_its_size(extracted: Extracted) -> None:
    data = docx(paragraph("a" * 200_000))
    size = next(size for size in range(200_000, 201_000) if size.to_bytes(4, "little") in data)
    unread = extracted(data.replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little")), "a.docx")
    assert isinstance(unread, Unread)
    assert unread.kind in ("corrupt", "too-short")


def test_missing_file(tmp_path: Path) -> None:
    unread = extract(str(tmp_path / "none.pdf"))
    assert isinstance(unread, Unread)
    assert (unread.format, unread.sha256, unread.kind) == ("pdf", "", "corrupt")
    assert "No such file" in unread.message


def test_a_parser_that_crashes_is_not_a_traceback(extracted: Extracted, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise zlib.error("boom")

    monkeypatch.setitem(__import__("contractcheck.extract", fromlist=["EXTRACTORS"]).EXTRACTORS, "text", crash)
    unread = extracted(FILLER, "a.txt")
    assert isinstance(unread, Unread)
    assert (unread.kind, unread.message) == ("corrupt", "the file could not be read as text: error: boom")


def test_same_bytes_same_document(extracted: Extracted) -> None:
    assert extracted(_PDF, "a.pdf") == extracted(_PDF, "a.pdf")
