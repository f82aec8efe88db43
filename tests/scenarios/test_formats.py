"""One agreement, four formats, one reading of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from contractcheck.contract import Sentence
from contractcheck.document import Document
from contractcheck.extract import extract
from contractcheck.segment import segment

from .command import SAMPLES, contractcheck

FORMATS = ("docx", "html", "md", "pdf")


def _structure(suffix: str) -> list[tuple[str, str, str, str, bool, str]]:
    """Every sentence with where it stands."""
    document = extract(str(SAMPLES / f"good-agreement.{suffix}"))
    assert isinstance(document, Document), document
    contract = segment(document)

    def told(sentence: Sentence) -> tuple[str, str, str, str, bool, str]:
        lead = sentence.lead_in.of(document.text) if sentence.lead_in else ""
        return contract.text_of(sentence), sentence.clause.label, sentence.clause.section, lead, sentence.is_heading, str(sentence.scope)

    return [told(sentence) for sentence in contract.sentences]


# Word keeps numbers, headings and lists apart, so its structure is known and not guessed.
@pytest.mark.parametrize("suffix", [suffix for suffix in FORMATS if suffix != "docx"])
def test_the_same_structure_as_in_word(suffix: str) -> None:
    ours, words = _structure(suffix), _structure("docx")
    assert [(one, other) for one, other in zip(ours, words, strict=True) if one != other] == []


def test_the_same_verdicts(tmp_path: Path) -> None:
    names = [f"good-agreement.{suffix}" for suffix in FORMATS]
    for name in names:
        shutil.copy(SAMPLES / name, tmp_path)
    result = contractcheck(["check", *names, "--format", "json"], tmp_path)
    assert (result.code, result.err) == (0, "")
    verdicts: dict[str, dict[str, str]] = {}
    for suffix, report in zip(FORMATS, json.loads(result.out), strict=True):
        for finding in report["findings"]:
            verdicts.setdefault(finding["provision"], {})[suffix] = finding["verdict"]
    assert {provision: told for provision, told in verdicts.items() if len(set(told.values())) > 1} == {}
    assert "unread" not in {verdict for told in verdicts.values() for verdict in told.values()}
