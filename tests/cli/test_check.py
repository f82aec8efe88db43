"""`contractcheck check` from file to exit code, over the shipped models and over reports made by hand."""

from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from contractcheck import analyze
from contractcheck.findings import Instrument, Report, Verdict
from contractcheck.run import Trace

SCHEMA = json.loads((resources.files("contractcheck.report") / "schema.json").read_text(encoding="utf-8"))


def given(monkeypatch, verdict: Verdict) -> None:
    """Every readable file gets `verdict` on every provision."""
    import dataclasses

    from contractcheck.document import Unread
    from contractcheck.extract import extract
    from contractcheck.findings import Finding

    def trace(path, ruleset, **rest):
        document = extract(path)
        found = Verdict.UNREAD if isinstance(document, Unread) else verdict
        findings = tuple(Finding(p, found, 0.9, False, "given") for p in ruleset.provisions)
        # One provision is grave, the rest are not, so that a threshold between them shows.
        findings = (findings[0], *(dataclasses.replace(f, verdict=Verdict.MET) for f in findings[1:])) if found is verdict else findings
        return Trace(Report(document, ruleset, (), findings, Instrument("unknown")), None, ())

    monkeypatch.setattr("contractcheck.run.trace", trace)


@pytest.mark.parametrize(
    ("verdict", "fail_on", "code"),
    [
        pytest.param(Verdict.CONTRADICTED, "none", 0, id="not asked to fail"),
        pytest.param(Verdict.CONTRADICTED, "critical", 1, id="contradicted"),
        pytest.param(Verdict.MISSING, "critical", 1, id="missing"),
        pytest.param(Verdict.PARTIAL, "low", 1, id="partial, above the threshold"),
        pytest.param(Verdict.MET, "low", 0, id="met"),
    ],
)
@pytest.mark.parametrize("format", ["console", "json", "markdown"])
def test_fail_on(cli, monkeypatch, verdict, fail_on, code, format):
    given(monkeypatch, verdict)
    result = cli("check", "agreement.txt", "--fail-on", fail_on, "--format", format)
    assert result.code == code
    assert ("1 provision of severity" in result.err) is (code == 1)


def test_unreadable_outweighs_findings_and_the_rest_is_reported(cli, monkeypatch):
    given(monkeypatch, Verdict.MISSING)
    Path("empty.pdf").write_bytes(b"")
    result = cli("check", "empty.pdf", "agreement.txt", "--fail-on", "low", "--format", "json", "--quiet")
    assert result.code == 3
    assert result.err == "error: empty.pdf: the file is empty; check that the download finished\n"
    told = json.loads(result.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    assert [r["documents"][0]["path"] for r in told] == ["empty.pdf", "agreement.txt"]
    assert told[0]["documents"][0]["error"]["kind"] == "empty"


def test_our_bug_outweighs_unreadable(cli, monkeypatch):
    given(monkeypatch, Verdict.MISSING)
    import contractcheck.run

    honest = contractcheck.run.trace

    def trace(path, ruleset, **rest):
        if path == "second.txt":
            raise ValueError
        return honest(path, ruleset)

    monkeypatch.setattr("contractcheck.run.trace", trace)
    Path("second.txt").write_text("x" * 100)
    Path("empty.pdf").write_bytes(b"")
    result = cli("check", "empty.pdf", "second.txt", "agreement.txt", "--format", "json")
    assert result.code == 2
    assert [r["documents"][0]["path"] for r in json.loads(result.out)] == ["empty.pdf", "agreement.txt"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [pytest.param("r.json", "{\n", id="json"), pytest.param("r.md", "# Contract check", id="markdown"), pytest.param("r.txt", "agreement.txt", id="text")],
)
def test_output(cli, monkeypatch, name, begins):
    given(monkeypatch, Verdict.MET)
    Path(name).write_text("old")
    result = cli("check", "agreement.txt", "--output", name)
    assert (result.code, result.out, result.err) == (0, "", f"wrote {name}\n")
    assert Path(name).read_text(encoding="utf-8").startswith(begins)
    assert sorted(p.name for p in Path().iterdir()) == sorted(["agreement.txt", name]), "no draft is left behind"


def test_format_outweighs_the_suffix(cli, monkeypatch):
    given(monkeypatch, Verdict.MET)
    cli("check", "agreement.txt", "--output", "r.md", "--format", "json")
    assert json.loads(Path("r.md").read_text(encoding="utf-8"))["schema_version"] == 1


def test_json_over_the_models(cli):
    result = cli("check", "agreement.txt", "--format", "json")
    told = json.loads(result.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    text = cli("check", "agreement.txt", "--dump", "text").out
    passages = [p for f in told["findings"] for p in (*f["evidence"], *f["nearest"])] + [p for c in told["cautions"] for p in c["evidence"]]
    assert passages
    assert [p["text"] for p in passages] == [text[p["start"] : p["end"]] for p in passages]
    assert [c["kind"] for c in told["cautions"]] == ["unilateral-change"]
    assert len(told["models"]) == 3
    assert result.out == cli("check", "agreement.txt", "--format", "json").out, "same input, same bytes"


def test_two_files_make_an_array(cli):
    told = json.loads(cli("check", "agreement.txt", "agreement.txt", "--format", "json").out)
    assert told[0] == told[1]


def test_console_is_plain_when_piped(cli):
    result = cli("check", "agreement.txt")
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "Screening aid, not legal advice" in result.out


def test_why_shows_the_road(cli):
    out = cli("check", "agreement.txt", "--why", "no-sale").out
    said = ("agreement.txt: no-sale", "the first row that holds decides:", "candidate", "shall not sell, rent or trade", "score", "actor vendor", "the bar is")
    assert [s for s in said if s not in out] == []


@pytest.mark.parametrize("what", ["structure", "readings"])
def test_dump_lines_are_json(cli, what):
    text = cli("check", "agreement.txt", "--dump", "text").out
    rows = [json.loads(line) for line in cli("check", "agreement.txt", "--dump", what).out.splitlines()]
    assert rows
    assert [r["text"] for r in rows] == [text[r["start"] : r["end"]] for r in rows]


def test_dump_of_an_unreadable_file(cli):
    Path("empty.pdf").write_bytes(b"")
    result = cli("check", "empty.pdf", "--dump", "text")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("error: empty.pdf: the file is empty")


def test_explain(cli):
    out = cli("explain", "no-sale").out
    said = ("No sale of pupil information", "20-7-1325", "checked against the source", "How it is judged", "good", "bad", "model text", "fallback", "question")
    assert [s for s in said if s not in out] == []


def test_rules(cli):
    assert re.match(r"montana-3650  \d+\.\d+\.\d+  Montana", cli("rules", "list").out)
    shown = cli("rules", "show").out
    assert "no-sale: No sale of pupil information" in shown
    assert "checked against the source" in shown


def test_rules_test_says_what_failed(cli):
    result = cli("rules", "test", "no-sale")
    count = re.search(r"^(\d+) cases?: (\d+) passed, (\d+) failed$", result.out, re.M)
    assert count
    assert result.code == (1 if int(count[3]) else 0)
    assert result.out.count("FAILED no-sale/") == int(count[3])


def test_api(contract):
    report = analyze(contract)
    assert [f.provision.id for f in report.findings] == [p.id for p in report.ruleset.provisions]
