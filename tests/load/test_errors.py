"""What is wrong with a ruleset is said with file, line, column, and what to write instead."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from contractcheck.errors import RulesetError
from contractcheck.load import load_cases, load_ruleset
from contractcheck.load.rulesets import root

RULESET = """id: mine
title: Mine
version: '1'
authority: us
provisions:
  - no-sale
"""
PROVISION = r"""title: No sale
bound: operator
severity: critical
citation: {text: a law, mark: verified}
demand: no sale
topic: '\bsell'
claims:
  bans: {stance: secures, text: does not sell}
  sells: {stance: contradicts, text: sells}
elements:
  ban:
    text: a ban
    decides: true
    claims: [bans]
    pattern: '\bnot\b'
met: a
partial: b
contradicted: c
good: [d]
bad: [e]
question: f
advice: g
model_text: Vendor shall not sell.
fallback: h
"""
CASES = """cases:
  one:
    text: We sell.
    verdict: contradicted
"""

Wrong = Callable[..., str]


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small right ruleset in the folder "mine" of the current directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine" / "provisions").mkdir(parents=True)
    for name, text in (("ruleset.yaml", RULESET), ("provisions/no-sale.yaml", PROVISION), ("provisions/no-sale.cases.yaml", CASES)):
        (tmp_path / "mine" / name).write_text(text, encoding="utf-8")
    return tmp_path / "mine"


def _load_all() -> None:
    load_ruleset("mine")
    load_cases("mine", "no-sale")


@pytest.fixture
def wrong(mine: Path) -> Wrong:
    """What is said when `find` in a file of the ruleset is replaced."""

    def run(name: str, find: str, replace: str) -> str:
        path = mine / name
        text = path.read_text(encoding="utf-8")
        assert text.count(find) == 1
        path.write_text(text.replace(find, replace), encoding="utf-8")
        with pytest.raises(RulesetError) as caught:
            _load_all()
        return str(caught.value)

    return run


def test_the_small_ruleset_is_right(mine: Path) -> None:
    assert [p.id for p in load_ruleset("mine").provisions] == ["no-sale"]
    assert [(c.id, c.verdict) for c in load_cases("mine", "no-sale")[0]] == [("one", "contradicted")]


def test_a_provision_without_cases_has_none(mine: Path) -> None:
    (mine / "provisions" / "no-sale.cases.yaml").unlink()
    assert load_cases("mine", "no-sale") == ((), ())


_FILE = "mine/provisions/no-sale.yaml"


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        pytest.param("demand: no sale", "demnad: no sale", f"{_FILE}:5:1\n  at demnad\n  unknown key 'demnad'    (did you mean 'demand'?)", id="misspelt key"),
        pytest.param("fallback: h", "fallback: h\nzzz: 1", f"{_FILE}:25:1\n  at zzz\n  unknown key 'zzz'", id="key like no other"),
        pytest.param("  bans: {stance: secures,", "  bans: {stance: secure,", f"{_FILE}:8:10\n  at claims > bans > stance\n", id="value"),
        pytest.param("severity: critical", "severity: grave", f"{_FILE}:3:1\n  at severity\n  Input should be 'critical', 'high', 'medium' or 'low'", id="choices"),
        pytest.param("mark: verified}", "mark: sure}", f"{_FILE}:4:25\n  at citation > mark\n", id="mark"),
        pytest.param("    decides: true", "    decides: perhaps", f"{_FILE}:13:5\n  at elements > ban > decides\n", id="truth value"),
        pytest.param("good: [d]", "good: d", f"{_FILE}:19:1\n  at good\n", id="no list"),
        pytest.param(
            "    claims: [bans]", "    claims: [ban]",
            f"{_FILE}:14:5\n  at elements > ban > claims\n  unknown claim 'ban'\n  known claims: bans, sells    (did you mean 'bans'?)",
            id="claim nobody makes",
        ),
        pytest.param(r"topic: '\bsell'", "topic: '(sell'", f"{_FILE}:6:1\n  at topic\n  not a regular expression: missing ), unterminated", id="topic"),
        pytest.param(
            r"    pattern: '\bnot\b'", "    pattern: '[not'",
            f"{_FILE}:15:5\n  at elements > ban > pattern\n  not a regular expression: unterminated character set", id="pattern",
        ),
        pytest.param("bad: [e]", "bad: [e", f"{_FILE}:21:", id="no YAML"),
    ],
)
def test_provision(wrong: Wrong, find: str, replace: str, said: str) -> None:
    assert said in wrong("provisions/no-sale.yaml", find, replace)


def test_missing_key(wrong: Wrong) -> None:
    assert "\n  at advice\n  Field required" in wrong("provisions/no-sale.yaml", "advice: g\n", "")


def test_every_mistake_is_told_at_once(wrong: Wrong) -> None:
    said = wrong("provisions/no-sale.yaml", "severity: critical\ncitation: {text: a law, mark: verified}", "severity: bad\ncitation: {text: a law, mark: bad}")
    assert [line for line in said.splitlines() if line.startswith(_FILE)] == [f"{_FILE}:3:1", f"{_FILE}:4:25"]


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        pytest.param("version: '1'", "versoin: '1'", "mine/ruleset.yaml:3:1\n  at versoin\n  unknown key 'versoin'    (did you mean 'version'?)", id="key"),
        pytest.param("  - no-sale", "  - no-sail", "provisions lists 'no-sail', but mine/provisions/no-sail.yaml does not exist", id="no such provision"),
    ],
)
def test_ruleset(wrong: Wrong, find: str, replace: str, said: str) -> None:
    assert said in wrong("ruleset.yaml", find, replace)


@pytest.mark.parametrize(
    ("find", "replace", "said"),
    [
        pytest.param("contradicted", "bad", "mine/provisions/no-sale.cases.yaml:4:5\n  at cases > one > verdict\n", id="verdict"),
        pytest.param("cases:\n", "case:\n", "mine/provisions/no-sale.cases.yaml:1:1\n  at", id="key"),
        pytest.param("verdict: contradicted", "verdict: contradicted\n    wy: x", "no-sale.cases.yaml:5:5\n  at cases > one > wy\n  unknown key 'wy'", id="key of a case"),
    ],
)
def test_cases(wrong: Wrong, find: str, replace: str, said: str) -> None:
    assert said in wrong("provisions/no-sale.cases.yaml", find, replace)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("montana-3560", "there is no ruleset 'montana-3560'\n  known rulesets: montana-3650    (did you mean 'montana-3650'?)", id="near name"),
        pytest.param("nebraska", "there is no ruleset 'nebraska'\n  known rulesets: montana-3650", id="far name"),
        pytest.param("mine/provisions", "there is no ruleset 'mine/provisions'\n  known rulesets: montana-3650", id="a folder without ruleset.yaml"),
    ],
)
def test_unknown_ruleset(mine: Path, name: str, said: str) -> None:
    with pytest.raises(RulesetError) as caught:
        load_ruleset(name)
    assert str(caught.value) == said


def test_a_shipped_file_is_named_without_its_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`rulesets/...` whatever folder the package was installed to."""
    shutil.copytree(root(), tmp_path / "rulesets")
    monkeypatch.setattr("contractcheck.load.rulesets.root", lambda: tmp_path / "rulesets")
    path = tmp_path / "rulesets" / "montana-3650" / "provisions" / "no-sale.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("severity:", "severty:", 1), encoding="utf-8")
    with pytest.raises(RulesetError, match=r"rulesets/montana-3650/provisions/no-sale\.yaml:\d+:1\n  at severty\n  unknown key 'severty'    \(did you mean 'severity'\?\)"):
        load_ruleset("montana-3650")


def test_line_ends_do_not_change_the_name_of_a_ruleset(mine: Path) -> None:
    before = load_ruleset("mine").sha256
    for path in mine.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_ruleset("mine").sha256 == before
    (mine / "ruleset.yaml").write_text(RULESET.replace("title: Mine", "title: Yours"), encoding="utf-8")
    assert load_ruleset("mine").sha256 != before
