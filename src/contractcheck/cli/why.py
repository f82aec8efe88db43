"""The road from a document's sentences to one verdict, in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from contractcheck.assess import Bars
from contractcheck.assess.table import TABLE
from contractcheck.contract import Contract, Sentence
from contractcheck.document import Unread
from contractcheck.findings import Finding
from contractcheck.read.candidates import candidates
from contractcheck.reading import Reading
from contractcheck.report import words
from contractcheck.ruleset import Provision
from contractcheck.run import Trace

WIDTH = 100


def road(trace: Trace, provision: Provision, bars: Bars) -> str:
    """Which sentences were read, what each was taken to say, and the row of the table that decided."""
    finding = next(f for f in trace.report.findings if f.provision.id == provision.id)
    return words.harmless("".join(f"{line}\n" for line in _lines(trace, finding, bars)))


def _lines(trace: Trace, finding: Finding, bars: Bars) -> Iterator[str]:
    report, provision = trace.report, finding.provision
    yield f"{report.document.path}: {provision.id} ({provision.title})"
    yield words.NOTICE
    yield ""
    yield f"verdict     {words.VERDICTS[finding.verdict]}, confidence {finding.confidence:.2f}" + (f" ({words.REVIEW})" if finding.needs_review else "")
    yield f"reason      {finding.reason}"
    if trace.contract is None or isinstance(report.document, Unread):
        return
    yield from _table(finding)
    yield from _read(trace.contract, trace, finding, bars)
    yield ""
    yield from (f"{name}: {value}" for name, value in words.source(report))


def _table(finding: Finding) -> Iterator[str]:
    """The rows of the decision table up to the one that held."""
    yield "table       the first row that holds decides:"
    for row in TABLE[finding.provision.id]:
        has_decided = finding.rule == f"{finding.provision.id}/{row.id}"
        yield f"  {'->' if has_decided else '  '} {row.id}: {words.VERDICTS[row.verdict]}, {row.reason}"
        if has_decided:
            return
    yield f"  -> missing: {finding.reason}"


def _read(contract: Contract, trace: Trace, finding: Finding, bars: Bars) -> Iterator[str]:
    """Every candidate with its Readings, in text order."""
    provision_id = finding.provision.id
    said: dict[int, list[Reading]] = {}
    for reading in finding.readings:
        said.setdefault(reading.sentence.index, []).append(reading)
    chosen = {s.index: s for s, ids in candidates(contract, trace.report.ruleset) if provision_id in ids}
    # Another provision's sentence may speak to this one, too.
    chosen.update({r.sentence.index: r.sentence for r in finding.readings})
    yield ""
    yield f"{words.count(len(chosen), 'candidate')}: the sentences that use words of this topic; {sum(map(len, said.values()))} readings"
    for index in sorted(chosen):
        sentence = chosen[index]
        yield ""
        yield from _sentence(contract, sentence, finding)
        for reading in said.get(index, []):
            yield from _reading(reading, bars)
        if index not in said:
            yield "    says nothing about it"


def _sentence(contract: Contract, sentence: Sentence, finding: Finding) -> Iterator[str]:
    found = contract.document.locate(sentence.span)
    page = f"page {found.page}, " if found.page is not None else ""
    has_decided = any(e.span.overlaps(sentence.span) for e in finding.evidence)
    section = f", {sentence.clause.section}" if sentence.clause.section else ""
    place = f"{page}line {found.line}, characters {sentence.span.start} to {sentence.span.end}{section}"
    yield f"  * {place} [decided]" if has_decided else f"  - {place}"
    if sentence.lead_in is not None:
        yield from textwrap.wrap(f"(after: {sentence.lead_in.of(contract.document.text)})", WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield from textwrap.wrap(contract.text_of(sentence), WIDTH, initial_indent="    ", subsequent_indent="    ")


def _reading(reading: Reading, bars: Bars) -> Iterator[str]:
    bar = bars.of(reading.stance, reading.provision_id)
    verb = "counts" if reading.score >= bar else "does not count"
    yield f"    = {reading.claim} ({reading.stance.value}), score {reading.score:.3f}: {verb}, the bar is {bar:.2f}"
    yield f"      actor {reading.actor.value}, scope {reading.scope.value}, force {reading.force.value}, exceptions {reading.exceptions.value}"
    if reading.cues:
        yield f"      cues: {'; '.join(reading.cues)}"
