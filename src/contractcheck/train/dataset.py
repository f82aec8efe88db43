"""The clause bank as training examples with splits that keep pairs and origins together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ACTORS = ("vendor", "school", "user", "third", "none")
SCOPES = ("all", "students", "under13", "place", "part")
FORCES = ("duty", "practice", "may", "hedged", "none")
EXCEPTIONS = ("none", "lawful", "swallow")


@dataclass(frozen=True, slots=True)
class Example:
    """One entry of the bank. `labels` are "provision/claim"; `mentions` provisions spoken about without a claim."""

    id: str
    text: str
    context: str
    labels: frozenset[str]
    mentions: frozenset[str]
    actor: str
    scope: str
    force: str
    exception: str
    voice: str
    pair: str  # entries of one minimal pair share it; "" where there is none

    @property
    def split(self) -> str:
        """"train", "validation" (10 %) or "test" (10 %), by a hash of the pair or the entry, so that it never changes."""
        key = self.pair or self.id
        bucket = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % 10
        return "test" if bucket == 0 else "validation" if bucket == 1 else "train"


def load(folder: Path) -> tuple[Example, ...]:
    """Every entry of the bank, in file-name and line order."""
    return tuple(_entries(folder))


def _entries(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row = json.loads(line)
            yield Example(
                id=f"{path.stem}-{number:04}",
                text=row["text"],
                context=row.get("context", ""),
                labels=frozenset(row.get("labels", ())),
                mentions=frozenset(row.get("mentions", ())),
                actor=row["actor"],
                scope=row["scope"],
                force=row["force"],
                exception=row["exception"],
                voice=row["voice"],
                pair=f"{path.stem}-{row['pair']}" if row.get("pair") else "",
            )


def label_names(examples: tuple[Example, ...]) -> tuple[str, ...]:
    """All "provision/claim" labels of the bank, sorted."""
    return tuple(sorted({label for example in examples for label in example.labels}))


def topics(examples: tuple[Example, ...]) -> tuple[str, ...]:
    """All provisions of the bank, sorted."""
    return tuple(sorted({label.split("/")[0] for label in label_names(examples)}))
