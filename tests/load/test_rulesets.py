"""The shipped rulesets are whole."""

from __future__ import annotations

import pytest

from contractcheck.load import load_cases, load_ruleset, names
from contractcheck.load.rulesets import root

RULESETS = {name: load_ruleset(name) for name in names()}
PROVISIONS = [(name, provision.id) for name, ruleset in RULESETS.items() for provision in ruleset.provisions]

# Fewer cannot hold every verdict, the near misses and the ways a clause is weakened.
MIN_CASES = 12
MIN_MUTATIONS = 10


def test_names() -> None:
    assert names() == ("montana-3650",)


@pytest.mark.parametrize("name", names())
def test_a_folder_is_the_same_ruleset_as_its_name(name: str) -> None:
    assert load_ruleset(str(root() / name)) == RULESETS[name]


@pytest.mark.parametrize("name", names())
def test_files_and_list_agree(name: str) -> None:
    folder = root() / name / "provisions"
    listed = {f"{provision.id}{ending}" for provision in RULESETS[name].provisions for ending in (".yaml", ".cases.yaml")}
    assert {path.name for path in folder.iterdir()} == listed


@pytest.mark.parametrize(("name", "provision_id"), PROVISIONS)
def test_every_provision_has_enough_cases_and_mutations(name: str, provision_id: str) -> None:
    cases, mutations = load_cases(name, provision_id)
    assert len(cases) >= MIN_CASES
    assert len(mutations) >= MIN_MUTATIONS
    # "missing" is what a near miss is; without "met" nothing shows that the provision can be secured.
    assert {"met", "partial", "missing"} <= {case.verdict for case in cases}


@pytest.mark.parametrize(("name", "provision_id"), PROVISIONS)
def test_mutations_change_model_text_in_one_place(name: str, provision_id: str) -> None:
    provision = RULESETS[name].provision(provision_id)
    assert provision is not None
    _, mutations = load_cases(name, provision_id)
    assert {m.id: provision.model_text.count(m.find) for m in mutations} == {m.id: 1 for m in mutations}
    assert [m.id for m in mutations if m.find == m.replace] == []


@pytest.mark.parametrize(("name", "provision_id"), PROVISIONS)
def test_no_text_is_tested_twice(name: str, provision_id: str) -> None:
    provision = RULESETS[name].provision(provision_id)
    assert provision is not None
    cases, mutations = load_cases(name, provision_id)
    texts = [*(c.text for c in cases), provision.model_text, *(provision.model_text.replace(m.find, m.replace) for m in mutations)]
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == []


@pytest.mark.parametrize(("name", "provision_id"), PROVISIONS)
def test_claims_can_secure_every_deciding_element(name: str, provision_id: str) -> None:
    provision = RULESETS[name].provision(provision_id)
    assert provision is not None
    securing = {claim.id for claim in provision.claims if claim.stance.value == "secures"}
    assert [e.id for e in provision.elements if e.decides and not securing & set(e.claims)] == []
