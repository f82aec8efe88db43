"""What a file is, by its content; its name only settles ties between kinds of plain text."""

from __future__ import annotations

import io
import re
import zipfile

from contractcheck.errors import ExtractError

SUFFIXES = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
"""What a file name promises."""

_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
)
_RESAVE = "open it and save it as .docx or PDF"
_COMMENTS = re.compile(r"\A(?:\s+|<\?xml[^>]*>|<!--.*?-->)+", re.DOTALL)
_PAGE_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?:p|div|span|h[1-6]|ul|ol|li|table|br|a|meta|title|section|article|main|strong|b)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6} +\S|\*\*[^*\n]+\*\*|\]\(https?://|^[^\n|]*\S[^\n|]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)


def sniff(data: bytes, suffix: str) -> str:
    """A key of EXTRACTORS for `data`, or ExtractError for what is known not to be readable."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    _refuse_images(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # A password-protected .docx is an OLE file that wraps the real one.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ExtractError("encrypted", "the Word file is protected by a password", "save a copy without the password")
        raise ExtractError("unsupported", "this is an old Office file (.doc)", _RESAVE)
    if data.lstrip().startswith(b"{\\rtf"):
        raise ExtractError("unsupported", "this is an RTF file", _RESAVE)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if data[:8192].count(0) > 20 and not wide:  # a few may be damage to a text; a program's file has hundreds
        if SUFFIXES.get(suffix) in ("pdf", "docx"):
            raise ExtractError("corrupt", f"the file is not a {suffix[1:].upper()}; its beginning is damaged", "download it again")
        raise ExtractError("unsupported", "this is not a kind of document that can be read", "save it as PDF or .docx")
    return _sniff_text(data, suffix)


def _refuse_images(data: bytes) -> None:
    name = next((name for magic, name in _IMAGES if data.startswith(magic)), None)
    if name == "BMP" and data[6:10] != b"\x00\x00\x00\x00":
        name = None
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        name = "WebP"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        name = "HEIF"
    if name:
        raise ExtractError("image", f"this is a picture ({name}), not text", "run text recognition (OCR) on it and check the PDF it gives")


def _sniff_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype")[:80] if "mimetype" in names and archive.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        raise ExtractError("corrupt", f"the file is a damaged archive ({error})", "download it again") from error
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", name) for name in names):
        return "docx"
    if b"opendocument.text" in mimetype:
        raise ExtractError("unsupported", "this is an OpenDocument file (.odt)", _RESAVE)
    if "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
        raise ExtractError("not-ooxml", "this is an Excel or PowerPoint file, not a Word document", "save its text as .docx or PDF")
    raise ExtractError("not-ooxml", "this is a zip archive, not a Word document", "unpack it and check the files inside")


def _sniff_text(data: bytes, suffix: str) -> str:
    from contractcheck.extract.charset import decode

    start = decode(data[:16_384])
    named = SUFFIXES.get(suffix)
    if _PAGE_START.match(_COMMENTS.sub("", start.lstrip("\ufeff"))):
        return "html"
    if named in ("markdown", "text"):
        # Markdown may hold tags, and a text file may quote some; only a page's own start decides above.
        return "markdown" if named == "markdown" or len(_MARKDOWN.findall(start)) >= 3 else "text"
    if len(_ANY_TAG.findall(start)) >= 2 or _PAGE_START.search(start[:2048]):
        return "html"
    if named in ("pdf", "docx") and not start.isprintable() and start.count("\ufffd") > 20:
        raise ExtractError("corrupt", f"the file is not a {suffix[1:].upper()}; its beginning is damaged", "download it again")
    return "markdown" if len(_MARKDOWN.findall(start)) >= 3 else "text"
