import itertools
from collections.abc import Callable

from contractcheck.contract import Contract, Scope

Make = Callable[[str], Contract]


def lead_ins(found: Contract) -> list[tuple[str, str | None]]:
    return [(found.text_of(s), s.lead_in.of(found.document.text) if s.lead_in else None) for s in found.sentences if not s.is_heading]


def test_list_items_take_the_sentence_that_leaves_its_thought_open(contract: Make) -> None:
    found = contract("Provider shall not:\n- sell data;\n- build profiles.\nProvider is a company.")
    assert lead_ins(found) == [
        ("Provider shall not:", None),
        ("sell data;", "Provider shall not:"),
        ("build profiles.", "Provider shall not:"),
        ("Provider is a company.", None),
    ]


def test_lettered_paragraphs_take_a_lead_in_and_prose_ends_it(contract: Make) -> None:
    found = contract("The vendor will never:\n(a) rent data;\n(b) target pupils.\nNotices go by mail.\n(c) stray")
    assert [lead for _, lead in lead_ins(found)] == [None, "The vendor will never:", "The vendor will never:", None, None]


def test_heading_path_and_context(contract: Make) -> None:
    found = contract("# 4. Data\n## 4.2 Deletion\nWe delete it.\n# 5. Fees\nFees are due.")
    prose = [s for s in found.sentences if not s.is_heading]
    assert [s.clause.headings for s in prose] == [("4. Data", "4.2 Deletion"), ("5. Fees",)]
    assert found.context_of(prose[0]) == "4. Data > 4.2 Deletion"


def test_a_section_for_one_state_scopes_its_sentences_and_ends(contract: Make) -> None:
    found = contract("# Rights of California residents\nYou may ask for deletion.\n# Security\nWe encrypt data.")
    assert [s.scope for s in found.sentences if not s.is_heading] == [Scope.PLACE, None]


def test_sentences_lie_in_order_inside_their_clause(contract: Make) -> None:
    found = contract("# 1. Use\nWe use it. We share it, e.g. with schools. See Section 3.1. Nothing else.\n- item one\n- item two")
    spans = [s.span for s in found.sentences]
    assert spans == sorted(spans)
    assert all(s.clause.span.contains(s.span) for s in found.sentences)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_defined_terms_and_excluded_students(contract: Make) -> None:
    found = contract("“Student Data” means any record about a pupil.\nThis policy does not apply to students of partner schools.")
    assert [t.term for t in found.terms] == ["Student Data"]
    assert found.student_use_excluded is not None


def test_an_enumeration_in_one_breath_is_a_lead_in_with_items(contract: Make) -> None:
    found = contract("We will never: (a) sell data, (b) rent data, or (c) build profiles.")
    assert lead_ins(found) == [
        ("We will never:", None),
        ("(a) sell data,", "We will never:"),
        ("(b) rent data, or", "We will never:"),
        ("(c) build profiles.", "We will never:"),
    ]
