"""A small PDF writer: text in Helvetica and straight lines on letter-size pages, the same bytes for the same pages.

Only what the samples need of ISO 32000-1: core fonts in WinAnsiEncoding, uncompressed content, a cross-reference table.
There is no creation date and no file identifier, for both would change from run to run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 612, 792  # points: US letter

# Adobe's font metrics of the two fonts for the characters 32 to 126, in thousandths of the size.
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 "
    "975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 "
    "333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_WIDTHS = (
    {**{chr(32 + index): int(width) for index, width in enumerate(_REGULAR.split())}, "“": 333, "”": 333, "‘": 222, "’": 222, "•": 350, "–": 556},
    {**{chr(32 + index): int(width) for index, width in enumerate(_BOLD.split())}, "“": 500, "”": 500, "‘": 278, "’": 278, "•": 350, "–": 556},
)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How many points `text` takes on its line; a KeyError names a character that has no width here.

    >>> width_of("ab", 10), width_of("ab", 10, bold=True)
    (11.12, 11.67)
    """
    return sum(_WIDTHS[bold][character] for character in text) * size / 1000


@dataclass(slots=True)
class Page:
    """One page; distances are points from its left and upper edge, text stands on the line `down`."""

    operators: list[str] = field(default_factory=list)

    def text(self, left: float, down: float, words: str, size: float, *, bold: bool = False) -> None:
        """Set one piece of text."""
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "B" if bold else "R"
        self.operators.append(f"BT /{font} {_number(size)} Tf {_number(left)} {_number(HEIGHT - down)} Td ({escaped}) Tj ET")

    def rule(self, left: float, down: float, to_left: float, to_down: float) -> None:
        """Draw a thin straight line between two points."""
        points = f"{_number(left)} {_number(HEIGHT - down)} m {_number(to_left)} {_number(HEIGHT - to_down)} l"
        self.operators.append(f"0.6 w {points} S")


def pdf_bytes(pages: Sequence[Page], *, title: str) -> bytes:
    """A PDF file of `pages`."""
    first_page = 6
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-US) /ViewerPreferences << /DisplayDocTitle true >> >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Title ({title}) /Producer (contractcheck samples) >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for index, page in enumerate(pages):
        resources = "<< /Font << /R 4 0 R /B 5 0 R >> >>"
        content = "\n".join(page.operators)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources {resources} "
            f"/Contents {first_page + 2 * index + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    # The comment of high bytes tells mail programs and version control that the file is binary.
    data = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
