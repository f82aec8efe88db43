"""What a law or policy demands, as data: provisions with the claims a sentence can make about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is when a provision is not secured."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 (low) to 3 (critical)."""
        return list(Severity).index(self)


class Stance(StrEnum):
    """What a claim does to its provision."""

    SECURES = "secures"
    WEAKENS = "weakens"
    CONTRADICTS = "contradicts"
    NEUTRAL = "neutral"


class Mark(StrEnum):
    """How far a citation was verified."""

    VERIFIED = "verified"
    PARTLY = "partly"
    MEMORY = "memory"
    DESIGN = "design"

    @property
    def words(self) -> str:
        """The mark as a reader should see it."""
        return {
            Mark.VERIFIED: "checked against the source",
            Mark.PARTLY: "only part of the text was seen: verify in the current MCA",
            Mark.MEMORY: "from memory: verify in the current MCA",
            Mark.DESIGN: "our judgement, no source prescribes it",
        }[self]


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a law or policy, and how sure we are of it."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a sentence can say about a provision ("does not sell"), and its stance."""

    id: str
    stance: Stance
    text: str


@dataclass(frozen=True, slots=True)
class Element:
    """Something the provision asks for. `decides` is False where the law asks for more than a `met` verdict needs.

    Found when a Reading makes one of `claims`, or when a deciding sentence matches the regular expression `pattern`.
    """

    id: str
    text: str
    decides: bool
    claims: tuple[str, ...] = ()
    pattern: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence or short document and the verdict it must get. `why` says what makes a near miss one."""

    id: str
    text: str
    verdict: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A change to a provision's model text that must lose `met`."""

    id: str
    find: str
    replace: str
    why: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One demand of the ruleset, in the words of its YAML file."""

    id: str
    title: str
    bound: str
    severity: Severity
    citation: Citation
    demand: str
    claims: tuple[Claim, ...]
    elements: tuple[Element, ...]
    met: str
    partial: str
    contradicted: str
    exceptions: tuple[str, ...]
    good: tuple[str, ...]
    bad: tuple[str, ...]
    question: str
    advice: str
    model_text: str
    fallback: str
    topic: str  # regular expression: sentences that may talk about it


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Provisions in the order they are reported. `sha256` is over the files, in name order."""

    id: str
    title: str
    version: str
    authority: str
    sha256: str
    provisions: tuple[Provision, ...]

    def provision(self, provision_id: str) -> Provision | None:
        """The provision of that id, None where there is none."""
        return next((p for p in self.provisions if p.id == provision_id), None)
