"""`contractcheck rules`: list, show and test rulesets."""

from __future__ import annotations

from collections.abc import Iterator

from contractcheck.cli import arguments, talk
from contractcheck.cli.rows import heading, row
from contractcheck.load import load_cases, load_ruleset, names
from contractcheck.report.words import NOTICE, count, law
from contractcheck.ruleset import Ruleset
from contractcheck.run import Outcome, default_bars, run_cases


def list_all() -> None:
    """Print every shipped ruleset on a line: id, version, title."""
    for name in names():
        ruleset = load_ruleset(name)
        talk.put(f"{ruleset.id}  {ruleset.version}  {ruleset.title}\n", is_exact=False)


def show(name: str) -> None:
    """Print the provisions of a ruleset with their severity and law."""
    talk.put("".join(f"{line}\n" for line in _lines(load_ruleset(name))), is_exact=False)


def _lines(ruleset: Ruleset) -> Iterator[str]:
    yield f"{ruleset.title} ({ruleset.id} {ruleset.version})"
    yield from row("authority", ruleset.authority)
    yield from row("sha256", ruleset.sha256)
    for provision in ruleset.provisions:
        yield from heading(f"{provision.id}: {provision.title}")
        yield from row("severity", provision.severity.value)
        yield from row("law", law(provision.citation))
    yield ""
    yield f"{NOTICE} `contractcheck explain PROVISION` says more about one."


def test(provision_id: str, ruleset_name: str) -> int:
    """Run the cases of one provision, or of all; 1 when one fails. Failures and the count go to stdout."""
    ruleset = load_ruleset(ruleset_name)
    provisions = (arguments.provision_of(ruleset, provision_id),) if provision_id else ruleset.provisions
    bars = default_bars()
    passed = failed = 0
    for provision in provisions:
        cases, mutations = load_cases(ruleset_name, provision.id)
        if not cases:
            talk.say(f"warning: {provision.id} has no cases; write provisions/{provision.id}.cases.yaml")
        with talk.progress(f"testing {provision.id}", is_wanted=True):
            outcomes = list(run_cases(ruleset, provision, cases, mutations, bars))
        for outcome in outcomes:
            if outcome.has_passed:
                passed += 1
                continue
            failed += 1
            talk.put("".join(f"{line}\n" for line in _failure(outcome)), is_exact=False)
    talk.put(f"{count(passed + failed, 'case')}: {passed} passed, {failed} failed\n", is_exact=False)
    return 1 if failed else 0


def _failure(outcome: Outcome) -> Iterator[str]:
    yield f"FAILED {outcome.provision_id}/{outcome.case_id}"
    yield from row("expected", outcome.expected)
    if outcome.finding is None:
        yield from row("the case is wrong", outcome.reason)
    else:
        yield from row("got", f"{outcome.finding.verdict.value}: {outcome.finding.reason}")
        yield from row("decided by", outcome.finding.rule)
        yield from row("the case says why", outcome.reason)
    yield from row("text", outcome.text)
