"""Sentences worth reading: those that use the words of some provision's topic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contractcheck.contract import Contract, Sentence
from contractcheck.ruleset import Ruleset

# Shorter sentences cannot carry a claim unless a lead-in completes them.
MIN_WORDS = 4


# "Data Protection Officer" on a line of its own names a responsible role.
_ROLE = re.compile(r"\b(?:officer|coordinator|DPO|CISO|CPO)\b", re.I)


def _is_title(words: str) -> bool:
    """Whether a line is a title or an entry of a table of contents: short, capitalised, no full stop."""
    pieces = words.split()
    if len(pieces) > 14 or ":" in words or words.rstrip()[-1:] in ".;!?," or _ROLE.search(words):
        return False
    content = [p for p in pieces if p[0].isalpha() and p.lower() not in ("a", "an", "and", "the", "of", "for", "to", "in", "on", "with", "by", "or", "under", "from", "we", "how")]
    return bool(content) and sum(p[0].isupper() for p in content) >= 0.8 * len(content)


def candidates(contract: Contract, ruleset: Ruleset) -> Iterator[tuple[Sentence, frozenset[str]]]:
    """Sentences that may speak to a provision, with the ids of those provisions, in text order.

    Recall first: a sentence is kept when it, or its lead-in, matches the `topic` of a provision.
    Headings are never candidates.
    """
    topics = [(p.id, re.compile(p.topic, re.I)) for p in ruleset.provisions if p.topic]
    for sentence in contract.sentences:
        if sentence.is_heading:
            continue
        words = contract.text_of(sentence)
        if sentence.lead_in is None:
            if len(words.split()) < MIN_WORDS or _is_title(words):
                continue
        else:
            words = f"{sentence.lead_in.of(contract.document.text)} {words}"
        found = frozenset(name for name, topic in topics if topic.search(words))
        if found:
            yield sentence, found
