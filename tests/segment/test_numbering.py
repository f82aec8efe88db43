import pytest

from contractcheck.segment import numbering
from contractcheck.segment.numbering import Rank


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("7.2 Term", "7.2", id="decimal"),
        pytest.param("7. Term", "7", id="decimal with a full stop"),
        pytest.param("(a) the Supplier", "(a)", id="lettered"),
        pytest.param("(i) if, and only if", "(i)", id="roman i, not the ninth letter"),
        pytest.param("Article IV: Security", "Article IV", id="article"),
        pytest.param("Section 3.1 Data", "Section 3.1", id="section heading"),
        pytest.param("§ 3. Duties", "3", id="section sign"),
        pytest.param("• encryption at rest", "", id="a bullet has no number"),
        pytest.param("7.2 million euros", None, id="an amount is not a label"),
        pytest.param("30 days after termination", None, id="a period is not a label"),
        pytest.param("2024 Annual Report", None, id="a year is not a label"),
        pytest.param("Section 7 applies to schools", None, id="a section mentioned in prose"),
        pytest.param("We sell nothing", None, id="prose"),
    ],
)
def test_label(text: str, label: str | None) -> None:
    found = numbering.label_of(text)
    assert (found.text if found else None) == label


@pytest.mark.parametrize(
    ("previous", "rank"),
    [
        pytest.param("(h)", Rank.LETTER, id="after (h) it is a letter"),
        pytest.param("(ii)", Rank.ROMAN, id="after a roman numeral it is roman"),
        pytest.param(None, Rank.ROMAN, id="alone it is roman"),
    ],
)
def test_roman_or_letter(previous: str | None, rank: Rank) -> None:
    found = numbering.label_of("(i) the pupil", previous)
    assert found is not None
    assert found.rank == rank
