"""Who is bound and how firmly, by the parse."""

from __future__ import annotations

import pytest

from contractcheck.nlp import parser
from contractcheck.read import syntax
from contractcheck.reading import Actor, Force

VENDOR, SCHOOL, USER = Actor.VENDOR, Actor.SCHOOL, Actor.USER


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Vendor shall delete Student Data.", (VENDOR, "Vendor"), id="vendor"),
        pytest.param("We do not sell personal information.", (VENDOR, "We"), id="we"),
        pytest.param("Our staff must complete training.", (VENDOR, "staff"), id="the vendor's people"),
        pytest.param("Neither party shall sell the data.", (VENDOR, "party"), id="each party, so the vendor too"),
        pytest.param("The District shall notify the Provider.", (SCHOOL, "District"), id="school, the vendor is told"),
        pytest.param("The School may request deletion.", (SCHOOL, "School"), id="school may"),
        pytest.param("You may delete your account.", (USER, "You"), id="you"),
        pytest.param("The parent of a pupil may review the record.", (USER, "parent"), id="parent, not the pupil named after"),
        pytest.param("Student Data shall be deleted by the Vendor within 30 days.", (VENDOR, "Vendor"), id="passive with agent"),
        pytest.param("Requests are submitted by the District.", (SCHOOL, "District"), id="passive, the school is the agent"),
        pytest.param("Student Data is deleted within 30 days.", None, id="passive without agent"),
        pytest.param("Records are reviewed by a court.", None, id="the agent is no party"),
        pytest.param("Your use must comply with all laws.", (USER, "use"), id="what you do is yours"),
        pytest.param("Our use of data must comply with the law.", None, id="our use names nobody"),
        pytest.param("User Contributions shall remain available.", (USER, "Contributions"), id="what users make"),
        pytest.param("If the District asks, the Vendor shall delete the records.", (VENDOR, "Vendor"), id="the condition does not bind"),
        pytest.param("The Vendor, at the request of the District, shall delete it.", (VENDOR, "Vendor"), id="an insertion does not bind"),
        pytest.param("Privacy matters.", None, id="no party"),
    ],
)
def test_actor(text: str, actor: tuple[Actor, str] | None) -> None:
    assert syntax.actor_of(next(parser.parse([text]))) == actor


@pytest.mark.parametrize(
    ("text", "force"),
    [
        pytest.param("Vendor shall delete Student Data.", (Force.DUTY, "shall"), id="shall"),
        pytest.param("Vendor must encrypt Student Data.", (Force.DUTY, "must"), id="must"),
        pytest.param("Vendor will encrypt Student Data.", (Force.DUTY, "will"), id="will"),
        pytest.param("We’ll tell you about any breach.", (Force.DUTY, "’ll"), id="'ll with a curly quote"),
        pytest.param("Vendor shall not disclose Student Data.", (Force.DUTY, "shall"), id="shall not"),
        pytest.param("Vendor may disclose Student Data.", (Force.MAY, "may"), id="may"),
        pytest.param("Vendor may not disclose Student Data.", (Force.DUTY, "may"), id="may not forbids"),
        pytest.param("We might share data with partners.", (Force.MAY, "might"), id="might"),
        pytest.param("We cannot share data with partners.", (Force.DUTY, "can"), id="cannot forbids"),
        pytest.param("Data must be encrypted.", (Force.DUTY, "must"), id="passive"),
        pytest.param("If the District so wishes, it may inspect the records.", (Force.MAY, "may"), id="the main clause counts"),
        pytest.param("We do not sell personal information.", None, id="do is no modal"),
        pytest.param("We have encrypted all records.", None, id="have is no modal"),
        pytest.param("Vendor encrypts Student Data.", None, id="no auxiliary"),
        pytest.param("Student Data", None, id="no verb"),
    ],
)
def test_force(text: str, force: tuple[Force, str] | None) -> None:
    assert syntax.force_of(next(parser.parse([text]))) == force
