"""The cases of a provision, run down the same road as a contract."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contractcheck.assess import Bars, assess
from contractcheck.document import Document
from contractcheck.extract.builder import Builder
from contractcheck.extract.text import add_plain
from contractcheck.findings import Finding, Verdict
from contractcheck.read import read
from contractcheck.ruleset import Case, Mutation, Provision, Ruleset
from contractcheck.segment import segment

# What a mutated model text must not be.
NOT_MET = "not met"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case asked for and what it got. `finding` is None where the case itself is wrong; `reason` says how."""

    provision_id: str
    case_id: str
    text: str
    expected: str
    finding: Finding | None
    reason: str

    @property
    def has_passed(self) -> bool:
        """Whether the verdict is the expected one; a mutation passes with any verdict but `met`."""
        if self.finding is None:
            return False
        if self.expected == NOT_MET:
            return self.finding.verdict is not Verdict.MET
        return self.finding.verdict.value == self.expected


def run_cases(ruleset: Ruleset, provision: Provision, cases: Sequence[Case], mutations: Sequence[Mutation], bars: Bars) -> Iterator[Outcome]:
    """One Outcome a case, then the model text, which must be `met`, then each mutation, which must lose it."""
    alone = replace(ruleset, provisions=(provision,))
    for case in cases:
        yield _outcome(alone, case.id, case.text, case.verdict, case.why, bars)
    yield _outcome(alone, "model_text", provision.model_text, Verdict.MET.value, "the wording we ask for must pass", bars)
    for mutation in mutations:
        if mutation.find not in provision.model_text:
            yield Outcome(provision.id, mutation.id, mutation.find, NOT_MET, None, "the words to find are not in model_text")
            continue
        yield _outcome(alone, mutation.id, provision.model_text.replace(mutation.find, mutation.replace), NOT_MET, mutation.why, bars)


def _outcome(ruleset: Ruleset, case_id: str, text: str, expected: str, why: str, bars: Bars) -> Outcome:
    contract = segment(_document(text))
    (finding,) = assess(contract, read(contract, ruleset), ruleset, bars)
    return Outcome(ruleset.provisions[0].id, case_id, text, expected, finding, why)


def _document(text: str) -> Document:
    """A case as if it had been saved as a text file; no length is too short for a case."""
    builder = Builder()
    add_plain(text, builder)
    return builder.build("case.txt", "text", hashlib.sha256(text.encode()).hexdigest())
