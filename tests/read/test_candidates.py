"""Which lines are worth reading, and about what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contractcheck.contract import Contract
from contractcheck.load import load_ruleset
from contractcheck.read.candidates import candidates

RULESET = load_ruleset("montana-3650")


def _chosen(contract: Contract, provision_id: str) -> list[str]:
    return [contract.text_of(sentence) for sentence, found in candidates(contract, RULESET) if provision_id in found]


@pytest.mark.parametrize(
    ("text", "provision_id", "chosen"),
    [
        pytest.param("We never sell student records.", "no-sale", ["We never sell student records."], id="sentence"),
        pytest.param("# We never sell student records", "no-sale", [], id="heading"),
        pytest.param("Sale of Student Data", "no-sale", [], id="title that the format does not mark"),
        pytest.param("Sale of Student Data and How We Prevent It", "no-sale", [], id="title with small words"),
        pytest.param("Sale of student data is forbidden", "no-sale", ["Sale of student data is forbidden"], id="no title: lower case"),
        pytest.param("Student Data: Never Sold", "no-sale", ["Student Data: Never Sold"], id="no title: a label and its answer"),
        pytest.param("Student Data Is Never Sold.", "no-sale", ["Student Data Is Never Sold."], id="no title: a full stop"),
        pytest.param("We never sell.", "no-sale", [], id="too short to say whose data"),
        pytest.param("We never spill student records.", "no-sale", [], id="other words"),
        pytest.param(
            "Data Protection Officer: Jane Roe", "security-training-designation", ["Data Protection Officer: Jane Roe"], id="a role and its holder",
        ),
        pytest.param(
            "Chief Privacy Officer Jane Roe", "security-training-designation", ["Chief Privacy Officer Jane Roe"], id="a role looks like a title",
        ),
        pytest.param("Data Protection Training Program", "security-training-designation", [], id="a title without a role"),
    ],
)
def test_candidates(contract: Callable[[str], Contract], text: str, provision_id: str, chosen: list[str]) -> None:
    assert _chosen(contract(text), provision_id) == chosen


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        pytest.param("We will never:\n- sell it", ["sell it"], id="a short item completes its lead-in"),
        pytest.param("We will never sell:\n- names\n- grades", ["names", "grades"], id="the lead-in holds the words"),
        pytest.param("We keep:\n- names\n- grades", [], id="neither holds the words"),
    ],
)
def test_items(contract: Callable[[str], Contract], text: str, chosen: list[str]) -> None:
    made = contract(text)
    assert [made.text_of(s) for s, found in candidates(made, RULESET) if "no-sale" in found and s.lead_in] == chosen


def test_text_order_and_every_provision(contract: Callable[[str], Contract]) -> None:
    made = contract("We delete records on request and never sell them.\nLunch is served at noon every day.\nWe never sell student records.")
    found = [(made.text_of(s).split()[1], ids & {"no-sale", "deletion-on-request"}) for s, ids in candidates(made, RULESET)]
    assert found == [("delete", {"no-sale", "deletion-on-request"}), ("never", {"no-sale"})]
