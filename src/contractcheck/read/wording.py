"""How the words of a sentence raise or lower what the model hears in it; the words are data beside this file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

# A claim without any of its usual words keeps this share of its probability.
UNUSUAL = 0.6
# A stock phrase lifts a claim to this, if the model gives it at least HALF_HEARD.
LIFTED = 0.8
HALF_HEARD = 0.1
# ... and does not hear the opposite better by more than this.
OPPOSED_MARGIN = 0.1


@dataclass(frozen=True, slots=True)
class StockPhrase:
    """A usual wording of `claim` ("provision/claim"), the words that keep it from being so, and a sentence it hears."""

    claim: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    example: str

    def hears(self, text: str) -> bool:
        """Whether `text` says the claim in this wording."""
        return self.pattern.search(text) is not None and (self.unless is None or self.unless.search(text) is None)


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """Words that show a sentence does not make `claims`, however much it sounds like it."""

    claims: frozenset[str]
    pattern: re.Pattern[str]
    example: str


def _rows(name: str) -> Any:
    return yaml.safe_load((resources.files(__package__) / name).read_text(encoding="utf-8"))


@cache
def usual_words() -> dict[str, re.Pattern[str]]:
    """By claim, what it is usually said with."""
    return {label: re.compile(pattern, re.I) for label, pattern in _rows("usual_words.yaml").items()}


@cache
def disclaimers() -> tuple[Disclaimer, ...]:
    """Every disclaimer in file order."""
    return tuple(Disclaimer(frozenset(r["claims"]), re.compile(r["pattern"], re.I), r["example"]) for r in _rows("unless.yaml"))


@cache
def stock_phrases() -> dict[str, tuple[StockPhrase, ...]]:
    """By claim, its stock phrases in file order."""
    out: dict[str, list[StockPhrase]] = {}
    for r in _rows("stock_phrases.yaml"):
        out.setdefault(r["claim"], []).append(StockPhrase(r["claim"], re.compile(r["pattern"], re.I), re.compile(r["unless"], re.I) if r["unless"] else None, r["example"]))
    return {claim: tuple(phrases) for claim, phrases in out.items()}


def weigh(claim: str, chance: float, text: str, *, opposed: float = 0.0) -> float:
    """The probability of `claim` in `text` (sentence with its lead-in), given the model's `chance`.

    `opposed` is the model's chance for the likeliest claim of the opposite stance: where it hears that
    one better, no stock phrase lifts this one ("a parent who asks to see the data will be turned away").
    """
    if any(claim in d.claims and d.pattern.search(text) for d in disclaimers()):
        return 0.0
    if chance >= HALF_HEARD and chance > opposed - OPPOSED_MARGIN and any(phrase.hears(text) for phrase in stock_phrases().get(claim, ())):
        return max(chance, LIFTED)
    return chance if usual_words()[claim].search(text) else round(chance * UNUSUAL, 4)
