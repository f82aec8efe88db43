"""Every cue changes the sentence it is documented with, and leaves its near misses alone."""

from __future__ import annotations

import pytest

from contractcheck.read import cues
from contractcheck.reading import Exceptions, Force

CUES = cues.all_cues()
VALUES = {"force": set(Force), "exceptions": set(Exceptions)}


@pytest.mark.parametrize("cue", CUES, ids=[f"{c.part} {c.value}: {c.example}" for c in CUES])
def test_example(cue: cues.Cue) -> None:
    match = cue.pattern.search(cue.example)
    assert match, f"the pattern does not hit its example: {cue.pattern.pattern}"
    # Were an earlier cue to take the example, nothing would show that this one is needed.
    assert cues.first(cue.part, cue.example) == (cue.value, match.group())


@pytest.mark.parametrize("cue", CUES, ids=[f"{c.part} {c.value}: {c.example}" for c in CUES])
def test_parts_and_values_are_those_of_a_reading(cue: cues.Cue) -> None:
    assert cue.value in VALUES[cue.part]


@pytest.mark.parametrize(
    ("part", "text", "hit"),
    [
        pytest.param("force", "We try to delete it, and we generally do.", ("hedged", "try to"), id="both hedge, the first cue is named"),
        pytest.param("force", "Usually we reserve the right to delete it.", ("hedged", "Usually"), id="a hedge stands before a right in the file"),
        pytest.param(
            "exceptions", "Unless otherwise stated in this notice or with your prior consent, it stays here.", ("swallow", "Unless otherwise stated in"),
            id="an open exception beats consent",
        ),
        pytest.param("exceptions", "We keep it unless you agree or the law forbids.", ("consent", "unless you agree"), id="consent beats law"),
    ],
)
def test_the_first_cue_in_the_file_wins(part: str, text: str, hit: tuple[str, str]) -> None:
    assert cues.first(part, text) == hit


@pytest.mark.parametrize(
    ("part", "text"),
    [
        pytest.param("force", "Vendor shall delete Student Data.", id="a plain duty"),
        pytest.param("force", "This country tries hackers in its courts.", id="tries somebody, not to do something"),
        pytest.param("force", "Teachers decide at their school what is stored.", id="their, but no discretion"),
        pytest.param("force", "The District may require deletion at the District's sole discretion.", id="another's discretion"),
        pytest.param("force", "Vendor shall maintain reasonable safeguards.", id="reasonable, but no effort"),
        pytest.param("force", "The District reserves a room for the training.", id="reserves, but no right"),
        pytest.param("exceptions", "Vendor shall not sell Student Data.", id="no exception"),
        pytest.param("exceptions", "The means described in this policy are ours.", id="described, but not excepted"),
        pytest.param("exceptions", "The school has given its consent form to parents.", id="consent that opens nothing"),
        pytest.param("exceptions", "Our business hours are nine to five.", id="business, but no purpose"),
        pytest.param("exceptions", "Vendor obeys the law.", id="law without an exception"),
    ],
)
def test_near_miss(part: str, text: str) -> None:
    assert cues.first(part, text) is None


def test_a_cue_speaks_to_its_own_part_only() -> None:
    assert cues.first("exceptions", "We strive to keep pupil data safe.") is None
