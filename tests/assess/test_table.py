"""Every row of the decision table, with the Readings that make it hold."""

from __future__ import annotations

from typing import Any

import pytest

from contractcheck.assess.table import TABLE
from contractcheck.assess.weighing import Bars, weigh
from contractcheck.contract import Clause, Scope, Sentence
from contractcheck.load import load_ruleset
from contractcheck.reading import Actor, Exceptions, Force, Reading
from contractcheck.span import Span

RULESET = load_ruleset("montana-3650")
STUDENTS, PLACE, UNDER_13, PART = Scope.STUDENTS, Scope.PLACE, Scope.UNDER_13, Scope.PART


def reading(provision_id: str, claim: str, at: int, **parts: Any) -> Reading:
    provision = RULESET.provision(provision_id)
    assert provision is not None
    stance = next(c.stance for c in provision.claims if c.id == claim)
    sentence = Sentence(at, Span(at * 10, at * 10 + 9), Clause(at, Span(at * 10, at * 10 + 9), "", ()))
    values = {"actor": Actor.VENDOR, "scope": Scope.ALL, "force": Force.PRACTICE, "exceptions": Exceptions.NONE, "score": 0.95} | parts
    return Reading(provision_id, claim, stance, sentence, **values)


def decide(provision_id: str, *claims: str | tuple[str, dict[str, Any]], excluded: bool = False) -> str:
    """The row that decides, or "missing"."""
    made = [reading(provision_id, c, i) if isinstance(c, str) else reading(provision_id, c[0], i, **c[1]) for i, c in enumerate(claims)]
    weighing = weigh(made, provision_id, Bars(0.5, 0.5, 0.5, 0.5), student_use_excluded=excluded)
    for row in TABLE[provision_id]:
        if row.when(weighing):
            return f"{row.verdict}: {row.id}"
    return "missing"


CASES = [
    ("no-targeted-advertising", ["bans"], "met: banned"),
    ("no-targeted-advertising", ["bans", "targets"], "contradicted: targets"),
    ("no-targeted-advertising", [("bans", {"scope": STUDENTS}), "targets"], "met: banned"),
    ("no-targeted-advertising", [("bans", {"scope": STUDENTS}), ("targets", {"scope": STUDENTS})], "contradicted: targets"),
    ("no-targeted-advertising", [("targets", {"scope": PART})], "missing"),
    ("no-targeted-advertising", ["targets-with-consent"], "partial: limited"),
    ("no-targeted-advertising", [("bans", {"scope": UNDER_13})], "partial: limited"),
    ("no-sale", ["bans", "sells-with-consent"], "met: banned"),
    ("no-sale", ["sells"], "contradicted: sells"),
    ("no-sale", [("bans", {"exceptions": Exceptions.SWALLOW})], "partial: limited"),
    ("no-sale", [("bans", {"scope": PLACE})], "partial: limited"),
    ("no-sale", ["merger"], "missing"),
    ("no-profiling", ["bans"], "met: banned"),
    ("no-profiling", ["profiles"], "contradicted: profiles"),
    ("no-profiling", ["bans-qualified"], "partial: limited"),
    ("disclosure-limits", ["closed", "providers-bound"], "met: closed-and-bound"),
    ("disclosure-limits", [("closed", {"scope": STUDENTS}), "providers-bound", "open-category"], "met: students-closed"),
    ("disclosure-limits", ["closed", "providers-bound", "open-category"], "partial: open"),
    ("disclosure-limits", ["closed", "discretion"], "contradicted: discretion"),
    ("disclosure-limits", ["closed"], "met: closed-to-all"),
    ("disclosure-limits", ["closed", "lawful-case"], "partial: unbound"),
    ("reasonable-security", ["safeguards", "disclaims"], "met: safeguards"),
    ("reasonable-security", ["single-measure"] * 4, "met: measures"),
    ("reasonable-security", ["single-measure"], "partial: hedged"),
    ("reasonable-security", [("safeguards", {"force": Force.HEDGED})], "partial: hedged"),
    ("reasonable-security", ["disclaims"], "contradicted: disclaims"),
    ("deletion-on-request", [("school-request", {"actor": Actor.SCHOOL, "force": Force.MAY})], "met: school-request"),
    ("deletion-on-request", [("school-request", {"force": Force.MAY})], "partial: others-request"),
    ("deletion-on-request", ["school-request", "refuses"], "partial: refused-in-part"),
    ("deletion-on-request", ["user-request"], "partial: others-request"),
    ("deletion-on-request", ["refuses"], "contradicted: refuses"),
    ("no-retention-after-contract", ["deletes-at-end", "as-needed"], "met: deletes"),
    ("no-retention-after-contract", ["deletes-at-end", "keeps-some"], "partial: keeps-and-deletes"),
    ("no-retention-after-contract", ["keeps"], "contradicted: keeps"),
    ("no-retention-after-contract", ["as-needed"], "partial: limited"),
    ("purpose-limitation", ["only-service"], "met: only-service"),
    ("purpose-limitation", ["only-service", "own-purposes"], "partial: own-purposes"),
    ("purpose-limitation", ["only-service", "unrelated"], "contradicted: unrelated"),
    ("purpose-limitation", [("only-service", {"scope": STUDENTS}), "unrelated"], "met: carved-out"),
    ("purpose-limitation", [("only-service", {"scope": STUDENTS}), "unrelated", "own-purposes"], "partial: carved-out-in-part"),
    ("purpose-limitation", ["states-purposes"], "partial: not-exclusive"),
    ("pupil-content-control", ["owns", "means"], "met: own-and-means"),
    ("pupil-content-control", ["owns", "means", "broad-licence"], "partial: one-of-two"),
    ("pupil-content-control", ["owns", "means", "takes"], "contradicted: takes"),
    ("pupil-content-control", ["service-licence"], "missing"),
    ("parent-review-correction", ["parent-reviews", "parent-corrects"], "met: review-and-correct"),
    ("parent-review-correction", ["user-access"], "partial: in-part"),
    ("parent-review-correction", ["refuses"], "contradicted: refuses"),
    ("security-training-designation", ["designates", "trains"], "met: both"),
    ("security-training-designation", ["trains"], "partial: one"),
    ("breach-notification", ["notifies-with-procedure"], "met: procedure"),
    ("breach-notification", [("notifies-with-procedure", {"force": Force.HEDGED})], "partial: bare"),
    ("breach-notification", ["disclaims"], "contradicted: disclaims"),
    ("district-owns-records", ["owned-by-school"], "met: owned"),
    ("district-owns-records", ["owned-by-school", "vendor-owns"], "partial: shared"),
    ("district-owns-records", ["on-instructions", "vendor-owns"], "contradicted: vendor-owns"),
    ("district-owns-records", ["on-instructions"], "partial: instructions"),
    ("legal-compliance", [("named-law", {"scope": UNDER_13})], "met: named"),
    ("legal-compliance", [("named-law", {"scope": PLACE})], "partial: general"),
    ("legal-compliance", ["on-school"], "contradicted: on-school"),
]


@pytest.mark.parametrize(("provision_id", "claims", "row"), CASES, ids=lambda value: value if isinstance(value, str) else None)
def test_row(provision_id: str, claims: list[Any], row: str) -> None:
    assert decide(provision_id, *claims) == row


def test_every_row_has_a_case() -> None:
    shown = {(provision_id, row.split(": ")[1]) for provision_id, _, row in CASES if row != "missing"}
    assert {(p, row.id) for p, rows in TABLE.items() for row in rows} == shown


def test_a_document_that_leaves_pupils_out_never_meets() -> None:
    assert decide("no-sale", "bans", excluded=True) == "partial: limited"


def test_a_claim_below_the_bar_does_not_count() -> None:
    assert decide("no-sale", ("bans", {"score": 0.4})) == "missing"
