"""Bytes of a text or HTML file turned into characters."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)

# What browsers do: pages that declare these hold Windows characters (curly quotes at 0x93, 0x94).
_AS_WINDOWS = frozenset({"ascii", "iso8859-1"})


def decode(data: bytes) -> str:
    """The characters of `data`: byte order mark, UTF-8, declared charset, guess, in this order.

    UTF-8 comes before the declaration because text that is valid UTF-8 by chance hardly exists,
    while pages that declare the wrong charset are common. Never fails: what cannot be decoded
    becomes U+FFFD.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _META.search(data[:4096])
    codec = _known(declared.group(1).decode("ascii")) if declared else None
    if codec:
        return data.decode(codec, errors="replace")
    # A file cut or damaged in one place is still UTF-8; guessing would spoil all the rest.
    replaced = data.decode("utf-8", errors="replace")
    if replaced.count("\ufffd") * 1000 < len(replaced):
        return replaced
    return data.decode(_guess(data), errors="replace")


def _known(name: str) -> str | None:
    """The codec for a declared charset, None when it cannot be the right one."""
    try:
        codec = codecs.lookup(name)
        b"".decode(name)
    except (LookupError, UnicodeError):
        return None
    if codec.name == "utf-8":
        return None  # it is not, or decoding would not have got here
    return "cp1252" if codec.name in _AS_WINDOWS else codec.name


def _guess(data: bytes) -> str:
    # Single-byte Western text is by far the likeliest here and the guesser confuses its relatives.
    if b"\x00" not in data and re.search(rb"[A-Za-z][\x91-\x97\xa0\xa7\xe0-\xff]|[\x91-\x97\xa7][A-Za-z]", data):
        try:
            data.decode("cp1252")
            return "cp1252"
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return best.encoding if best else "cp1252"
