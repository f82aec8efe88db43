"""How often the tool and a careful reader agree on whole documents, where such labels are at hand.

CONTRACTCHECK_EVAL_DIR names a folder with labels.jsonl ({"doc", "provision", "verdict", "evidence"}, one a line) and docs/<doc>.*.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from contractcheck import analyze, load_ruleset
from contractcheck.document import Document
from contractcheck.extract import SUFFIXES
from contractcheck.findings import Report

FOLDER = os.environ.get("CONTRACTCHECK_EVAL_DIR", "")

MIN_ACCURACY = 0.65
# Of the provisions labelled missing or contradicted, those said to be met: the mistake that lets a bad contract pass.
MAX_FALSE_ASSURANCE = 0.08


@dataclass(frozen=True)
class Label:
    doc: str
    provision: str
    verdict: str


def accuracy(told: list[tuple[str, str]]) -> float:
    """The part of (label, verdict) pairs that agree."""
    return sum(label == verdict for label, verdict in told) / len(told)


def false_assurance(told: list[tuple[str, str]]) -> float:
    """The part of the pairs labelled missing or contradicted whose verdict is `met`; 0 where there are none."""
    bad = [verdict for label, verdict in told if label in ("missing", "contradicted")]
    return sum(verdict == "met" for verdict in bad) / len(bad) if bad else 0.0


@pytest.mark.parametrize(
    ("told", "right", "assured"),
    [
        pytest.param([("met", "met"), ("missing", "missing")], 1, 0, id="all agree"),
        pytest.param([("met", "partial"), ("missing", "missing")], 0.5, 0, id="too strict assures nobody"),
        pytest.param([("partial", "met"), ("missing", "missing")], 0.5, 0, id="half right"),
        pytest.param([("contradicted", "met"), ("missing", "missing")], 0.5, 0.5, id="too lenient"),
        pytest.param([("missing", "partial"), ("missing", "contradicted")], 0, 0, id="wrong, but nobody is assured"),
    ],
)
def test_measures(told: list[tuple[str, str]], right: float, assured: float) -> None:
    assert (accuracy(told), false_assurance(told)) == (right, assured)


needs_labels = pytest.mark.skipif(not FOLDER, reason="CONTRACTCHECK_EVAL_DIR is not set: no labelled documents at hand")


def _labels() -> Iterator[Label]:
    for line in (Path(FOLDER) / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Label(row["doc"], row["provision"], row["verdict"])


def _file(doc: str) -> Path:
    found = [path for path in sorted((Path(FOLDER) / "docs").glob(f"{doc}.*")) if path.suffix in SUFFIXES and path.stem == doc]
    assert len(found) == 1, f"{doc}: {[path.name for path in found]}"
    return found[0]


@pytest.fixture(scope="module")
def labels() -> list[Label]:
    found = list(_labels())
    assert found
    return found


@pytest.fixture(scope="module")
def reports(labels: list[Label]) -> dict[str, Report]:
    ruleset = load_ruleset("montana-3650")
    return {doc: analyze(str(_file(doc)), ruleset) for doc in sorted({label.doc for label in labels})}


@pytest.fixture(scope="module")
def told(labels: list[Label], reports: dict[str, Report]) -> list[tuple[Label, str]]:
    verdicts = {(doc, finding.provision.id): finding.verdict.value for doc, report in reports.items() for finding in report.findings}
    return [(label, verdicts[label.doc, label.provision]) for label in labels]


def _misses(told: list[tuple[Label, str]], *, only_met: bool) -> str:
    return "\n".join(f"{x.doc} {x.provision}: {x.verdict}, told {said}" for x, said in told if said != x.verdict and (said == "met" or not only_met))


@needs_labels
def test_every_document_is_read(reports: dict[str, Report]) -> None:
    assert [doc for doc, report in reports.items() if report.is_unread] == []


@needs_labels
def test_accuracy(told: list[tuple[Label, str]]) -> None:
    assert accuracy([(x.verdict, said) for x, said in told]) >= MIN_ACCURACY, _misses(told, only_met=False)


@needs_labels
def test_false_assurance(told: list[tuple[Label, str]]) -> None:
    assert false_assurance([(x.verdict, said) for x, said in told]) <= MAX_FALSE_ASSURANCE, _misses(told, only_met=True)


@needs_labels
def test_quotes_are_verbatim(reports: dict[str, Report]) -> None:
    for doc, report in reports.items():
        assert isinstance(report.document, Document), doc
        for finding in report.findings:
            for quote in (*finding.evidence, *finding.nearest):
                assert quote.text == report.document.text[quote.span.start : quote.span.end], (doc, finding.provision.id)
        for quote in (*report.instrument.evidence, *(q for caution in report.cautions for q in caution.evidence)):
            assert quote.text == report.document.text[quote.span.start : quote.span.end], doc
