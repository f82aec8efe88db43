"""Who does what in a sentence, from its dependency parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from contractcheck.reading import Actor, Force

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VENDOR = re.compile(r"^(?:we|us|our|company|provider|vendor|licensor|processor|contractor|supplier|operator|subprocessors?|consultant|recipient|licensee|researchers?|parties|party|services?|platform|app(?:lication)?|site|website|employees|personnel|staff)$", re.I)
_SCHOOL = re.compile(r"^(?:school|schools|district|lea|customers?|controller|client|subscriber|institution|teachers?|educators?|agency|discloser|board|administrators?)$", re.I)
_USER = re.compile(r"^(?:you|users?|students?|pupils?|parents?|guardians?|individuals?|learners?|members?|visitors?|children|child|subjects?|consumers?|customers?|residents?)$", re.I)


def _subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "csubj"):
            return child
    if verb.dep_ in ("conj", "xcomp", "ccomp", "advcl") and verb.head is not verb:
        return _subject(verb.head)
    return None


def actor_of(doc: Doc) -> tuple[Actor, str] | None:
    """Who the main verb binds, with the word that says so; None where the subject is no party.

    A passive with an agent ("is deleted by the vendor") gives the agent.
    """
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    for token in root.children:
        if token.dep_ == "agent":
            for noun in token.children:
                if actor := _named(noun):
                    return actor, noun.text
    subject = _subject(root)
    if subject is None or subject.dep_ == "nsubjpass":
        return None
    actor = _named(subject)
    return (actor, subject.text) if actor else None


def _named(token: Token) -> Actor | None:
    # "Your use must comply", "User Contributions shall": the user's doing, whatever the noun.
    if any(child.lower_ in ("your", "user", "users", "customer", "customer’s", "customer's") for child in token.children if child.dep_ in ("poss", "compound")):
        return Actor.USER
    if _SCHOOL.match(token.text):
        return Actor.SCHOOL
    if _USER.match(token.text):
        return Actor.USER
    if _VENDOR.match(token.text):
        return Actor.VENDOR
    return None


def force_of(doc: Doc) -> tuple[Force, str] | None:
    """How binding the main verb's auxiliary is, with that word; None where it has none."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    is_negated = any(child.dep_ == "neg" for child in root.children)
    for child in root.children:
        if child.dep_ in ("aux", "auxpass"):
            word = child.lower_
            if word in ("shall", "must", "will", "’ll", "'ll"):
                return Force.DUTY, child.text
            if word in ("may", "can", "might", "could"):
                # "may not disclose" forbids as firmly as "shall not".
                return (Force.DUTY if is_negated else Force.MAY), child.text
    return None
