"""What the page can show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """The reader's screen or page. `is_plain`: no colour, and nothing but ASCII in what we add to the document's own words."""

    width: int = 100  # columns
    is_plain: bool = True
    has_color: bool = False
