"""The JSON report: its keys, its offsets, its schema."""

from __future__ import annotations

import json
from importlib import resources

import jsonschema
import pytest

from contractcheck import __version__
from contractcheck.report import REPORTERS, Look

from .sample import LINES, TEXT, document, report, unread

SCHEMA = json.loads((resources.files("contractcheck.report") / "schema.json").read_text(encoding="utf-8"))


def told(*reports):
    return json.loads(REPORTERS["json"](reports, Look()))


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param((report(),), id="one"),
        pytest.param((report(document(page_starts=())),), id="no pages"),
        pytest.param((unread(),), id="unread"),
        pytest.param((report(), unread()), id="several"),
    ],
)
def test_schema(reports):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(told(*reports))


def test_schema_refuses():
    broken = told(report())
    broken["findings"][0]["verdict"] = "fine"
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(broken)


def test_keys_stand_in_order():
    one = told(report())
    assert list(one) == [
        "schema_version", "tool", "ruleset", "models", "documents", "instrument", "findings", "cautions", "summary", "notice",
    ]
    assert list(one["findings"][0]) == [
        "provision", "title", "severity", "citation", "verdict", "confidence", "needs_review", "reason",
        "elements", "evidence", "nearest", "model_text", "advice",
    ]


def test_every_passage_is_verbatim():
    one = told(report())
    passages = [p for f in one["findings"] for p in (*f["evidence"], *f["nearest"])]
    passages += one["instrument"]["evidence"] + [p for c in one["cautions"] for p in c["evidence"]]
    assert [p["text"] for p in passages] == [TEXT[p["start"] : p["end"]] for p in passages]


def test_whole_values():
    one = told(report())
    assert one["tool"] == {"name": "contractcheck", "version": __version__}
    assert one["ruleset"] == {"id": "test-rules", "version": "1.2.3", "sha256": "a" * 64}
    assert one["models"] == {"reader.onnx": "b" * 64}
    assert one["summary"] == {"met": 1, "partial": 1, "contradicted": 1, "missing": 1, "not-applicable": 0, "unread": 0, "needs_review": 1}
    assert one["findings"][1]["evidence"] == [
        {"document": 0, "text": LINES[3], "start": 64, "end": 64 + len(LINES[3]), "page": 2, "section": "2. Sharing", "stance": "contradicts"}
    ]
    assert one["findings"][2]["evidence"][0]["stance"] is None, "a sentence that takes no side has no stance"
    assert one["findings"][1]["citation"] == {
        "text": "20-7-1325, MCA", "mark": "partly", "mark_words": "only part of the text was seen: verify in the current MCA",
    }


def test_unread():
    one = told(unread())
    assert one["documents"] == [
        {
            "path": "scan.pdf", "format": "pdf", "sha256": "c" * 64, "pages": None, "words": 0, "warnings": [],
            "error": {"kind": "no-text-layer", "message": "the pages are pictures", "hint": "run text recognition on it first"},
        }
    ]
    assert {f["verdict"] for f in one["findings"]} == {"unread"}


def test_one_object_or_an_array():
    assert isinstance(told(report()), dict)
    assert [r["documents"][0]["path"] for r in told(report(), unread())] == ["terms.txt", "scan.pdf"]


def test_bytes():
    text = REPORTERS["json"]([report()], Look())
    assert text == REPORTERS["json"]([report()], Look(40, is_plain=False, has_color=True)), "the look changes nothing"
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")
    assert "“where feasible”" in text, "UTF-8, not escapes"
    assert text.startswith('{\n  "schema_version": 1,')
