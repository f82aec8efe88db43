"""The report at a terminal: what kind of paper, cautions, the table, then every gap."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from contractcheck.document import Unread
from contractcheck.findings import Evidence, Finding, Report, Verdict
from contractcheck.report import words
from contractcheck.report.look import Look

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

_COLORS = {
    Verdict.MET: "green",
    Verdict.PARTIAL: "yellow",
    Verdict.CONTRADICTED: "red",
    Verdict.MISSING: "red",
    Verdict.NOT_APPLICABLE: "blue",
    Verdict.UNREAD: "magenta",
}
# Where "●" may not be shown and colour never is, the sign must tell the verdicts apart.
_SIGNS = {
    Verdict.MET: "+",
    Verdict.PARTIAL: "~",
    Verdict.CONTRADICTED: "x",
    Verdict.MISSING: "o",
    Verdict.NOT_APPLICABLE: "/",
    Verdict.UNREAD: "?",
}
_ASCII = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "●": "*", "§": "section "})

# Narrower screens get names above words rather than beside them, and a table of two columns.
MIN_WIDTH_SIDE_BY_SIDE = 64
MAX_WIDTH = 120


def render(reports: Sequence[Report], look: Look) -> str:
    """Every report in turn, `look.width` columns wide at most."""
    from rich.console import Console

    page = io.StringIO()
    width = max(30, min(look.width, MAX_WIDTH))
    # An empty environment: what is shown depends on the reports and on `look` alone.
    console = Console(
        file=page,
        width=width,
        force_terminal=look.has_color,
        color_system="standard" if look.has_color else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
        _environ={},
    )
    for index, report in enumerate(reports):
        if index:
            console.print("=" * width)
        _Page(console, look, width).tell(report)
    return "".join(line.rstrip() + "\n" for line in page.getvalue().rstrip("\n").split("\n"))


class _Page:
    """Prints one report; everything goes through `_text`, so that nothing a document says is taken for mark-up."""

    def __init__(self, console: Console, look: Look, width: int) -> None:
        self._console = console
        self._look = look
        self._width = width

    def tell(self, report: Report) -> None:
        document = report.document
        self._line(document.path, "bold")
        self._line(f"{words.NOTICE} {words.size(document)}", "dim")
        if isinstance(document, Unread):
            self._blank()
            self._rows([("could not be read", document.message), *([("what to do", document.hint)] if document.hint else [])])
            self._source(report)
            return
        for warning in document.warnings:
            self._line(f"warning: {warning}", "yellow")
        self._blank()
        self._line(f"Kind of paper: {report.instrument.kind}", "bold")
        self._quotes(report.instrument.evidence[:1])
        if report.cautions:
            self._blank()
            self._line("Cautions", "bold")
            for caution in report.cautions:
                self._line(f"! {caution.text}", "yellow")
                self._quotes(caution.evidence)
        self._blank()
        self._table(report.findings)
        self._line(words.summary(report))
        self._gaps(words.gaps(report))
        self._met(words.met(report))
        self._source(report)

    def _table(self, findings: Sequence[Finding]) -> None:
        from rich import box
        from rich.table import Table

        is_wide = self._width >= MIN_WIDTH_SIDE_BY_SIDE
        table = Table(box=box.ASCII if self._look.is_plain else box.ROUNDED, show_lines=False, width=self._width if not is_wide else None)
        table.add_column("verdict", no_wrap=is_wide)
        table.add_column("provision", ratio=1 if not is_wide else None)
        if is_wide:
            table.add_column("severity")
            table.add_column("confidence", justify="right")
        for f in findings:
            review = f" ({words.REVIEW})" if f.needs_review else ""
            cells: list[RenderableType] = [self._light(f.verdict), self._text(f.provision.title + review)]
            table.add_row(*cells, *([f.provision.severity.value, f"{f.confidence:.2f}"] if is_wide else []))
        self._console.print(table)

    def _gaps(self, gaps: Sequence[Finding]) -> None:
        for number, finding in enumerate(gaps, 1):
            provision = finding.provision
            self._blank()
            title = self._text(f"{number}. ")
            title.append_text(self._light(finding.verdict))
            title.append_text(self._text(f": {provision.title} ({provision.severity.value})"))
            title.stylize("bold")
            self._console.print(title)
            if finding.needs_review:
                self._line(f"   {words.REVIEW} (confidence {finding.confidence:.2f})", "magenta")
            self._quotes(finding.evidence)
            if finding.nearest:
                self._line("   The nearest passages, none of which says it:")
                self._quotes(finding.nearest)
            rows = [("why", finding.reason), ("law", words.law(provision.citation))]
            rows += [("it lacks", "; ".join(e.text for e in words.lacking(finding)))] if words.lacking(finding) else []
            rows += words.also_asked(finding)
            self._rows([*rows, *words.ask_for(provision)])

    def _met(self, met: Sequence[Finding]) -> None:
        from rich.padding import Padding

        if not met:
            return
        self._blank()
        self._line("Met", "bold")
        for finding in met:
            title = self._light(finding.verdict)
            review = f" ({words.REVIEW})" if finding.needs_review else ""
            title.append_text(self._text(f": {finding.provision.title}{review}; {words.law(finding.provision.citation)}"))
            self._console.print(title)
            self._quotes(finding.evidence[:1])
            for name, text in words.also_asked(finding):
                self._console.print(Padding(self._text(f"met; {name}: {text}"), (0, 0, 0, 3), expand=False))

    def _source(self, report: Report) -> None:
        self._blank()
        for name, value in words.source(report):
            self._line(f"{name}: {value}", "dim")
        self._line(words.NOTICE, "dim")

    def _quotes(self, evidence: Iterable[Evidence]) -> None:
        from rich.padding import Padding

        for passage in evidence:
            left, right = ('"', '"') if self._look.is_plain else ("“", "”")
            # Verbatim, even on a plain page: these are the document's words, not ours.
            quote = self._text(f"{left}{passage.text}{right}", is_ours=False)
            quote.stylize("italic")
            self._console.print(Padding(quote, (0, 0, 0, 3), expand=False))
            self._console.print(Padding(self._text(f"({words.place(passage)})"), (0, 0, 0, 3), expand=False), style="dim")

    def _rows(self, rows: Sequence[tuple[str, str]]) -> None:
        from rich.padding import Padding
        from rich.table import Table

        if self._width < MIN_WIDTH_SIDE_BY_SIDE:
            for name, value in rows:
                self._line(f"   {name}:", "bold")
                self._console.print(Padding(self._text(value), (0, 0, 0, 5), expand=False))
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(min_width=22, max_width=22, style="bold")
        grid.add_column()
        for name, value in rows:
            grid.add_row(self._text(f"{name}:"), self._text(value))
        self._console.print(Padding(grid, (0, 0, 0, 3), expand=False))

    def _light(self, verdict: Verdict) -> Text:
        sign = _SIGNS[verdict] if self._look.is_plain else "●"
        text = self._text(f"{sign} {words.VERDICTS[verdict]}")
        text.stylize(_COLORS[verdict], 0, 1)
        return text

    def _line(self, text: str, style: str = "") -> None:
        self._console.print(self._text(text), style=style)

    def _blank(self) -> None:
        self._console.print()

    def _text(self, text: str, *, is_ours: bool = True) -> Text:
        from rich.text import Text

        shown = words.harmless(text)
        return Text(shown.translate(_ASCII) if is_ours and self._look.is_plain else shown)
