"""The decision table: from the Readings on a provision to its verdict. The first row that holds decides.

Source of every row: the guideline of the default ruleset (README of rulesets/). A promise is "full"
when it covers all data, binds firmly and has no open exception; a threat counts when it reaches pupils.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contractcheck.assess.weighing import Weighing
from contractcheck.findings import Verdict
from contractcheck.reading import Reading

Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `when` gives the deciding Readings, best first; none means the row does not hold."""

    id: str
    verdict: Verdict
    reason: str
    when: Callable[[Weighing], Readings]


def _promise(secure: tuple[str, ...], threat: tuple[str, ...]) -> Callable[[Weighing], Readings]:
    """A full promise that no threat about the same data takes back, or that takes pupils out of the threat."""

    def when(w: Weighing) -> Readings:
        kept, taken = w.full(*secure), w.against(*threat)
        return kept if kept and (not taken or w.students_carved_out(kept, taken)) else ()

    return when


def _both(first: tuple[str, ...], second: tuple[str, ...]) -> Callable[[Weighing], Readings]:
    """Two promises, both full; the best of each come first."""

    def when(w: Weighing) -> Readings:
        one, two = w.full(*first), w.full(*second)
        return (one[0], *([two[0]] if two[0].sentence.span != one[0].sentence.span else []), *one[1:], *two[1:]) if one and two else ()

    return when


def _against(*claims: str) -> Callable[[Weighing], Readings]:
    return lambda w: w.against(*claims)


def _any(*claims: str) -> Callable[[Weighing], Readings]:
    return lambda w: w.any(*claims)


def _unless(when: Callable[[Weighing], Readings], *claims: str) -> Callable[[Weighing], Readings]:
    """`when`, unless a reading of `claims` reaches pupils."""
    return lambda w: when(w) if not w.against(*claims) else ()


def _and_against(when: Callable[[Weighing], Readings], *claims: str, at_least: float = 0.0) -> Callable[[Weighing], Readings]:
    """`when`, and a reading of `claims` reaches pupils with a probability of `at_least`; both are shown."""

    def both(w: Weighing) -> Readings:
        one, two = when(w), tuple(r for r in w.against(*claims) if r.score >= at_least)
        return (one[0], two[0], *one[1:], *two[1:]) if one and two else ()

    return both


M, P, C = Verdict.MET, Verdict.PARTIAL, Verdict.CONTRADICTED

# Four measures named one by one are a programme of safeguards in all but name; one or two are not.
MEASURES_FOR_SAFEGUARDS = 4
# What takes back part of a promise must be heard clearly: retention tables and backup lines half sound like it.
FIRM = 0.75


def _many_measures(w: Weighing) -> Readings:
    measures = w.full("single-measure")
    return measures if len({r.sentence.span for r in measures}) >= MEASURES_FOR_SAFEGUARDS else ()


TABLE: dict[str, tuple[Row, ...]] = {
    "no-targeted-advertising": (
        Row("banned", M, "it rules out targeted advertising", _promise(("bans",), ("targets",))),
        Row("targets", C, "it lets personal data or tracking be used to target advertising", _against("targets")),
        Row("limited", P, "it rules out only some targeted advertising, or only for some", _any("bans", "bans-qualified", "targets-with-consent")),
    ),
    "no-sale": (
        Row("banned", M, "it rules out selling or renting the data", _promise(("bans",), ("sells",))),
        Row("sells", C, "it lets the data be sold or handed to others for their own marketing", _against("sells")),
        Row("limited", P, "it rules out selling only with a condition, or only for some data", _any("bans", "bans-qualified", "sells-with-consent")),
    ),
    "no-profiling": (
        Row("banned", M, "it rules out building profiles other than for school purposes", _promise(("bans",), ("profiles",))),
        Row("profiles", C, "it lets profiles or inferences be made for the vendor's own purposes", _against("profiles")),
        Row("limited", P, "it rules out only some profiling, or only for some", _any("bans", "bans-qualified")),
    ),
    "disclosure-limits": (
        Row("students-closed", M, "it closes the list of disclosures for pupils and binds the recipients",
            lambda w: c if (c := w.full("closed")) and w.full("providers-bound") and (t := w.against("discretion", "open-category")) and w.students_carved_out(c, t) else ()),
        Row("discretion", C, "it leaves disclosure to the vendor's discretion or to others' own purposes", _against("discretion")),
        Row("open", P, "the list of recipients has an open category", _and_against(_any("closed", "providers-bound", "lawful-case", "open-category"), "open-category")),
        Row("closed-and-bound", M, "it closes the list of disclosures and binds the recipients", _both(("closed",), ("providers-bound",))),
        Row("closed-to-all", M, "it closes disclosure and names no other recipients", _unless(lambda w: w.full("closed"), "lawful-case", "open-category", "discretion")),
        Row("unbound", P, "it does not both close the list of disclosures and bind the recipients", _any("closed", "providers-bound", "open-category", "lawful-case", "discretion")),
    ),
    "reasonable-security": (
        Row("safeguards", M, "it commits the vendor to reasonable safeguards", lambda w: w.full("safeguards")),
        Row("measures", M, "it commits the vendor to a set of named safeguards", _many_measures),
        Row("hedged", P, "it promises an effort, or single measures only", _any("safeguards", "single-measure", "hedged")),
        Row("disclaims", C, "it disclaims protecting the data and offers no safeguard", _against("disclaims")),
    ),
    "deletion-on-request": (
        Row("refused-in-part", P, "it deletes on the school's request but keeps an exception of its own", _and_against(lambda w: w.full("school-request"), "refuses")),
        Row("school-request", M, "it commits the vendor to delete when the school or customer asks", lambda w: w.full("school-request")),
        Row("others-request", P, "it lets only others ask, or promises less than deletion", _any("school-request", "user-request", "hedged-request")),
        Row("refuses", C, "it refuses deletion", _against("refuses")),
    ),
    "no-retention-after-contract": (
        Row("keeps-and-deletes", P, "it deletes at the end but keeps some of the data", _and_against(lambda w: w.full("deletes-at-end", "never-holds"), "keeps", "keeps-some", at_least=FIRM)),
        Row("deletes", M, "it commits the vendor to delete or return the data at the end", lambda w: w.full("deletes-at-end", "never-holds")),
        Row("keeps", C, "it lets the vendor keep the data after the end", _against("keeps")),
        Row("limited", P, "it limits retention without securing deletion at the end", _any("deletes-at-end", "never-holds", "as-needed", "end-on-request", "keeps-some")),
    ),
    "purpose-limitation": (
        Row("carved-out", M, "it limits use for pupils to the service or the school's purposes",
            lambda w: o if (o := w.full("only-service")) and (t := w.against("unrelated")) and not w.against("own-purposes") and w.students_carved_out(o, t) else ()),
        Row("carved-out-in-part", P, "it limits use for pupils to the school's purposes, but adds purposes of the vendor's own",
            lambda w: (*o[:1], *own) if (o := w.full("only-service")) and (own := w.against("own-purposes")) and (t := w.against("unrelated")) and w.students_carved_out(o, t) else ()),
        Row("unrelated", C, "it lets the data be used for purposes unrelated to the service", _against("unrelated")),
        Row("own-purposes", P, "it adds purposes of the vendor's own", _against("own-purposes")),
        Row("only-service", M, "it limits use to the service or the school's purposes", lambda w: w.full("only-service")),
        Row("not-exclusive", P, "it states purposes without ruling out others", _any("only-service", "states-purposes", "own-purposes", "unrelated")),
    ),
    "pupil-content-control": (
        Row("takes", C, "it takes the content or a perpetual or commercial licence to it", _against("takes")),
        Row("own-and-means", M, "pupils or users keep their content and are given a means to keep it", _unless(_both(("owns",), ("means",)), "broad-licence")),
        Row("one-of-two", P, "it gives ownership or a means to keep the content, not both freely", _any("owns", "means", "broad-licence")),
    ),
    "parent-review-correction": (
        Row("review-and-correct", M, "parents can review and correct the data", _both(("parent-reviews",), ("parent-corrects",))),
        Row("in-part", P, "it gives review or correction to some, or only one of the two", _any("parent-reviews", "parent-corrects", "user-access")),
        Row("refuses", C, "it refuses review or correction", _against("refuses")),
    ),
    "security-training-designation": (
        Row("both", M, "it names a responsible role and trains staff", lambda w: (*w.any("designates"), *w.any("trains")) if w.any("designates") and w.any("trains") else ()),
        Row("one", P, "it names a responsible role or trains staff, not both", _any("designates", "trains")),
    ),
    "breach-notification": (
        Row("procedure", M, "it commits the vendor to give notice of a breach, with a procedure", lambda w: w.full("notifies-with-procedure")),
        Row("bare", P, "it promises notice of a breach without a procedure", _any("notifies-with-procedure", "notifies-bare")),
        Row("disclaims", C, "it denies any duty to give notice", _against("disclaims")),
    ),
    "district-owns-records": (
        Row("shared", P, "the data stays the customer's, but the vendor takes rights for itself", _and_against(lambda w: w.full("owned-by-school"), "vendor-owns")),
        Row("owned", M, "the data stays the property or under the control of the school, customer or pupil", lambda w: w.full("owned-by-school")),
        Row("vendor-owns", C, "the vendor takes the data or a licence to it for itself", _against("vendor-owns")),
        Row("instructions", P, "the vendor acts on instructions, with no word on ownership", _any("owned-by-school", "on-instructions")),
    ),
    "legal-compliance": (
        Row("named", M, "it commits the vendor to a named student-privacy law", lambda w: w.full("named-law")),
        Row("general", P, "it speaks of law in general, or of helping the school comply", _any("named-law", "general-law", "helps")),
        Row("on-school", C, "it puts compliance on the school or user", _against("on-school")),
    ),
}
