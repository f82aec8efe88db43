"""Verdicts with their evidence, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from contractcheck.document import Document, Unread
from contractcheck.reading import Reading
from contractcheck.ruleset import Provision, Ruleset, Stance
from contractcheck.span import Span


class Verdict(StrEnum):
    """What a whole document says about a provision."""

    MET = "met"
    PARTIAL = "partial"
    CONTRADICTED = "contradicted"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim passage: `text == document.text[span.start:span.end]`. `stance` is None for nearest passages."""

    text: str
    span: Span
    page: int | None
    section: str
    stance: Stance | None


@dataclass(frozen=True, slots=True)
class ElementFound:
    """An element of the provision and whether the document has it."""

    id: str
    text: str
    found: bool
    decides: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one provision, and everything needed to check it.

    `confidence` in [0, 1] is the calibrated probability that a careful reader agrees. `rule` names the
    row of the decision table; `readings` are all Readings that were weighed, for `--why`.
    """

    provision: Provision
    verdict: Verdict
    confidence: float
    needs_review: bool
    reason: str
    rule: str = ""
    elements: tuple[ElementFound, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    nearest: tuple[Evidence, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Caution:
    """Something about the paper as a whole that counsel must know, with the words that show it."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """What kind of paper it is: "signed agreement", "unsigned form", "web terms" or "unknown"."""

    kind: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One document measured against one ruleset. `models` names every weight that was used by sha256."""

    document: Document | Unread
    ruleset: Ruleset
    models: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    instrument: Instrument
    cautions: tuple[Caution, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether the document could not be read at all."""
        return isinstance(self.document, Unread)
