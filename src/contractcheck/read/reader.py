"""Sentences into Readings: what each says about each provision, for whom, how firmly."""

from __future__ import annotations

import re
from dataclasses import replace

from contractcheck.contract import Contract, Scope, Sentence
from contractcheck.nlp import encoder, models, parser
from contractcheck.read import cues, syntax, wording
from contractcheck.read.candidates import candidates
from contractcheck.reading import Actor, Exceptions, Force, Reading
from contractcheck.ruleset import Claim, Ruleset, Stance
from contractcheck.segment import scope

# Claims a school, user or parent makes by acting: they are no vendor duty and need none.
_OTHERS_ACT = frozenset(
    {
        "deletion-on-request/user-request",
        "deletion-on-request/school-request",
        "pupil-content-control/owns",
        "pupil-content-control/means",
        "pupil-content-control/takes",
        "pupil-content-control/broad-licence",
        "pupil-content-control/service-licence",
        "parent-review-correction/parent-reviews",
        "parent-review-correction/parent-corrects",
        "parent-review-correction/user-access",
        "district-owns-records/owned-by-school",
        "district-owns-records/vendor-owns",
        "district-owns-records/on-instructions",
        "legal-compliance/on-school",
        "no-targeted-advertising/targets",
        "no-sale/sells",
        "no-profiling/profiles",
        "disclosure-limits/discretion",
        "disclosure-limits/open-category",
        "disclosure-limits/lawful-case",
        "purpose-limitation/own-purposes",
        "purpose-limitation/unrelated",
        "disclosure-limits/providers-bound",
    }
)


_UNTICKED = re.compile(r"\[\s?\]|[☐□]")
_TICKED = re.compile(r"\[[xX✓]\]|[☑☒✓✔]")


def read(contract: Contract, ruleset: Ruleset) -> tuple[Reading, ...]:
    """Every Reading of `contract`, in text order, then by provision and claim.

    The encoder proposes claims with their probability; cues and the dependency parse then settle whose
    data, how firmly and who is bound. A vendor duty that the parse gives to the school or the user
    yields no Reading.
    """
    known = {f"{p.id}/{c.id}": c for p in ruleset.provisions for c in p.claims}
    floor = models.manifest().get("floor", 0.2)
    chosen = list(candidates(contract, ruleset))
    raw = encoder.read([(contract.context_of(s), contract.text_of(s)) for s, _ in chosen])
    kept: list[tuple[Sentence, encoder.Reading, list[tuple[str, Claim, float]]]] = []
    for (sentence, _), said in zip(chosen, raw, strict=True):
        heard = contract.text_of(sentence) if sentence.lead_in is None else f"{sentence.lead_in.of(contract.document.text)} {contract.text_of(sentence)}"
        # An option that a form offers and leaves unticked is not agreed.
        if _UNTICKED.search(heard) and not _TICKED.search(heard):
            continue
        chances = {label: chance for label, chance in said.claims if label in known}
        claims = [
            (label, known[label], weighed)
            for label, chance in chances.items()
            if (weighed := wording.weigh(label, chance, heard, opposed=_opposed(label, known, chances))) >= floor
        ]
        if claims:
            kept.append((sentence, said, claims))
    # A list item does what its lead-in's subject does: "You agree not to: send advertising".
    opened = sorted({s.lead_in for s, _, _ in kept if s.lead_in})
    leads = dict(zip(opened, map(syntax.actor_of, parser.parse(span.of(contract.document.text) for span in opened)), strict=True))
    out: list[Reading] = []
    for (sentence, said, claims), doc in zip(kept, parser.parse(contract.text_of(s) for s, _, _ in kept), strict=True):
        words = contract.text_of(sentence)
        lead = sentence.lead_in.of(contract.document.text) if sentence.lead_in else ""
        notes: list[str] = []
        actor = Actor(said.actor)
        parsed = leads[sentence.lead_in] if sentence.lead_in else syntax.actor_of(doc)
        if parsed is not None:
            actor, word = parsed
            notes.append(f"actor: {word}")
        # The model hears hedges where there are none; only words decide that.
        force = Force.PRACTICE if said.force == "hedged" else Force(said.force)
        if hit := cues.first("force", f"{lead} {words}"):
            force = Force(hit[0])
            notes.append(f"force: {hit[1]}")
        elif modal := syntax.force_of(doc):
            force = modal[0]
            notes.append(f"force: {modal[1]}")
        exceptions = Exceptions(said.exception)
        if hit := cues.first("exceptions", words):
            exceptions = Exceptions(hit[0])
            notes.append(f"exception: {hit[1]}")
        whose, why = _scope(sentence, words, lead, Scope(said.scope))
        if why:
            notes.append(f"scope: {why}")
        for label, claim, chance in claims:
            provision_id = label.split("/")[0]
            # Only the sentence's own subject takes a duty away from the vendor; the model guesses actors too freely for that.
            if parsed is not None and actor in (Actor.SCHOOL, Actor.USER) and label not in _OTHERS_ACT:
                continue
            out.append(Reading(provision_id, claim.id, claim.stance, sentence, actor, whose, force, exceptions, chance, tuple(notes)))
    return tuple(sorted(_spoiled(contract, out), key=lambda r: (r.sentence.span.start, r.provision_id, r.claim)))


_EXCEPT = re.compile(r"\b(?:except|unless|other\s+than|save)\W*$", re.I)


def _spoiled(contract: Contract, readings: list[Reading]) -> list[Reading]:
    """One open item in a list of exceptions opens the whole list: "... to no one, except (a) ..., (d) as our policy says"."""
    open_lists = {
        r.sentence.lead_in
        for r in readings
        if r.exceptions is Exceptions.SWALLOW and r.sentence.lead_in and _EXCEPT.search(r.sentence.lead_in.of(contract.document.text))
    }
    return [
        replace(r, exceptions=Exceptions.SWALLOW) if r.sentence.lead_in in open_lists or r.sentence.span in open_lists else r for r in readings
    ]


def _opposed(label: str, known: dict[str, Claim], chances: dict[str, float]) -> float:
    """The model's chance for the likeliest claim on the same provision with the opposite stance."""
    opposite = {Stance.SECURES: Stance.CONTRADICTS, Stance.CONTRADICTS: Stance.SECURES}.get(known[label].stance)
    provision = label.split("/")[0]
    return max((chance for other, chance in chances.items() if known[other].stance is opposite and other.split("/")[0] == provision), default=0.0)


def _scope(sentence: Sentence, words: str, lead: str, guess: Scope) -> tuple[Scope, str]:
    """Whose data a sentence is about: its own words first, then its section, then the model."""
    if place := scope.limits_to_place(words) or scope.limits_to_place(lead):
        return Scope.PLACE, place
    if sentence.scope is Scope.PLACE:
        return Scope.PLACE, "its section"
    if young := scope.limits_to_under_13(words) or scope.limits_to_under_13(lead):
        return Scope.UNDER_13, young
    if some := scope.limits_to_some(words):
        return Scope.PART, some
    if scope.speaks_of_students(words) or scope.speaks_of_students(lead):
        return Scope.STUDENTS, "names pupils or schools"
    if sentence.scope is not None:
        return sentence.scope, "its section"
    return (guess if guess is Scope.PART else Scope.ALL), ""
