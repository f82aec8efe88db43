"""How fast, as ratios of things measured side by side in one run: `python tests/bench/bench_speed.py`.

A whole analysis, warm, against pdfplumber's bare text of the same PDF; `contractcheck --help` against a python that does nothing.
Ratios, because seconds say more about the machine and its load than about us.
"""

from __future__ import annotations

import math
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "samples" / "good-agreement.pdf"
WORDS = 5_000
ROUNDS = 5


def long_pdf(target: Path) -> int:
    """Write the sample's pages, again and again, to `target` until they hold WORDS words; how many they hold."""
    import pypdfium2

    with pypdfium2.PdfDocument(SAMPLE) as once, pypdfium2.PdfDocument.new() as whole:
        words = sum(len(page.get_textpage().get_text_bounded().split()) for page in once)
        copies = math.ceil(WORDS / words)
        for _ in range(copies):
            whole.import_pages(once)
        whole.save(target)
    return words * copies


def side_by_side(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Median seconds of each, taken in turns so that a change of load meets both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for run, taken in zip((ours, theirs), times, strict=True):
            begun = time.perf_counter()
            run()
            taken.append(time.perf_counter() - begun)
    return statistics.median(times[0]), statistics.median(times[1])


def tell(ours_name: str, theirs_name: str, seconds: tuple[float, float]) -> None:
    """Print both times and how many times the second the first is."""
    ours, theirs = seconds
    print(f"{ours_name}: {ours:.3f} s\n{theirs_name}: {theirs:.3f} s\nratio: {ours / theirs:.2f}\n")


def plumb(path: Path) -> str:
    """What pdfplumber reads in `path`."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def main() -> None:
    """Print both ratios."""
    from contractcheck import analyze, load_ruleset

    ruleset = load_ruleset("montana-3650")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        words = long_pdf(path)
        warm = analyze(str(path), ruleset)
        assert not warm.is_unread, warm.document
        plumb(path)
        pair = side_by_side(lambda: analyze(str(path), ruleset), lambda: plumb(path))
        tell(f"whole analysis of a PDF of {words:,} words, warm", "pdfplumber's extract_text of it", pair)

    def python(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)

    start = side_by_side(python("from contractcheck.cli.main import run; run(['--help'])"), python("pass"))
    tell("contractcheck --help", "python that does nothing", start)


if __name__ == "__main__":
    main()
