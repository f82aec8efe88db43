import pytest

from contractcheck.contract import Scope
from contractcheck.segment import scope


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        pytest.param("Notice to California residents", Scope.PLACE, id="a state's residents"),
        pytest.param("Your rights under the GDPR", Scope.PLACE, id="a foreign law"),
        pytest.param("Terms for Montana schools", None, id="Montana counts in full"),
        pytest.param("Student data", Scope.STUDENTS, id="pupils"),
        pytest.param("Children under 13", Scope.UNDER_13, id="young children"),
        pytest.param("How we use information", None, id="says nothing"),
    ],
)
def test_section_scope(heading: str, whose: Scope | None) -> None:
    assert scope.section_scope(heading) == whose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("California residents may ask us to delete data.", "California residents", id="residents of a state"),
        pytest.param("If you reside in the European Union, you may object.", "reside in the European Union", id="a place you live in"),
        pytest.param("If you live in Montana you may ask.", "", id="Montana is the district's own"),
        pytest.param("Our servers stand in Ohio and Texas.", "", id="a place that limits nobody"),
    ],
)
def test_limits_to_place(text: str, words: str) -> None:
    assert scope.limits_to_place(text) == words


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        pytest.param("This policy does not apply to students who use the app through their school.", True, id="students taken out"),
        pytest.param("Student data is governed by a separate agreement.", True, id="governed elsewhere"),
        pytest.param("This policy does not govern a school's collection of data about its students.", False, id="the school's doings"),
        pytest.param("It does not cover the use of the product by students.", True, id="it, the policy"),
        pytest.param("This policy does not apply to other websites.", False, id="other sites"),
        pytest.param("This policy applies to students and teachers.", False, id="students taken in"),
    ],
)
def test_excludes_students(text: str, excluded: bool) -> None:
    assert scope.excludes_students(text) is excluded
