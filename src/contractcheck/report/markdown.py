"""The report as a memo: Markdown that reads well as plain text, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from contractcheck.document import Unread
from contractcheck.findings import Evidence, Finding, Report
from contractcheck.report import words
from contractcheck.report.look import Look

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!&$])")
_STARTS_LIST = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.M)


def render(reports: Sequence[Report], look: Look) -> str:
    """One memo a report, with a rule between two; `look` changes nothing."""
    return "\n---\n\n".join("\n".join(_lines(report)).rstrip() + "\n" for report in reports)


def _lines(report: Report) -> Iterator[str]:
    document = report.document
    yield from (f"# Contract check: {_plain(document.path)}", "")
    yield from (f"**{words.NOTICE}** {_plain(words.summary(report))}.", "")
    yield from (f"- {name}: {_plain(value)}" for name, value in (("document", words.size(document)), *words.source(report)))
    yield ""
    if isinstance(document, Unread):
        yield from (f"**The file could not be read:** {_plain(document.message)}.", "", f"What to do: {_plain(document.hint)}" if document.hint else "")
        return
    yield from (f"- warning: {_plain(warning)}" for warning in document.warnings)
    yield from ("" for _ in document.warnings[:1])
    yield from (f"## Kind of paper: {report.instrument.kind}", "")
    yield from _quotes(report.instrument.evidence)
    if report.cautions:
        yield from ("## Cautions", "")
        for caution in report.cautions:
            yield from (f"**{_plain(caution.text)}**", "")
            yield from _quotes(caution.evidence)
    yield from _table(report)
    if gaps := words.gaps(report):
        yield from ("## Gaps", "")
        for number, finding in enumerate(gaps, 1):
            yield from _gap(number, finding)
    if met := words.met(report):
        yield from ("## Met", "")
        for finding in met:
            yield from _met(finding)


def _table(report: Report) -> Iterator[str]:
    yield from ("## Verdicts", "", "| provision | verdict | severity | confidence | law |", "| --- | --- | --- | --- | --- |")
    for f in report.findings:
        review = f" ({words.REVIEW})" if f.needs_review else ""
        law = _plain(words.law(f.provision.citation))
        yield f"| {_plain(f.provision.title)} | ● {words.VERDICTS[f.verdict]}{review} | {f.provision.severity.value} | {f.confidence:.2f} | {law} |"
    yield ""


def _gap(number: int, finding: Finding) -> Iterator[str]:
    provision = finding.provision
    yield from (f"### {number}. {_plain(provision.title)}: {words.VERDICTS[finding.verdict]} ({provision.severity.value})", "")
    if finding.needs_review:
        yield from (f"**{words.REVIEW}** (confidence {finding.confidence:.2f})", "")
    yield from _quotes(finding.evidence)
    if finding.nearest:
        yield from ("The nearest passages, none of which says it:", "")
        yield from _quotes(finding.nearest)
    rows = [("why", finding.reason), ("law", words.law(provision.citation))]
    rows += [("it lacks", "; ".join(e.text for e in words.lacking(finding)))] if words.lacking(finding) else []
    rows += words.also_asked(finding)
    yield from (f"- **{name}:** {_plain(value)}" for name, value in (*rows, *words.ask_for(provision)))
    yield ""


def _met(finding: Finding) -> Iterator[str]:
    review = f" ({words.REVIEW})" if finding.needs_review else ""
    yield from (f"**{_plain(finding.provision.title)}**{review}, {_plain(words.law(finding.provision.citation))}", "")
    yield from _quotes(finding.evidence[:1])
    for name, text in words.also_asked(finding):
        yield from (f"met; {name}: {_plain(text)}", "")


def _quotes(evidence: Iterable[Evidence]) -> Iterator[str]:
    for passage in evidence:
        yield from (f"> {line}" for line in _plain(passage.text).split("\n"))
        yield from (">", f"> ({_plain(words.place(passage))})", "")


def _plain(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    escaped = _SPECIAL.sub(r"\\\1", words.harmless(text))
    return _STARTS_LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", escaped)
