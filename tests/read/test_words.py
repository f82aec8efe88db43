"""The word lists of the reader: complete, and shown by sentences."""

from __future__ import annotations

import re
from importlib import resources
from typing import Any

import pytest
import yaml

from contractcheck.load import load_ruleset

KNOWN = {f"{p.id}/{c.id}" for p in load_ruleset("montana-3650").provisions for c in p.claims}


def _source(name: str) -> str:
    return (resources.files("contractcheck.read") / name).read_text(encoding="utf-8")


def _keys(name: str) -> list[str]:
    """The keys of the file as written, doubles included; a YAML loader keeps the last of them in silence."""
    return [key.value for key, _ in yaml.compose(_source(name)).value]


UNLESS: list[dict[str, Any]] = yaml.safe_load(_source("unless.yaml"))
USUAL: dict[str, str] = yaml.safe_load(_source("usual_words.yaml"))


def test_every_claim_has_its_usual_words_once() -> None:
    assert sorted(_keys("usual_words.yaml")) == sorted(KNOWN)


def _hits(label: str, text: str) -> bool:
    return re.search(USUAL[label], text, re.I) is not None


@pytest.mark.parametrize("label", sorted(USUAL))
def test_usual_words_tell_something_apart(label: str) -> None:
    # A pattern that hits a sentence about nothing discounts nothing.
    assert not _hits(label, "Lunch tables seat twelve.")


@pytest.mark.parametrize(
    ("label", "text", "is_usual"),
    [
        pytest.param("no-sale/bans", "We never sell it.", True, id="sell"),
        pytest.param("no-sale/bans", "We never spill it.", False, id="spill"),
        pytest.param("no-targeted-advertising/bans", "There are no ads here.", True, id="ads"),
        pytest.param("no-targeted-advertising/bans", "The vendor adds no fee.", False, id="adds"),
        pytest.param("breach-notification/notifies-bare", "We will notify you of a data breach.", True, id="notice and breach"),
        pytest.param("breach-notification/notifies-bare", "We will notify you of a new price.", False, id="notice, no breach"),
        pytest.param("breach-notification/notifies-bare", "A data breach ends this Agreement.", False, id="breach, no notice"),
        pytest.param("legal-compliance/named-law", "We comply with FERPA.", True, id="a law by name"),
        pytest.param("legal-compliance/named-law", "We comply with the law.", False, id="no law by name"),
    ],
)
def test_usual_words(label: str, text: str, is_usual: bool) -> None:
    assert _hits(label, text) is is_usual


@pytest.mark.parametrize("entry", UNLESS, ids=[e["example"] for e in UNLESS])
def test_unless_catches_its_example(entry: dict[str, Any]) -> None:
    assert re.search(entry["pattern"], entry["example"], re.I)


@pytest.mark.parametrize("entry", UNLESS, ids=[e["example"] for e in UNLESS])
def test_unless_names_claims_there_are(entry: dict[str, Any]) -> None:
    assert set(entry["claims"]) <= KNOWN


@pytest.mark.parametrize(
    ("label", "text"),
    [
        pytest.param("legal-compliance/named-law", "Vendor shall comply with FERPA.", id="a duty to comply"),
        pytest.param("legal-compliance/general-law", "This Agreement applies to every school; Vendor obeys the law.", id="a law that applies"),
        pytest.param("legal-compliance/general-law", "We comply with all laws when you visit us.", id="the vendor complies"),
        pytest.param("no-retention-after-contract/keeps", "We keep your data for ten years.", id="years, not days"),
        pytest.param("no-retention-after-contract/never-holds", "We do not store any student data.", id="nothing is stored"),
    ],
)
def test_unless_near_miss(label: str, text: str) -> None:
    assert [e["pattern"] for e in UNLESS if label in e["claims"] and re.search(e["pattern"], text, re.I)] == []
