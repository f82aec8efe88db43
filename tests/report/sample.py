"""Reports made by hand: one of every verdict, hostile text included. No model is needed."""

from __future__ import annotations

import hashlib

from contractcheck.document import Block, BlockKind, Document, Unread
from contractcheck.findings import Caution, ElementFound, Evidence, Finding, Instrument, Report, Verdict
from contractcheck.ruleset import Citation, Element, Mark, Provision, Ruleset, Severity, Stance
from contractcheck.span import Span

LINES = (
    "1. Advertising",
    "We never show targeted ads to pupils.",
    "2. Sharing",
    "We may sell records to [bold]partners[/bold] | friends & <b>others</b> *today*.",
    "Passwords are hashed “where feasible”.",
)
TEXT = "\n".join(LINES)


def _provision(id_: str, title: str, severity: Severity, mark: Mark, elements: tuple[Element, ...] = ()) -> Provision:
    return Provision(
        id=id_,
        title=title,
        bound="vendor",
        severity=severity,
        citation=Citation("20-7-1325, MCA", mark),
        demand=f"demand of {id_}",
        claims=(),
        elements=elements,
        met="m",
        partial="p",
        contradicted="c",
        exceptions=(),
        good=("g",),
        bad=("b",),
        question=f"question of {id_}?",
        advice=f"advice of {id_}",
        model_text=f"Vendor shall honor {id_}.",
        fallback="f",
        topic="x",
    )


ELEMENTS = (
    Element("ban", "a ban", True),
    Element("cookies", "cookies are covered", False, citation=Citation("20-7-1325(1), MCA", Mark.MEMORY)),
    Element("audit", "an audit", False, citation=Citation("good practice", Mark.DESIGN)),
)
ADS = _provision("no-ads", "No targeted ads", Severity.CRITICAL, Mark.VERIFIED, ELEMENTS)
SALE = _provision("no-sale", "No sale", Severity.CRITICAL, Mark.PARTLY)
SECURITY = _provision("security", "Security", Severity.HIGH, Mark.MEMORY)
BREACH = _provision("breach", "Breach notice", Severity.LOW, Mark.DESIGN, (Element("notice", "notice of a breach", True),))
RULESET = Ruleset("test-rules", "Rules for tests", "1.2.3", "nobody", "a" * 64, (ADS, SALE, SECURITY, BREACH))
MODELS = (("reader.onnx", "b" * 64),)


def document(path: str = "terms.txt", text: str = TEXT, page_starts: tuple[int, ...] = (0, 15)) -> Document:
    blocks = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(Span(start, start + len(line)), BlockKind.PARAGRAPH))
        start += len(line) + 1
    return Document(path, "text", hashlib.sha256(text.encode()).hexdigest(), text, tuple(blocks), page_starts, ("an image was left out",))


def quote(doc: Document, words: str, section: str, stance: Stance | None) -> Evidence:
    start = doc.text.index(words)
    span = Span(start, start + len(words))
    return Evidence(words, span, doc.locate(span).page, section, stance)


def report(doc: Document | None = None) -> Report:
    doc = doc or document()
    ads = quote(doc, LINES[1], "1. Advertising", Stance.SECURES)
    sale = quote(doc, LINES[3], "2. Sharing", Stance.CONTRADICTS)
    hashed = quote(doc, LINES[4], "2. Sharing", Stance.NEUTRAL)
    return Report(
        document=doc,
        ruleset=RULESET,
        models=MODELS,
        findings=(
            Finding(
                ADS, Verdict.MET, 0.97, False, "it bans them", "no-ads/banned",
                (
                    ElementFound("ban", "a ban", True, True),
                    ElementFound("cookies", "cookies are covered", False, False),
                    ElementFound("audit", "an audit", False, False),
                ),
                (ads,),
            ),
            Finding(SALE, Verdict.CONTRADICTED, 0.5, True, "it lets the data be sold: “We may sell …”", "no-sale/sells", (), (sale,)),
            Finding(SECURITY, Verdict.PARTIAL, 0.8, False, "an effort only", "security/hedged", (), (hashed,)),
            Finding(
                BREACH, Verdict.MISSING, 0.9, False, "nothing in the document speaks to this", "breach/missing",
                (ElementFound("notice", "notice of a breach", False, True),), (), (quote(doc, LINES[4], "2. Sharing", None),),
            ),
        ),
        instrument=Instrument("web terms", (quote(doc, LINES[1], "1. Advertising", None),)),
        cautions=(Caution("unilateral-change", "The vendor may change these terms.", (quote(doc, LINES[3], "2. Sharing", None),)),),
    )


def unread() -> Report:
    findings = tuple(Finding(p, Verdict.UNREAD, 0.0, True, "the file could not be read: no text") for p in RULESET.provisions)
    gone = Unread("scan.pdf", "pdf", "c" * 64, "no-text-layer", "the pages are pictures", "run text recognition on it first")
    return Report(gone, RULESET, MODELS, findings, Instrument("unknown"))
