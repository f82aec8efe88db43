"""The report on a sample, word for word, in every way of telling it.

A difference is either a mistake or meant; CONTRACTCHECK_UPDATE=1 writes the files anew, and their diff shows which.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from contractcheck import analyze
from contractcheck.findings import Report
from contractcheck.report import REPORTERS, SUFFIXES, Look

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# Relative, so that the report names the same path on every machine.
SAMPLE = "samples/weak-policy.html"
IS_UPDATE = os.environ.get("CONTRACTCHECK_UPDATE") == "1"

FILES = {"console": "weak-policy.txt", "json": "weak-policy.json", "markdown": "weak-policy.md"}


@pytest.fixture(scope="module")
def report() -> Report:
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return analyze(SAMPLE)
    finally:
        os.chdir(before)


@pytest.mark.parametrize("format", sorted(REPORTERS))
def test_report(report: Report, format: str) -> None:
    path = HERE / FILES[format]
    told = REPORTERS[format]([report], Look())
    if IS_UPDATE:
        path.write_text(told, encoding="utf-8", newline="\n")
    assert told == path.read_bytes().decode("utf-8")


def test_every_way_of_telling_has_a_file() -> None:
    assert {format: SUFFIXES[Path(name).suffix] for format, name in FILES.items()} == {format: format for format in REPORTERS}
