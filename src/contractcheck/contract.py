"""A Document read as a contract: sentences in their clauses, with headings, lead-ins and defined terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from contractcheck.document import Document
from contractcheck.span import Span


class Scope(StrEnum):
    """Whose data a sentence or a section is about."""

    ALL = "all"  # users, customers, personal data in general
    STUDENTS = "students"
    UNDER_13 = "under13"
    PLACE = "place"  # one state or country other than Montana
    PART = "part"  # only some data or persons: visitors, shoppers, billing data


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of blocks under one heading or number.

    `label` is the clause's own number ("7.2", "(a)", "Article IV"), empty where it has none;
    `headings` the headings above it, outermost first, its own last.
    """

    index: int
    span: Span
    label: str
    headings: tuple[str, ...]

    @property
    def section(self) -> str:
        """How counsel would cite it: the number with the nearest heading, or the heading alone."""
        heading = self.headings[-1] if self.headings else ""
        if self.label and not heading.startswith(self.label):
            return f"{self.label} ({heading})" if heading else self.label
        return heading


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item, and all that governs it.

    `lead_in` is the sentence a list item completes ("Provider shall not:"), None for plain prose.
    `scope` is whose data its section is about when the section says so, else None.
    """

    index: int
    span: Span
    clause: Clause
    lead_in: Span | None = None
    scope: Scope | None = None
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term the document defines, and the sentence that does it."""

    term: str
    span: Span


@dataclass(frozen=True, slots=True)
class Contract:
    """`document` with its structure. Sentences are in text order and do not overlap.

    `student_use_excluded` is the sentence saying that the document does not cover pupils who use the
    product through a school; None where no sentence does.
    """

    document: Document
    clauses: tuple[Clause, ...]
    sentences: tuple[Sentence, ...]
    terms: tuple[DefinedTerm, ...] = ()
    student_use_excluded: Span | None = None

    def text_of(self, sentence: Sentence) -> str:
        """The words of `sentence`."""
        return sentence.span.of(self.document.text)

    def context_of(self, sentence: Sentence) -> str:
        """What stands above `sentence`: its last two headings and its lead-in, joined by " > "."""
        parts = list(sentence.clause.headings[-2:])
        if sentence.lead_in is not None:
            parts.append(sentence.lead_in.of(self.document.text))
        return " > ".join(parts)
