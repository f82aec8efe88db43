"""What holds of every report: quotes are verbatim, and the same bytes give the same words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contractcheck.assess import assess, paper
from contractcheck.document import Document
from contractcheck.extract.builder import Builder
from contractcheck.extract.text import add_plain
from contractcheck.findings import Evidence
from contractcheck.load import load_cases, load_ruleset
from contractcheck.read import read
from contractcheck.ruleset import Stance
from contractcheck.run import default_bars
from contractcheck.segment import segment

SAMPLES = Path(__file__).parents[2] / "samples"
RULESET = load_ruleset("montana-3650")
CASES = [case.text for provision in RULESET.provisions for case in load_cases(RULESET.id, provision.id)[0]]


def _check(document: Document, quotes: tuple[Evidence, ...]) -> None:
    for quote in quotes:
        assert quote.text == document.text[quote.span.start : quote.span.end]
        assert quote.text.strip()
        assert quote.page == document.locate(quote.span).page


# Real clauses, for a text that says nothing has no evidence to be wrong; and anything between them.
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(CASES) | st.text(max_size=60), min_size=1, max_size=6).map("\n".join))
def test_evidence_is_verbatim(raw: str) -> None:
    builder = Builder()
    add_plain(raw, builder)
    document = builder.build("made.txt", "text", "0" * 64)
    contract = segment(document)
    findings = assess(contract, read(contract, RULESET), RULESET, default_bars())
    assert [finding.provision for finding in findings] == list(RULESET.provisions)
    for finding in findings:
        _check(document, (*finding.evidence, *finding.nearest))
        assert 0 <= finding.confidence <= 1
        assert bool(finding.evidence) is (finding.verdict.value != "missing")
        assert all(isinstance(quote.stance, Stance) for quote in finding.evidence)
        assert [quote.stance for quote in finding.nearest] == [None] * len(finding.nearest)
    _check(document, paper.instrument(contract).evidence)
    for caution in paper.cautions(contract):
        _check(document, caution.evidence)


def _report(seed: str) -> bytes:
    code = "import sys; from contractcheck.cli.main import run; sys.exit(run(['check', 'weak-policy.html', '--format', 'json']))"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run([sys.executable, "-c", code], cwd=SAMPLES, env=environment, capture_output=True, check=True).stdout


def test_the_same_bytes_give_the_same_report() -> None:
    # Two processes that hash differently: no order in a report may come from a set.
    first = _report("1")
    assert b'"verdict"' in first
    assert _report("2") == first
