"""Two columns that were written row by row, taken apart."""

from __future__ import annotations

from contractcheck.extract.pdf_lines import Line


def split_columns(lines: list[Line]) -> list[Line]:
    """Lines whose content was written across two columns, put into column order.

    A gutter is a strip that most lines leave free while their words stand on both sides; rows of a
    table have it too, but do not fill their columns.
    """
    if len(lines) < 12:
        return lines
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    gaps = [(index, _widest_gap(line, left + (right - left) * 0.3, left + (right - left) * 0.7)) for index, line in enumerate(lines)]
    wide = [(index, gap) for index, gap in gaps if gap is not None]
    if len(wide) < 10 or len(wide) < 0.6 * len(lines):
        return lines
    start, end = max(gap[0] for _, gap in wide), min(gap[1] for _, gap in wide)
    if end - start < 4:
        return lines
    halves = {index: _cut(lines[index], start) for index, _ in wide}
    filled = sum(half[0].right - left > 0.75 * (start - left) and half[1].right - end > 0.75 * (right - end) for half in halves.values())
    if filled < 0.6 * len(halves):
        return lines
    ordered: list[Line] = []
    waiting: list[Line] = []
    for index, line in enumerate(lines):
        if index in halves:
            ordered.append(halves[index][0])
            waiting.append(halves[index][1])
        elif line.left > start:
            waiting.append(line)
        elif line.right < end:
            ordered.append(line)
        else:  # a line across the page ends the columns above it
            ordered += waiting
            waiting = []
            ordered.append(line)
    return ordered + waiting


def _widest_gap(line: Line, low: float, high: float) -> tuple[float, float] | None:
    pairs = [(a.right, b.left) for a, b in zip(line.words, line.words[1:], strict=False) if b.left > low and a.right < high]
    best = max(pairs, key=lambda pair: pair[1] - pair[0], default=None)
    return best if best and best[1] - best[0] > 0.7 * line.size else None


def _cut(line: Line, at: float) -> tuple[Line, Line]:
    return Line(tuple(word for word in line.words if word.left < at)), Line(tuple(word for word in line.words if word.left >= at))
