"""How well the written weights read the bank's held-out entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from contractcheck.train.dataset import Example

BAR = 0.5


def evaluate(examples: Sequence[Example], folder: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of claims by provision (and "all"), at probability 0.5; attributes as accuracy."""
    from contractcheck.nlp import encoder

    said = encoder.read([(e.context, e.text) for e in examples])
    hit: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for example, reading in zip(examples, said, strict=True):
        claims = {name for name, chance in reading.claims if chance >= BAR}
        for name in claims | example.labels:
            place = hit if name in claims and name in example.labels else extra if name in claims else lost
            place[name.split("/")[0]] += 1
            place["all"] += 1
        for part in ("actor", "scope", "force", "exception"):
            right[part] += getattr(example, part) == getattr(reading, part)
    figures = {
        name: {
            "precision": round(hit[name] / max(1, hit[name] + extra[name]), 3),
            "recall": round(hit[name] / max(1, hit[name] + lost[name]), 3),
            "f1": round(2 * hit[name] / max(1, 2 * hit[name] + extra[name] + lost[name]), 3),
        }
        for name in sorted({*hit, *extra, *lost})
    }
    return figures | {part: {"accuracy": round(count / len(examples), 3)} for part, count in sorted(right.items())}
