"""The Readings on one provision, sorted by how much they weigh."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from contractcheck.contract import Scope
from contractcheck.reading import Actor, Exceptions, Force, Reading
from contractcheck.ruleset import Stance


@dataclass(frozen=True, slots=True)
class Bars:
    """Probabilities from which a claim counts, by stance; set on labelled documents (models/README.md).

    `by_provision` holds the bars of provisions whose language is easier or harder to hear than the rest.
    """

    secures: float = 0.6
    weakens: float = 0.6
    contradicts: float = 0.75
    neutral: float = 0.6
    by_provision: Mapping[str, Bars] = field(default_factory=dict)

    def of(self, stance: Stance, provision_id: str) -> float:
        """The bar for claims of `stance` on `provision_id`."""
        return float(getattr(self.by_provision.get(provision_id, self), stance.value))


# Duties the vendor itself performs: "we may" leaves it the choice. Elsewhere "may" gives others a right
# ("parents may review") or opens a closed list ("may disclose only to").
_VENDOR_PERFORMS = frozenset(
    {"bans", "safeguards", "school-request", "deletes-at-end", "notifies-with-procedure", "named-law", "providers-bound", "trains", "designates"}
)


# Where agreement makes the promise lapse. For disclosures the law itself allows consent.
_CONSENT_OPENS = frozenset({"no-targeted-advertising", "no-sale", "no-profiling"})

# By how much a claim must be likelier than its opposite in the same sentence to silence it.
OPPOSITE_MARGIN = 0.1

# Claims that say more or less of the same thing: in one sentence only the likelier one stands.
_RIVALS = {
    "bans-qualified": "bans",
    "targets-with-consent": "targets",
    "sells-with-consent": "sells",
    "hedged": "safeguards",
    "hedged-request": "school-request",
    "notifies-bare": "notifies-with-procedure",
    "helps": "named-law",
    "end-on-request": "deletes-at-end",
}


def is_limited(reading: Reading) -> bool:
    """Whether a promise secures less than it says: for some data or persons, hedged, or with an open exception."""
    return (
        reading.scope in _limiting_scopes(reading)
        or reading.force is Force.HEDGED
        or (reading.force is Force.MAY and reading.actor is Actor.VENDOR and reading.claim in _VENDOR_PERFORMS)
        or reading.exceptions is Exceptions.SWALLOW
        or (reading.exceptions is Exceptions.CONSENT and reading.provision_id in _CONSENT_OPENS)
    )


def _limiting_scopes(reading: Reading) -> tuple[Scope, ...]:
    # Naming COPPA names the law, not whose data the promise is for.
    return (Scope.PLACE,) if reading.provision_id == "legal-compliance" else (Scope.PLACE, Scope.PART, Scope.UNDER_13)


def reaches_pupils(reading: Reading) -> bool:
    """Whether a permission is about data that would include pupils'; one for visitors or one state's residents is not."""
    return reading.scope in (Scope.ALL, Scope.STUDENTS, Scope.UNDER_13)


@dataclass(frozen=True, slots=True)
class Weighing:
    """Readings on one provision that pass the bar, best first.

    `student_use_excluded`: the document says it does not cover pupils, so no promise in it is full.
    """

    readings: tuple[Reading, ...]
    student_use_excluded: bool = False

    def full(self, *claims: str) -> tuple[Reading, ...]:
        """Readings of `claims` for all data, firmly, without an open exception."""
        if self.student_use_excluded:
            return ()
        return tuple(r for r in self.any(*claims) if not is_limited(r))

    def limited(self, *claims: str) -> tuple[Reading, ...]:
        """Readings of `claims` that secure less than they say."""
        return tuple(r for r in self.any(*claims) if is_limited(r) or self.student_use_excluded)

    def any(self, *claims: str) -> tuple[Reading, ...]:
        """Readings of `claims`, however limited."""
        return tuple(r for r in self.readings if r.claim in claims)

    def against(self, *claims: str) -> tuple[Reading, ...]:
        """Readings of contradicting or weakening `claims` that reach pupils' data."""
        return tuple(r for r in self.any(*claims) if reaches_pupils(r))

    def students_carved_out(self, promise: Iterable[Reading], threat: Iterable[Reading]) -> bool:
        """Whether the promise is made for pupils in particular and no threat names them."""
        return any(r.scope is Scope.STUDENTS for r in promise) and not any(r.scope is Scope.STUDENTS for r in threat)


def _without_beaten_rivals(readings: list[Reading]) -> list[Reading]:
    best = {(r.sentence.index, r.claim): r.score for r in readings}
    beaten = set()
    for weaker, stronger in _RIVALS.items():
        for (index, claim), score in best.items():
            if claim == weaker and (rival := best.get((index, stronger))) is not None:
                beaten.add((index, stronger if score >= rival else weaker))
    # A sentence that clearly says one thing hardly says the opposite in the same breath.
    for r in readings:
        opposite = {Stance.SECURES: Stance.CONTRADICTS, Stance.CONTRADICTS: Stance.SECURES}.get(r.stance)
        if any(o.sentence.index == r.sentence.index and o.stance is opposite and o.score > r.score + OPPOSITE_MARGIN for o in readings):
            beaten.add((r.sentence.index, r.claim))
    return [r for r in readings if (r.sentence.index, r.claim) not in beaten]


def _only_with_consent(reading: Reading) -> Reading:
    """A practice that prior agreement must open is the weaker claim of that name."""
    if reading.exceptions is Exceptions.CONSENT and reading.claim in ("targets", "sells"):
        return replace(reading, claim=f"{reading.claim}-with-consent", stance=Stance.WEAKENS)
    return reading


def weigh(readings: Iterable[Reading], provision_id: str, bars: Bars, *, student_use_excluded: bool = False) -> Weighing:
    """The Readings on `provision_id` that pass their bar, best first; ties in text order."""
    own = _without_beaten_rivals([r for r in readings if r.provision_id == provision_id])
    chosen = [_only_with_consent(r) for r in own if r.score >= bars.of(r.stance, provision_id)]
    return Weighing(tuple(sorted(chosen, key=lambda r: (-r.score, r.sentence.span.start, r.claim))), student_use_excluded)
