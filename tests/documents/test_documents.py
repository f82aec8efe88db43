"""Eighty short documents written for this project, with the verdicts a careful reader gives them.

The bars of the models were set with these documents among others, so the floors here guard against
decay; they are no measure of quality (models/README.md has that).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from contractcheck.document import Document
from contractcheck.extract import extract
from contractcheck.findings import Verdict
from contractcheck.load import load_ruleset
from contractcheck.run import analyze

HERE = Path(__file__).parent
PATHS = sorted(HERE.glob("*.md"))
KINDS = {"privacy-policy", "terms", "student-dpa", "gdpr-dpa", "research-dua", "compliance-page", "faq"}
RULESET = load_ruleset("montana-3650")


def head(path: Path) -> dict[str, Any]:
    content = yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1])
    assert isinstance(content, dict)
    return content


def test_there_are_eighty() -> None:
    assert len(PATHS) == 80


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)
def test_front_matter(path: Path) -> None:
    content = head(path)
    assert content["kind"] in KINDS
    assert set(content["verdicts"]) == {p.id for p in RULESET.provisions}
    assert set(content["verdicts"].values()) <= {"met", "partial", "contradicted", "missing"}


@pytest.mark.parametrize("path", PATHS[:1], ids=lambda p: p.stem)
def test_front_matter_is_not_read(path: Path) -> None:
    found = extract(str(path))
    assert isinstance(found, Document)
    assert "verdicts" not in found.text


def test_verdicts() -> None:
    right = assured = bad = 0
    for path in PATHS:
        verdicts = head(path)["verdicts"]
        for finding in analyze(str(path), RULESET).findings:
            expected = verdicts[finding.provision.id]
            right += finding.verdict == expected
            if expected in (Verdict.MISSING, Verdict.CONTRADICTED):
                bad += 1
                assured += finding.verdict is Verdict.MET
    assert right / (len(PATHS) * len(RULESET.provisions)) >= 0.85
    assert assured / bad <= 0.04
