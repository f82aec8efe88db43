"""Readings into Findings: the table decides, and every verdict says why and shows its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from contractcheck.assess.confidence import Calibration, features
from contractcheck.assess.table import TABLE, Row
from contractcheck.assess.weighing import Bars, Weighing, weigh
from contractcheck.contract import Contract, Sentence
from contractcheck.findings import ElementFound, Evidence, Finding, Verdict
from contractcheck.reading import Reading
from contractcheck.ruleset import Provision, Ruleset, Stance
from contractcheck.span import Span

MAX_EVIDENCE = 3
# A passage is quoted with its lead-in while the two stay this close and this short.
MAX_PASSAGE_WORDS = 90
MAX_NEAREST = 3

# Using data to target ads is a use unrelated to the service, and so is selling it. What one provision's
# sentence says thus speaks to another; written once here rather than labelled twice in every sentence.
IMPLIED = {
    ("no-targeted-advertising", "targets"): ("purpose-limitation", "unrelated", Stance.CONTRADICTS),
    ("no-sale", "sells"): ("purpose-limitation", "unrelated", Stance.CONTRADICTS),
}


UNCALIBRATED = Calibration()


def assess(contract: Contract, readings: Sequence[Reading], ruleset: Ruleset, bars: Bars, calibration: Calibration = UNCALIBRATED) -> tuple[Finding, ...]:
    """One Finding per provision of `ruleset`, in its order; confidences are 0.5 without a `calibration`."""
    implied = [
        replace(r, provision_id=to[0], claim=to[1], stance=to[2]) for r in readings if (to := IMPLIED.get((r.provision_id, r.claim)))
    ]
    everything = (*readings, *implied)
    return tuple(_finding(contract, everything, provision, bars, calibration) for provision in ruleset.provisions)


def _finding(contract: Contract, readings: Sequence[Reading], provision: Provision, bars: Bars, calibration: Calibration) -> Finding:
    weighing = weigh(readings, provision.id, bars, student_use_excluded=contract.student_use_excluded is not None)
    own = tuple(r for r in readings if r.provision_id == provision.id)
    for row in TABLE[provision.id]:
        if deciding := row.when(weighing):
            chance = calibration.chance(features(provision.id, row.verdict, deciding, weighing, own))
            return Finding(
                provision=provision,
                verdict=row.verdict,
                confidence=chance,
                needs_review=chance < calibration.review_below,
                reason=_reason(contract, row, deciding, weighing),
                rule=f"{provision.id}/{row.id}",
                elements=_elements(contract, provision, weighing),
                evidence=_evidence(contract, deciding),
                readings=own,
            )
    chance = calibration.chance(features(provision.id, Verdict.MISSING, (), weighing, own))
    return Finding(
        provision=provision,
        verdict=Verdict.MISSING,
        confidence=chance,
        needs_review=chance < calibration.review_below,
        reason="nothing in the document speaks to this",
        rule=f"{provision.id}/missing",
        elements=_elements(contract, provision, weighing),
        nearest=_nearest(contract, provision, own),
        readings=own,
    )


def _reason(contract: Contract, row: Row, deciding: Sequence[Reading], weighing: Weighing) -> str:
    """One sentence naming the deciding words."""
    words = contract.text_of(deciding[0].sentence).split()
    shown = " ".join(words[:14]) + (" …" if len(words) > 14 else "")
    limits = ""
    if row.verdict is Verdict.PARTIAL:
        first = deciding[0]
        what = {"place": "only for one state or country", "under13": "only for children under 13", "part": "only for some data or persons"}.get(first.scope.value, "")
        firm = {"hedged": "only as an effort", "may": "only as an option"}.get(first.force.value, "") if first.stance is Stance.SECURES else ""
        open_ = "with an open exception" if first.exceptions.value == "swallow" and first.stance is Stance.SECURES else ""
        said = [part for part in (what, firm, open_, "in a document that does not cover pupils" if weighing.student_use_excluded else "") if part]
        limits = f" ({', '.join(said)})" if said else ""
    return f"{row.reason}{limits}: “{shown}”"


def _elements(contract: Contract, provision: Provision, weighing: Weighing) -> tuple[ElementFound, ...]:
    out = []
    words = " ".join(contract.text_of(r.sentence) for r in weighing.readings if r.stance is Stance.SECURES)
    for element in provision.elements:
        found = bool(weighing.any(*element.claims)) if element.claims else False
        if element.pattern and (found or not element.claims):
            found = re.search(element.pattern, words, re.I) is not None
        out.append(ElementFound(element.id, element.text, found, element.decides))
    return tuple(out)


def _evidence(contract: Contract, deciding: Sequence[Reading]) -> tuple[Evidence, ...]:
    out: list[Evidence] = []
    for reading in deciding:
        span = _passage(contract, reading.sentence)
        if any(span.overlaps(e.span) for e in out):
            continue
        out.append(_quote(contract, span, reading.sentence, reading.stance))
        if len(out) == MAX_EVIDENCE:
            break
    return tuple(out)


def _passage(contract: Contract, sentence: Sentence) -> Span:
    """The sentence, from its lead-in on where that is near and the whole stays short."""
    if sentence.lead_in is None:
        return sentence.span
    whole = Span(sentence.lead_in.start, sentence.span.end)
    lines = whole.of(contract.document.text)
    return whole if len(lines.split()) <= MAX_PASSAGE_WORDS and lines.count("\n") <= 2 else sentence.span


def _quote(contract: Contract, span: Span, sentence: Sentence, stance: Stance | None) -> Evidence:
    place = contract.document.locate(span)
    return Evidence(span.of(contract.document.text), span, place.page, sentence.clause.section, stance)


def _nearest(contract: Contract, provision: Provision, readings: Sequence[Reading]) -> tuple[Evidence, ...]:
    """The passages that came closest, for the reader to check that nothing was overlooked."""
    spans: dict[Span, Sentence] = {}
    for reading in sorted(readings, key=lambda r: (-r.score, r.sentence.span.start)):
        spans.setdefault(reading.sentence.span, reading.sentence)
    topic = re.compile(provision.topic, re.I)
    for sentence in contract.sentences:
        if len(spans) >= MAX_NEAREST:
            break
        if not sentence.is_heading and len(topic.findall(contract.text_of(sentence))) > 1:
            spans.setdefault(sentence.span, sentence)
    return tuple(_quote(contract, span, sentence, None) for span, sentence in list(spans.items())[:MAX_NEAREST])
