"""The encoder's answers, whatever it was taught: order, repeatability, and nothing below the floor."""

from __future__ import annotations

import pytest

from contractcheck.nlp import encoder, parser

PAIRS = [
    ("", "We never sell student records."),
    ("Deletion", "On written request of the District, Vendor shall delete the Student Data of a pupil within thirty days."),
    ("Lunch > Tables", "They seat twelve."),
    ("", "word " * 500),
    ("a long way down > " * 40, "We may share it with partners."),
]


def test_answers_stand_in_the_order_of_the_questions() -> None:
    # No two of one length, and each read as if it stood alone.
    pairs = [("Sharing", "We may share records with " + "partners and " * count + "nobody else.") for count in range(9)]
    said = encoder.read(pairs)
    assert encoder.read(pairs[::-1]) == said[::-1]
    assert len(said) == len(pairs)
    assert said != said[::-1]


def test_nothing_asked() -> None:
    assert encoder.read([]) == []


def test_the_same_again() -> None:
    assert encoder.read(PAIRS) == encoder.read(PAIRS)


@pytest.mark.parametrize("part", ["claims", "topics"])
def test_chances(part: str) -> None:
    for reading in encoder.read(PAIRS):
        assert all(encoder.FLOOR <= chance <= 1 for _, chance in getattr(reading, part))


def test_claims_are_best_first() -> None:
    for reading in encoder.read(PAIRS):
        assert list(reading.claims) == sorted(reading.claims, key=lambda claim: (-claim[1], claim[0]))


def test_parses_keep_their_order() -> None:
    texts = [f"Vendor shall delete record {number}." for number in range(130)]
    assert [doc.text for doc in parser.parse(texts)] == texts
