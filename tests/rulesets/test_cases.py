"""Every case, model text and mutation of the shipped rulesets, down the road that `contractcheck rules test` takes.

The reader is imperfect. What it is known to misread stands in known_misreadings.txt, one id a line; those must go on failing, so
that a mended one leaves the list, and everything else must pass. CONTRACTCHECK_UPDATE=1 writes the list anew.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from contractcheck.load import load_cases, load_ruleset, names
from contractcheck.run import Outcome, default_bars, run_cases

LIST = Path(__file__).with_name("known_misreadings.txt")
IS_UPDATE = os.environ.get("CONTRACTCHECK_UPDATE") == "1"
KNOWN = LIST.read_text(encoding="utf-8").splitlines() if LIST.exists() else []


@cache
def _ids(name: str, provision_id: str) -> tuple[str, ...]:
    """Ids in the order of `run_cases`; a case and a mutation may share a name."""
    cases, mutations = load_cases(name, provision_id)
    kinds = [*(f"cases/{c.id}" for c in cases), "model_text", *(f"mutations/{m.id}" for m in mutations)]
    return tuple(f"{name}/{provision_id}/{kind}" for kind in kinds)


@cache
def _outcomes(name: str, provision_id: str) -> dict[str, Outcome]:
    """What came of every case of a provision, run once."""
    ruleset = load_ruleset(name)
    provision = ruleset.provision(provision_id)
    assert provision is not None
    found = run_cases(ruleset, provision, *load_cases(name, provision_id), default_bars())
    return dict(zip(_ids(name, provision_id), found, strict=True))


IDS = [id_ for name in names() for provision in load_ruleset(name).provisions for id_ in _ids(name, provision.id)]


def _outcome(id_: str) -> Outcome:
    name, provision_id, _ = id_.split("/", 2)
    return _outcomes(name, provision_id)[id_]


def _row(id_: str) -> object:
    is_known = id_ in KNOWN and not IS_UPDATE
    # A crash is no misreading.
    mark = pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known misreading; CONTRACTCHECK_UPDATE=1 drops it from the list once mended")
    return pytest.param(id_, id=id_, marks=mark if is_known else ())


@pytest.mark.skipif(IS_UPDATE, reason="the list of known misreadings is being written")
@pytest.mark.parametrize("id_", map(_row, IDS))
def test_case(id_: str) -> None:
    outcome = _outcome(id_)
    assert outcome.finding is not None, outcome.reason
    found = outcome.finding
    assert outcome.has_passed, (
        f"expected {outcome.expected} ({outcome.reason})\n"
        f"got {found.verdict.value} by {found.rule}: {found.reason}\n"
        f"text: {outcome.text}\n"
        f"readings: {[(r.claim, r.score, r.actor.value, r.scope.value, r.force.value, r.exceptions.value) for r in found.readings]}"
    )


def test_the_list_is_sorted_and_names_what_there_is() -> None:
    if IS_UPDATE:
        # A case that is wrong in itself is nobody's misreading and must not hide in the list.
        failing = [id_ for id_ in IDS if not (outcome := _outcome(id_)).has_passed and outcome.finding is not None]
        LIST.write_text("".join(f"{id_}\n" for id_ in sorted(failing)), encoding="utf-8")
    listed = LIST.read_text(encoding="utf-8").splitlines()
    assert listed == sorted(set(listed))
    assert set(listed) - set(IDS) == set()


def test_ids_are_told_apart() -> None:
    assert sorted(set(IDS)) == sorted(IDS)
