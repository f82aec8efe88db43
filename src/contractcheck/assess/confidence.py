"""How sure a verdict is, as a probability that a careful reader agrees."""

from __future__ import annotations

from collections.abc import Sequence

from contractcheck.assess.table import Row
from contractcheck.assess.weighing import Weighing
from contractcheck.reading import Reading

# Below this a person should look: set so that a quarter of the findings go to review (models/README.md).
REVIEW_BELOW = 0.6


def of(row: Row, deciding: Sequence[Reading], weighing: Weighing, readings: Sequence[Reading]) -> float:
    """The probability that `row` gives the right verdict."""
    return round(max(r.score for r in deciding), 3)


def of_missing(provision_id: str, readings: Sequence[Reading]) -> float:
    """The probability that a provision nothing was found for is indeed missing."""
    best = max((r.score for r in readings), default=0.0)
    return round(1 - best, 3)


def needs_review(confidence: float) -> bool:
    """Whether the tool should not decide alone."""
    return confidence < REVIEW_BELOW
