"""How Readings are made from what the model says; the model itself is played by the test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from contractcheck.contract import Contract, Scope
from contractcheck.load import load_ruleset
from contractcheck.nlp import encoder
from contractcheck.read import read
from contractcheck.reading import Actor, Exceptions, Force, Reading

RULESET = load_ruleset("montana-3650")
Read = Callable[..., tuple[Reading, ...]]


@pytest.fixture
def said(contract: Callable[[str], Contract], monkeypatch: pytest.MonkeyPatch) -> Read:
    """The Readings of a text in each sentence of which the model hears `label`, and whatever else is given."""

    def run(text: str, label: str, chance: float = 0.9, **parts: Any) -> tuple[Reading, ...]:
        heard = {"actor": "vendor", "scope": "all", "force": "practice", "exception": "none"} | parts

        def play(pairs: Sequence[tuple[str, str]]) -> list[encoder.Reading]:
            return [encoder.Reading(((label, chance),), (), **heard) for _ in pairs]

        monkeypatch.setattr("contractcheck.nlp.encoder.read", play)
        return read(contract(text), RULESET)

    return run


def test_reading(said: Read, contract: Callable[[str], Contract]) -> None:
    text = "Vendor shall not sell Student Data unless the law compels it."
    (sentence,) = contract(text).sentences
    assert said(text, "no-sale/bans") == (
        Reading(
            "no-sale", "bans", RULESET.provision("no-sale").claims[0].stance, sentence, Actor.VENDOR, Scope.STUDENTS, Force.DUTY, Exceptions.LAWFUL, 0.9,
            ("actor: Vendor", "force: shall", "exception: unless the law", "scope: names pupils or schools"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "label", "chances"),
    [
        pytest.param("Vendor shall never sell student records.", "no-sale/bans", [0.9], id="usual words"),
        pytest.param("Vendor shall never market student records.", "no-sale/bans", [0.54], id="unusual words are discounted"),
        pytest.param("The District shall never sell student records.", "no-sale/bans", [], id="the school's duty is not the vendor's"),
        pytest.param("You shall never sell student records.", "no-sale/bans", [], id="nor is the user's"),
        pytest.param("The District may request that we delete records.", "deletion-on-request/school-request", [0.9], id="unless the school is to act"),
        pytest.param("COPPA does not apply to us.", "legal-compliance/named-law", [], id="words that show it is not said"),
        pytest.param("COPPA does bind all of us.", "legal-compliance/named-law", [0.9], id="without those words"),
        pytest.param("Vendor shall never sell student records.", "no-sale/unheard-of", [], id="a claim the ruleset does not know"),
    ],
)
def test_score(said: Read, text: str, label: str, chances: list[float]) -> None:
    assert [reading.score for reading in said(text, label)] == chances


@pytest.mark.parametrize(
    ("text", "heard", "force"),
    [
        pytest.param("Vendor never sells student records.", "practice", Force.PRACTICE, id="the model's word where nothing else speaks"),
        pytest.param("Vendor never sells student records.", "hedged", Force.PRACTICE, id="the model hears hedges that are not there"),
        pytest.param("Vendor shall never sell student records.", "practice", Force.DUTY, id="the modal beats the model"),
        pytest.param("Vendor shall strive to sell no student records.", "duty", Force.HEDGED, id="the cue beats the modal"),
    ],
)
def test_force(said: Read, text: str, heard: str, force: Force) -> None:
    assert [reading.force for reading in said(text, "no-sale/bans", force=heard)] == [force]


@pytest.mark.parametrize(
    ("text", "heard", "scope"),
    [
        pytest.param("Vendor shall not sell personal data.", "all", Scope.ALL, id="everybody"),
        pytest.param("Vendor shall not sell personal data.", "part", Scope.PART, id="only the model sees a part"),
        pytest.param("Vendor shall not sell personal data.", "under13", Scope.ALL, id="young children need words"),
        pytest.param("Vendor shall not sell Student Data.", "part", Scope.STUDENTS, id="pupils named"),
        pytest.param("Vendor shall not sell data of persons under 13.", "all", Scope.UNDER_13, id="young children named"),
        pytest.param("Vendor shall not sell data of California residents.", "students", Scope.PLACE, id="one state"),
        pytest.param("# California residents: your rights\nVendor shall not sell Student Data.", "all", Scope.PLACE, id="the section's state beats the sentence"),
        pytest.param("# Terms\n# Student data\nVendor shall not sell personal data.", "all", Scope.STUDENTS, id="the section's pupils"),
        pytest.param("# Student data\nVendor shall not sell personal data.", "all", Scope.ALL, id="the paper's title is no section"),
    ],
)
def test_scope(said: Read, text: str, heard: str, scope: Scope) -> None:
    assert [reading.scope for reading in said(text, "no-sale/bans", scope=heard)] == [scope]


@pytest.mark.parametrize(
    ("chance", "scores"),
    [pytest.param(0.2, [0.2], id="at the floor"), pytest.param(0.19, [], id="below the floor")],
)
def test_floor(said: Read, monkeypatch: pytest.MonkeyPatch, chance: float, scores: list[float]) -> None:
    monkeypatch.setattr("contractcheck.nlp.models.manifest", lambda: {"floor": 0.2})
    assert [reading.score for reading in said("Student records must never be part of a sale.", "no-sale/bans", chance)] == scores


def test_an_item_does_what_its_lead_in_says(said: Read) -> None:
    readings = said("You agree not to:\n- sell, rent or trade records\nVendor agrees not to:\n- sell, rent or trade records", "no-sale/bans")
    assert [r.sentence.index for r in readings if r.sentence.lead_in] == [3]


def test_text_order(said: Read) -> None:
    readings = said("Vendor shall never sell student records.\nVendor shall never rent student records.", "no-sale/bans")
    assert [r.sentence.index for r in readings] == [0, 1]
