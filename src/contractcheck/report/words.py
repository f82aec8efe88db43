"""What every report says in the same words."""

from __future__ import annotations

import re
import unicodedata

from contractcheck.document import Document, Unread
from contractcheck.findings import ElementFound, Evidence, Finding, Report, Verdict
from contractcheck.ruleset import Citation, Mark, Provision
from contractcheck.version import VERSION

NOTICE = "Screening aid, not legal advice."
REVIEW = "check this one yourself"

# "met" is our verdict about words on paper, never a statement that the law is satisfied.
VERDICTS: dict[Verdict, str] = {
    Verdict.MET: "met",
    Verdict.PARTIAL: "partly met",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.MISSING: "missing",
    Verdict.NOT_APPLICABLE: "not applicable",
    Verdict.UNREAD: "not read",
}

GAPS = (Verdict.CONTRADICTED, Verdict.MISSING, Verdict.PARTIAL)


def gaps(report: Report) -> tuple[Finding, ...]:
    """What counsel must act on, the gravest first; ties in the ruleset's order."""
    found = [f for f in report.findings if f.verdict in GAPS]
    return tuple(sorted(found, key=lambda f: (-f.provision.severity.rank, GAPS.index(f.verdict))))


def met(report: Report) -> tuple[Finding, ...]:
    """What the document secures, in the ruleset's order."""
    return tuple(f for f in report.findings if f.verdict is Verdict.MET)


def source(report: Report) -> tuple[tuple[str, str], ...]:
    """What was measured with what, as (name, words), so that anyone can repeat it."""
    ruleset = report.ruleset
    return (
        ("document sha256", report.document.sha256 or "none: the file could not be opened"),
        ("ruleset", f"{ruleset.id} {ruleset.version} (sha256 {ruleset.sha256})"),
        ("tool", f"contractcheck {VERSION}"),
    )


def size(document: Document | Unread) -> str:
    """The format, pages and words of a document."""
    if isinstance(document, Unread):
        return document.format
    pages = document.page_count
    return ", ".join([document.format, *([count(pages, "page")] if pages else []), count(document.word_count, "word")])


def count(number: int, noun: str) -> str:
    """`number` with its noun.

    >>> count(1, "page"), count(1200, "word")
    ('1 page', '1,200 words')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def place(passage: Evidence) -> str:
    """Where a passage stands, for people; characters where the format has neither pages nor sections."""
    page = f"page {passage.page}" if passage.page is not None else ""
    section = f"section “{passage.section}”" if passage.section else ""
    return ", ".join(part for part in (page, section) if part) or f"characters {passage.span.start} to {passage.span.end}"


def law(citation: Citation) -> str:
    """A citation, and how far it was verified."""
    return f"{citation.text} ({citation.mark.words})"


def lacking(finding: Finding) -> tuple[ElementFound, ...]:
    """The deciding elements that a gap lacks."""
    return tuple(e for e in finding.elements if e.decides and not e.found)


def also_asked(finding: Finding) -> tuple[tuple[str, str], ...]:
    """What goes beyond a `met` verdict and is not in the document, as (who asks for it, words with their citation)."""
    citations = {e.id: e.citation for e in finding.provision.elements}
    by_act: list[str] = []
    by_us: list[str] = []
    for element in finding.elements:
        if element.decides or element.found:
            continue
        citation = citations.get(element.id)
        # What no source prescribes must not be said to be the Act's.
        (by_us if citation and citation.mark is Mark.DESIGN else by_act).append(element.text + (f" [{law(citation)}]" if citation else ""))
    rows = (("the Act also asks for", by_act), ("good practice adds", by_us))
    return tuple((name, "; ".join(texts)) for name, texts in rows if texts)


def ask_for(provision: Provision) -> tuple[tuple[str, str], ...]:
    """What to ask the vendor for, as (name, words); what the ruleset leaves empty is left out."""
    rows = (("what to do", provision.advice), ("question to the vendor", provision.question), ("wording to ask for", provision.model_text))
    return tuple((name, words) for name, words in rows if words)


def summary(report: Report) -> str:
    """How many of each verdict, in the order of gravity."""
    if isinstance(report.document, Unread):
        return "nothing could be judged: the file could not be read"
    order = (*GAPS, Verdict.MET, Verdict.NOT_APPLICABLE, Verdict.UNREAD)
    counts = [(VERDICTS[v], sum(f.verdict is v for f in report.findings)) for v in order]
    review = sum(f.needs_review for f in report.findings)
    parts = [f"{number} {name}" for name, number in counts if number]
    return ", ".join(parts) + (f"; {review} to check yourself" if review else "")


def harmless(text: str) -> str:
    """`text` with control and direction characters spelled out, so that no document can drive a terminal.

    >>> harmless("a\\x1b[31mred\\n")
    'a\\\\x1b[31mred\\n'
    """
    return re.sub(r"[^\n]", lambda m: _spelled(m.group()), text) if not text.isprintable() else text


def _spelled(character: str) -> str:
    if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
