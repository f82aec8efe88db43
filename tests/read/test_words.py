"""The word lists of the reader: complete, and each shown by a sentence."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from contractcheck.load import load_ruleset
from contractcheck.read import wording

KNOWN = {f"{p.id}/{c.id}" for p in load_ruleset("montana-3650").provisions for c in p.claims}
DISCLAIMERS = wording.disclaimers()
PHRASES = [phrase for phrases in wording.stock_phrases().values() for phrase in phrases]


def _keys(name: str) -> list[str]:
    """The keys of the file as written, doubles included; a YAML loader keeps the last of them in silence."""
    text = (resources.files("contractcheck.read") / name).read_text(encoding="utf-8")
    return [key.value for key, _ in yaml.compose(text).value]


def test_every_claim_has_its_usual_words_once() -> None:
    assert sorted(_keys("usual_words.yaml")) == sorted(KNOWN)


def _is_usual(label: str, text: str) -> bool:
    return wording.usual_words()[label].search(text) is not None


@pytest.mark.parametrize("label", sorted(KNOWN))
def test_usual_words_tell_something_apart(label: str) -> None:
    # A pattern that hits a sentence about nothing discounts nothing.
    assert not _is_usual(label, "Lunch tables seat twelve.")


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
    assert _is_usual(label, text) is is_usual


@pytest.mark.parametrize("entry", DISCLAIMERS, ids=[d.example for d in DISCLAIMERS])
def test_disclaimer_catches_its_example(entry: wording.Disclaimer) -> None:
    assert entry.pattern.search(entry.example)


@pytest.mark.parametrize("entry", DISCLAIMERS, ids=[d.example for d in DISCLAIMERS])
def test_disclaimer_names_claims_there_are(entry: wording.Disclaimer) -> None:
    assert entry.claims <= KNOWN


@pytest.mark.parametrize(
    ("label", "text"),
    [
        pytest.param("legal-compliance/named-law", "Vendor shall comply with FERPA.", id="a duty to comply"),
        pytest.param("legal-compliance/general-law", "This Agreement applies to every school; Vendor obeys the law.", id="a law that applies"),
        pytest.param("legal-compliance/general-law", "We comply with all laws when you visit us.", id="the vendor complies"),
        pytest.param("no-retention-after-contract/keeps", "We keep your data for ten years.", id="years, not days"),
        pytest.param("no-retention-after-contract/never-holds", "We do not store any student data.", id="nothing is stored"),
        pytest.param("no-targeted-advertising/targets", "We show targeted ads to students.", id="ads are not switched off"),
        pytest.param("purpose-limitation/own-purposes", "We use your data to improve our products.", id="data that identifies"),
        pytest.param("no-sale/sells", "You agree that we may sell your data.", id="you agree to what we do"),
        pytest.param("district-owns-records/owned-by-school", "All data is owned by the District.", id="the owner is no company"),
    ],
)
def test_disclaimer_near_miss(label: str, text: str) -> None:
    assert [d.example for d in DISCLAIMERS if label in d.claims and d.pattern.search(text)] == []


@pytest.mark.parametrize("phrase", PHRASES, ids=[f"{p.claim}: {p.example}" for p in PHRASES])
def test_stock_phrase_hears_its_example(phrase: wording.StockPhrase) -> None:
    assert phrase.claim in KNOWN
    assert phrase.hears(phrase.example)
    # Lifted, not caught by a disclaimer on the way.
    assert wording.weigh(phrase.claim, wording.HALF_HEARD, phrase.example) == wording.LIFTED


@pytest.mark.parametrize(
    ("label", "text", "hears"),
    [
        pytest.param("no-targeted-advertising/bans", "The app is ad-free.", True, id="ad-free"),
        pytest.param("no-targeted-advertising/bans", "The app is full of ads.", False, id="not ad-free"),
        pytest.param("no-retention-after-contract/deletes-at-end", "On termination we destroy all records.", True, id="destroys at the end"),
        pytest.param("no-retention-after-contract/deletes-at-end", "On termination we may destroy all records.", False, id="may destroy"),
        pytest.param("security-training-designation/designates", "Our Privacy Officer answers questions.", True, id="an officer"),
        pytest.param("security-training-designation/designates", "The district's Privacy Officer answers questions.", False, id="another's officer"),
        pytest.param("no-retention-after-contract/keeps-some", "We keep logs for two years after termination.", True, id="keeps on"),
        pytest.param("no-retention-after-contract/keeps-some", "We keep nothing, not even for two years after termination.", False, id="keeps nothing"),
    ],
)
def test_stock_phrase(label: str, text: str, hears: bool) -> None:
    assert any(phrase.hears(text) for phrase in wording.stock_phrases()[label]) is hears


SAYS, MENTIONS, UNRELATED = "Student data is not used for advertising.", "Ads are a matter of taste.", "Lunch is at noon."


@pytest.mark.parametrize(
    ("label", "chance", "text", "weighed"),
    [
        pytest.param("no-targeted-advertising/bans", 0.3, SAYS, wording.LIFTED, id="half heard, in stock words"),
        pytest.param("no-targeted-advertising/bans", wording.HALF_HEARD, SAYS, wording.LIFTED, id="just half heard"),
        pytest.param("no-targeted-advertising/bans", 0.09, SAYS, 0.09, id="ruled out, whatever the words"),
        pytest.param("no-targeted-advertising/bans", 0.95, SAYS, 0.95, id="heard well enough"),
        pytest.param("no-targeted-advertising/bans", 0.3, MENTIONS, 0.3, id="usual words, but no stock phrase"),
        pytest.param("no-targeted-advertising/bans", 0.5, UNRELATED, 0.3, id="none of its words"),
        pytest.param("legal-compliance/named-law", 0.9, "COPPA does not apply to us.", 0.0, id="disclaimed"),
        pytest.param("legal-compliance/named-law", 0.9, "COPPA binds all of us.", 0.9, id="not disclaimed"),
    ],
)
def test_weigh(label: str, chance: float, text: str, weighed: float) -> None:
    assert wording.weigh(label, chance, text) == weighed
