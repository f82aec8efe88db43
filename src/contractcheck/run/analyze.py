"""One file down the whole road: extract, segment, read, assess."""

from __future__ import annotations

from dataclasses import dataclass

from contractcheck.assess import Bars, Calibration, assess, paper
from contractcheck.contract import Contract
from contractcheck.document import Document, Unread
from contractcheck.extract import extract
from contractcheck.findings import Finding, Instrument, Report, Verdict
from contractcheck.nlp import models, parser
from contractcheck.read import read
from contractcheck.reading import Reading
from contractcheck.ruleset import Ruleset
from contractcheck.segment import segment


@dataclass(frozen=True, slots=True)
class Trace:
    """A Report with what it was made from. `contract` is None where the file could not be read."""

    report: Report
    contract: Contract | None
    readings: tuple[Reading, ...]


def default_bars() -> Bars:
    """The bars the shipped models were tuned to."""
    content = dict(models.manifest().get("bars", {}))
    return Bars(**content.pop("default", {}), by_provision={name: Bars(**bars) for name, bars in content.items()})


def default_calibration() -> Calibration:
    """The calibration that was fitted to the shipped models."""
    content = models.manifest().get("calibration", {})
    return Calibration(content.get("weights", {}), content.get("review_below", 0.0))


def analyze(path: str, ruleset: Ruleset, *, bars: Bars | None = None) -> Report:
    """The file at `path` measured against `ruleset`; findings in the ruleset's order.

    An unreadable file gives a report too, with every finding `unread`. ModelError when the models
    are missing or are not the ones this version was tested with.
    """
    return trace(path, ruleset, bars=bars).report


def trace(path: str, ruleset: Ruleset, *, bars: Bars | None = None) -> Trace:
    """Like `analyze`, with the contract and every Reading that was weighed, for those who ask why."""
    document = extract(path)
    if isinstance(document, Unread):
        findings = tuple(
            Finding(provision, Verdict.UNREAD, 0.0, True, f"the file could not be read: {document.message}") for provision in ruleset.provisions
        )
        return Trace(Report(document, ruleset, weights(), findings, Instrument("unknown")), None, ())
    return _measure(document, ruleset, bars or default_bars())


def _measure(document: Document, ruleset: Ruleset, bars: Bars) -> Trace:
    contract = segment(document)
    readings = read(contract, ruleset)
    report = Report(
        document=document,
        ruleset=ruleset,
        models=weights(),
        findings=assess(contract, readings, ruleset, bars, default_calibration()),
        instrument=paper.instrument(contract),
        cautions=paper.cautions(contract),
    )
    return Trace(report, contract, readings)


def weights() -> tuple[tuple[str, str], ...]:
    """Name and sha256 of every learned file a report rests on, by name."""
    files: dict[str, str] = models.manifest()["files"]
    return tuple(sorted({**files, parser.PIPELINE: parser.pipeline_sha256()}.items()))
