"""How sure a verdict is, as a probability that a careful reader agrees."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from contractcheck.assess.weighing import Weighing
from contractcheck.findings import Verdict
from contractcheck.reading import Reading
from contractcheck.ruleset import Stance


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model over what is known of a verdict; its weights come with the models.

    Fitted on labelled documents that no weight of the reader was trained on (models/README.md).
    `review_below`: findings less sure than this should be checked by a person.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    review_below: float = 0.0

    def chance(self, features: Mapping[str, float]) -> float:
        """The probability in [0, 1] that the verdict is right; 0.5 without weights."""
        total = self.weights.get("bias", 0.0) + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-total)), 3)


def _logit(chance: float) -> float:
    clipped = min(max(chance, 0.01), 0.99)
    return math.log(clipped / (1 - clipped))


def features(provision_id: str, verdict: Verdict, deciding: Sequence[Reading], weighing: Weighing, readings: Sequence[Reading]) -> dict[str, float]:
    """What the calibration looks at: the verdict, the provision, how clearly the deciding words say it, and what speaks against it.

    `readings` are all Readings on the provision, below the bars too; `deciding` is empty for missing.
    """
    best = max((r.score for r in deciding), default=0.0)
    others = max((r.score for r in readings if r not in deciding and r.stance is not Stance.NEUTRAL and (not deciding or r.stance is not deciding[0].stance)), default=0.0)
    near = max((r.score for r in readings), default=0.0)
    out = {f"verdict:{verdict.value}": 1.0, f"provision:{provision_id}": 1.0}
    if deciding:
        out["clear"] = _logit(best)
        out["against"] = _logit(others)
        out["several"] = float(len({r.sentence.index for r in deciding}) > 1)
    else:
        out["silence"] = _logit(near)
    return out
