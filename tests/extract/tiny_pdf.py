"""PDF files written by hand, so that a test says exactly what stands where."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 612, 792


@dataclass(frozen=True)
class Text:
    """One piece of text; `down` is the baseline's distance from the page's upper edge."""

    left: float
    down: float
    words: str
    size: float = 11
    bold: bool = False
    turn: tuple[float, float, float, float] = (1, 0, 0, 1)


def column(
    lines: Sequence[str], *, left: float = 72, down: float = 90, pitch: float = 14, size: float = 11, bold: bool = False
) -> list[Text]:
    """Lines under each other."""
    return [Text(left, down + pitch * index, words, size, bold) for index, words in enumerate(lines)]


def rules(lefts: Sequence[float], downs: Sequence[float]) -> str:
    """Drawing operators for a grid of ruling lines."""
    across = [f"{lefts[0]} {HEIGHT - down} m {lefts[-1]} {HEIGHT - down} l S" for down in downs]
    down = [f"{left} {HEIGHT - downs[0]} m {left} {HEIGHT - downs[-1]} l S" for left in lefts]
    return "\n".join(["0.7 w", *across, *down])


def pdf(pages: Sequence[Sequence[Text]], *, drawing: str = "", extra_trailer: str = "", field: Text | None = None) -> bytes:
    """A PDF of `pages`; `drawing` is put on every page, `field` is a filled form field of the last one."""
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = "<< /R 3 0 R /B 4 0 R >>"
    for name in ("Helvetica", "Helvetica-Bold"):
        bodies.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    kids = []
    annotations = ""
    if field:
        look = f"/Tx BMC q BT /R {field.size} Tf 2 3 Td ({field.words}) Tj ET Q EMC"
        bodies.append(
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 200 16] /Resources << /Font {fonts} >> /Length {len(look)} >>\n"
            f"stream\n{look}\nendstream"
        )
        low = HEIGHT - field.down - 3
        bodies.append(
            f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f) /V ({field.words}) /F 4 /DA (/R {field.size} Tf 0 g) "
            f"/Rect [{field.left - 2} {low} {field.left + 198} {low + 16}] /AP << /N 5 0 R >> >>"
        )
        bodies[0] = f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /DA (/R 11 Tf) /DR << /Font {fonts} >> >> >>"
        annotations = "/Annots [6 0 R]"
    for page in pages:
        content = "\n".join([drawing, *map(_show, page)])
        bodies.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font {fonts} >> /Contents {len(bodies)} 0 R "
            f"{annotations if page is pages[-1] else ''} >>"
        )
        kids.append(f"{len(bodies)} 0 R")
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(data)
    data += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    return data + f"trailer << /Size {len(bodies) + 1} /Root 1 0 R {extra_trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def _show(text: Text) -> str:
    words = unicodedata.normalize("NFC", text.words).replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    a, b, c, d = text.turn
    return f"BT /{'B' if text.bold else 'R'} {text.size} Tf {a} {b} {c} {d} {text.left} {HEIGHT - text.down} Tm ({words}) Tj ET"
