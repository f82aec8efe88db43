"""What the user did wrong, in words, with exit code 2 and without a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from contractcheck.errors import RulesetError


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("check",), "Missing argument", id="no file"),
        pytest.param(("chek", "agreement.txt"), "No such command 'chek'", id="unknown command"),
        pytest.param(("check", "agreement.txt", "--fromat", "json"), "--format", id="unknown option"),
        pytest.param(("check", "agreement.text"), "there is no file agreement.text    (did you mean 'agreement.txt'?)", id="missing file, near name"),
        pytest.param(("check", "nothing/at/all.pdf"), "there is no file nothing/at/all.pdf", id="missing directory"),
        pytest.param(("check", "."), ". is a directory\n  check takes files: contractcheck check agreement.txt", id="directory"),
        pytest.param(
            ("check", "https://vendor.example/privacy"), "contractcheck never uses the network: save the page and check the file", id="web address",
        ),
        pytest.param(("check", "www.vendor.example/privacy"), "contractcheck never uses the network", id="web address without scheme"),
        pytest.param(("check", "bad\x00name"), "there is no file bad\\x00name", id="no name at all"),
        pytest.param(("check", "agreement.txt", "missing.pdf", "."), "missing.pdf", id="every wrong file is named"),
        pytest.param(("check", "agreement.txt", "--format", "jsn"), "(did you mean 'json'?)\n  known: console, json, markdown", id="format"),
        pytest.param(("check", "agreement.txt", "--fail-on", "hihg"), "(did you mean 'high'?)", id="severity"),
        pytest.param(("check", "agreement.txt", "--ruleset", "montana-365"), "(did you mean 'montana-3650'?)", id="ruleset"),
        pytest.param(("check", "agreement.txt", "--why", "no-sales"), "(did you mean 'no-sale'?)", id="provision to ask why"),
        pytest.param(("explain", "nosale"), "(did you mean 'no-sale'?)", id="provision to explain"),
        pytest.param(("rules", "test", "no-sail"), "(did you mean 'no-sale'?)", id="provision to test"),
        pytest.param(("rules", "show", "montana"), "known rulesets: montana-3650", id="ruleset to show"),
        pytest.param(("check", "agreement.txt", "--dump", "txt"), "(did you mean 'text'?)", id="dump"),
        pytest.param(("check", "agreement.txt", "agreement.txt", "--dump", "text"), "--dump takes one file", id="dump of two"),
        pytest.param(("check", "agreement.txt", "--dump", "text", "--why", "no-sale"), "cannot go together", id="dump and why"),
        pytest.param(("check", "agreement.txt", "--why", "no-sale", "--format", "json"), "leave --format out", id="why and format"),
        pytest.param(("check", "agreement.txt", "--output", "."), ". is a directory", id="output is a directory"),
        pytest.param(("check", "agreement.txt", "--output", "no/where.json"), "there is no directory no", id="output nowhere"),
        pytest.param(("check", "agreement.txt", "--output", "report.docx"), "say which with --format", id="output without a format"),
        pytest.param(("check", "agreement.txt", "--output", "agreement.txt"), "would overwrite the contract", id="output is the contract"),
    ],
)
def test_mistake(cli, arguments, said):
    result = cli(*arguments)
    assert said in result.err
    assert (result.code, result.out) == (2, "")
    assert "Traceback" not in result.err


def test_a_mistake_costs_nothing(cli):
    """Nothing is written where the command line is wrong."""
    cli("check", "agreement.txt", "missing.pdf", "--output", "report.json")
    assert not Path("report.json").exists()


def test_no_arguments_show_help(cli):
    result = cli()
    assert result.code == 2
    assert "Commands:" in result.out


def _fail(path, ruleset, **rest):
    raise ValueError("a secret of ours")


def test_our_bug_names_the_file(cli, monkeypatch):
    monkeypatch.setattr("contractcheck.run.trace", _fail)
    result = cli("check", "agreement.txt")
    assert result.code == 2
    assert "this is a bug in contractcheck: ValueError at agreement.txt" in result.err
    assert "Traceback" not in result.err


def test_our_bug_in_full(cli, monkeypatch):
    monkeypatch.setattr("contractcheck.run.trace", _fail)
    assert "Traceback" in cli("check", "agreement.txt", "--verbose").err


def test_a_bug_outside_check(cli, monkeypatch):
    monkeypatch.setattr("contractcheck.cli.rules.names", lambda: 1 / 0)
    result = cli("rules", "list")
    assert (result.code, "bug in contractcheck: ZeroDivisionError" in result.err) == (2, True)


def test_a_ruleset_error_is_no_bug(cli, monkeypatch):
    def wrong(name):
        raise RulesetError("rulesets/x.yaml:3:1\n  at title")

    monkeypatch.setattr("contractcheck.load.load_ruleset", wrong)
    result = cli("check", "agreement.txt")
    assert (result.code, result.err) == (2, "error: rulesets/x.yaml:3:1\n  at title\n")


def test_interrupted(cli, monkeypatch):
    def stop(path, ruleset, **rest):
        raise KeyboardInterrupt

    monkeypatch.setattr("contractcheck.run.trace", stop)
    result = cli("check", "agreement.txt", "--format", "json")
    assert (result.code, result.out, result.err) == (130, "", "interrupted\n")
