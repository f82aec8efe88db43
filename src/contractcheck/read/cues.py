"""The cues of cues.yaml, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set `part` of a Reading to `value`; `example` is a sentence they change."""

    part: str
    value: str
    pattern: re.Pattern[str]
    example: str


@cache
def all_cues() -> tuple[Cue, ...]:
    """Every cue in file order."""
    rows = yaml.safe_load((resources.files(__package__) / "cues.yaml").read_text(encoding="utf-8"))
    return tuple(Cue(r["part"], r["value"], re.compile(r["pattern"], re.I), r["example"]) for r in rows)


def first(part: str, text: str) -> tuple[str, str] | None:
    """(value, the words) of the first cue for `part` that hits `text`; None where none does.

    >>> first("force", "We strive to keep it safe.")
    ('hedged', 'strive to')
    """
    for cue in all_cues():
        if cue.part == part and (match := cue.pattern.search(text)):
            return cue.value, match.group()
    return None
