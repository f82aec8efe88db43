"""What kind of paper it is, and what counsel must know about it."""

from __future__ import annotations

import pytest

from contractcheck.assess import paper
from contractcheck.contract import Clause, Contract, Sentence
from contractcheck.document import Block, BlockKind, Document
from contractcheck.span import Span


def contract(text: str) -> Contract:
    """One clause, one sentence a line."""
    spans = []
    start = 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    clauses = tuple(Clause(i, span, "", ()) for i, span in enumerate(spans))
    document = Document("x.txt", "text", "0" * 64, text, tuple(Block(s, BlockKind.PARAGRAPH) for s in spans))
    return Contract(document, clauses, tuple(Sentence(i, s, clauses[i]) for i, s in enumerate(spans)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("IN WITNESS WHEREOF, the parties have signed.\nBy: /s/ Ann Able\nTitle: Superintendent", "signed agreement", id="conformed signature"),
        pytest.param("Signed by: Ann B. Able\nDate: March 3, 2025", "signed agreement", id="a name"),
        pytest.param("DocuSigned by: Ann Able", "signed agreement", id="electronic signature"),
        pytest.param("By: Name: Title: Date:", "unsigned form", id="labels are no name"),
        pytest.param("By: ________________\nName: ____________", "unsigned form", id="line to sign on"),
        pytest.param("IN WITNESS WHEREOF, the parties have executed this Agreement.\nBy:", "unsigned form", id="nothing after By:"),
        pytest.param("This Agreement is made between [INSERT DISTRICT] and Larch Learning LLC.", "unsigned form", id="blanks, no place to sign"),
        pytest.param("By using the Service you agree to these terms.", "web terms", id="agreed by use"),
        pytest.param("Your continued use of the site constitutes acceptance of the new terms.", "web terms", id="accepted by use"),
        pytest.param("This Privacy Policy describes how we handle personal information.", "web terms", id="privacy policy"),
        pytest.param("Last updated: March 3, 2025", "web terms", id="dated page"),
        pytest.param("By using the Service you agree to these terms.\nLast updated: [INSERT DATE]", "web terms", id="a web page with a blank"),
        pytest.param("By using strong passwords the Vendor protects data.", "unknown", id="by using, but nobody agrees"),
        pytest.param("The last updated record wins.", "unknown", id="last updated, but no date"),
        pytest.param("The Vendor shall delete records.", "unknown", id="plain clause"),
    ],
)
def test_instrument(text, kind):
    assert paper.instrument(contract(text)).kind == kind


def kinds(text: str) -> list[str]:
    return [c.kind for c in paper.cautions(contract(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We may change these terms at any time.", True, id="may change"),
        pytest.param("We reserve the right, at our sole discretion, to modify this Policy without notice.", True, id="reserves the right"),
        pytest.param("Provider may update this Agreement from time to time.", True, id="update from time to time"),
        pytest.param("This Privacy Policy may be revised periodically.", True, id="passive"),
        pytest.param("These Terms are subject to change without notice.", True, id="subject to change"),
        pytest.param("If you continue to use the site after the updated terms are posted, you accept them.", True, id="accepted by use"),
        pytest.param("Provider may amend this Agreement only with the District's prior written consent.", False, id="with the district's consent"),
        pytest.param("This Agreement may be amended only in a writing signed by both parties.", False, id="signed by both"),
        pytest.param("This Agreement may be changed by mutual written agreement.", False, id="mutual"),
        pytest.param("Vendor may not modify these terms.", False, id="may not"),
        pytest.param("You may update your policy settings at any time.", False, id="the user's settings"),
        pytest.param("We may update your account information.", False, id="not the terms"),
        pytest.param("A court may modify this Agreement to the extent needed.", False, id="a court"),
    ],
)
def test_unilateral_change(text, expected):
    assert ("unilateral-change" in kinds(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In case of conflict the online Terms of Service shall prevail over this Addendum.", True, id="terms of service prevail"),
        pytest.param("If there is an inconsistency, our website terms control.", True, id="website terms control"),
        pytest.param("The Privacy Policy posted on our site supersedes this Agreement.", True, id="supersedes the agreement"),
        pytest.param("In a conflict between this Agreement and the Terms of Service, this Agreement shall prevail.", False, id="this agreement prevails"),
        pytest.param("In a conflict with the Terms of Use this Addendum controls.", False, id="this addendum, no comma"),
        pytest.param("These Terms govern your use of the site.", False, id="no order among papers"),
        pytest.param("This policy supersedes all previous versions.", False, id="its own earlier versions"),
    ],
)
def test_online_terms_prevail(text, expected):
    assert ("online-terms-prevail" in kinds(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("This Agreement is with [INSERT VENDOR NAME].", True, id="insert"),
        pytest.param("Effective on ____ of 2025.", True, id="underscores"),
        pytest.param("Between [Company Name] and the District.", True, id="placeholder"),
        pytest.param("Dated [__________].", True, id="bracketed line"),
        pytest.param("Starts on XX/XX/2025.", False, id="half a date is unclear"),
        pytest.param("Starts on XX/XX/XXXX.", True, id="date to fill in"),
        pytest.param("Fee: {{monthly_fee}}", True, id="template field"),
        pytest.param("As the court held [1], [emphasis added].", False, id="note and editor's remark"),
        pytest.param("[ ] Option A  [x] Option B", False, id="boxes to tick"),
        pytest.param("var a = window.___chunk", False, id="script"),
    ],
)
def test_blanks_open(text, expected):
    assert ("blanks-open" in kinds(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We are not liable for any unauthorized access to your data.", True, id="not liable"),
        pytest.param("In no event shall Provider be liable for damages arising from a data breach.", True, id="in no event"),
        pytest.param("Company disclaims all liability for breaches of security.", True, id="disclaims"),
        pytest.param("Provider shall be liable for any security breach it causes.", False, id="takes liability"),
        pytest.param("The District shall not be liable for Provider's data breaches.", False, id="the district is not liable"),
        pytest.param("We are not responsible for the content of other sites.", False, id="another subject"),
    ],
)
def test_breach_liability_excluded(text, expected):
    assert ("breach-liability-excluded" in kinds(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Use of the product is subject to our Terms of Service.", True, id="subject to our terms"),
        pytest.param("The Privacy Policy is incorporated by reference.", True, id="incorporated"),
        pytest.param("Our retention policy is available at https://example.com/retention.", True, id="address"),
        pytest.param("Please see our Cookie Policy.", True, id="see our"),
        pytest.param("Exhibit A, attached to this Agreement, is incorporated by reference.", False, id="attached"),
        pytest.param("Other sites have their own privacy policies; read their policies.", False, id="other people's"),
        pytest.param("The updated policy will be posted at https://example.com/privacy.", False, id="its own next version"),
    ],
)
def test_linked_terms(text, expected):
    assert ("linked-terms-not-reviewed" in kinds(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Acme Privacy Policy\nWe act as described in our Privacy Policy.", False, id="this very paper"),
        pytest.param("Acme Privacy Policy\nUse of the product is subject to our Terms of Service.", True, id="another paper"),
        pytest.param("Acme Terms of Use\nWe act as described in our Privacy Policy.", True, id="the policy beside the terms"),
    ],
)
def test_a_paper_does_not_point_to_itself(text, expected):
    assert ("linked-terms-not-reviewed" in kinds(text)) is expected


def test_cautions_quote_the_words():
    made = contract("Scope.\nWe may change these terms at any time.\nNothing here.")
    (caution,) = paper.cautions(made)
    (passage,) = caution.evidence
    assert (passage.text, passage.span) == ("We may change these terms at any time.", Span(7, 45))
    assert passage.span.of(made.document.text) == passage.text


def test_a_long_sentence_is_quoted_around_its_words():
    long = "word " * 300 + "we may change these terms at any time " + "word " * 300
    (caution,) = paper.cautions(contract(long))
    (passage,) = caution.evidence
    assert len(passage.text) == paper.MAX_QUOTE_CHARACTERS
    assert "we may change these terms" in passage.text
