"""The built samples equal their sources, byte for byte when built again and word for word when read back."""

from __future__ import annotations

import html
import subprocess
import sys
from pathlib import Path

import pytest

from contractcheck.document import Document
from contractcheck.extract import extract
from contractcheck.segment.clauses import segment

SAMPLES = Path(__file__).parents[2] / "samples"
BUILT = (
    "board-policy.pdf",
    "good-agreement.docx",
    "good-agreement.html",
    "good-agreement.md",
    "good-agreement.pdf",
    "hostile-terms.pdf",
    "tracked-agreement.docx",
    "weak-policy.html",
)


def _read(name: str) -> Document:
    document = extract(str(SAMPLES / name), display_path=name)
    assert isinstance(document, Document), document
    return document


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    # A process of its own, run somewhere else: nothing of this one may leak into the files.
    subprocess.run([sys.executable, "-B", str(SAMPLES / "build.py"), str(folder)], check=True, cwd=folder)
    return folder


def test_the_build_makes_what_is_listed_here(rebuilt: Path) -> None:
    assert sorted(path.name for path in rebuilt.iterdir()) == list(BUILT)


@pytest.mark.parametrize("name", BUILT)
def test_a_rebuild_gives_the_same_bytes(rebuilt: Path, name: str) -> None:
    assert (rebuilt / name).read_bytes() == (SAMPLES / name).read_bytes()


@pytest.mark.parametrize("module", ["pdf_layout.py", "pdf_writer.py", "source.py"])
def test_examples_in_docstrings(module: str) -> None:
    subprocess.run([sys.executable, "-B", "-m", "doctest", str(SAMPLES / module)], check=True)


@pytest.mark.parametrize("name", ["good-agreement.md", "good-agreement.html", "good-agreement.docx", "good-agreement.pdf"])
def test_one_agreement_reads_the_same_in_every_format(name: str) -> None:
    # The source is wrapped Markdown with typed numbers. The same words must come from Word's automatic numbers, from ruled
    # table cells and from around page breaks and page numbers. No format has a reason to differ in words, so none may.
    document = _read(name)
    assert document.text.split() == _read("sources/good-agreement.md").text.split()
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("name", "source"),
    [
        *(pytest.param(f"good-agreement.{suffix}", "good-agreement.md", id=f"agreement in {suffix}") for suffix in ("html", "docx", "pdf")),
        pytest.param("hostile-terms.pdf", "sources/hostile-terms.md", id="terms"),
        pytest.param("board-policy.pdf", "sources/board-policy.md", id="policy with line numbers"),
        pytest.param("weak-policy.html", "sources/weak-policy.md", id="saved page"),
    ],
)
def test_every_sentence_stands_under_the_same_headings_in_every_format(name: str, source: str) -> None:
    assert _outline(_read(name)) == _outline(_read(source))


def _outline(document: Document) -> list[tuple[str, tuple[str, ...], str, str]]:
    """Every sentence with the headings above it, its clause's number and its lead-in."""
    return [
        (
            sentence.span.of(document.text),
            sentence.clause.headings,
            sentence.clause.label,
            sentence.lead_in.of(document.text) if sentence.lead_in else "",
        )
        for sentence in segment(document).sentences
    ]


def test_line_numbers_header_footer_and_hyphens_are_gone() -> None:
    source = html.unescape((SAMPLES / "sources" / "board-policy.md").read_text(encoding="utf-8")).replace("\u00ad", "")
    paragraphs = [" ".join(chunk.lstrip("# ").split()) for chunk in source.split("\n\n")]
    document = _read("board-policy.pdf")
    assert document.text.split("\n") == paragraphs
    assert document.page_count == 2


def test_the_site_around_a_saved_policy_is_gone() -> None:
    document = _read("weak-policy.html")
    assert document.text.split("\n") == _read("sources/weak-policy.md").text.split("\n")


def test_terms_read_as_their_source() -> None:
    assert _read("hostile-terms.pdf").text.split() == _read("sources/hostile-terms.md").text.split()


def test_tracked_changes_are_read_as_accepted() -> None:
    document = _read("tracked-agreement.docx")
    assert document.warnings == ("the document has tracked changes: 9 insertions read as part of the text, 9 deletions left out",)
    assert document.text.split("\n")[2:] == [
        "1. Ownership and Use",
        "1.1 Student Data remains the property of the District and under its control.",
        "1.2 The Vendor shall use Student Data to provide the Service to the District, and to develop and improve its other products.",
        "1.3 The Vendor shall not use Student Data for targeted advertising unless the pupil or a parent has agreed beforehand.",
        "1.4 The Vendor shall not sell, rent or trade Student Data without the consent of the user.",
        "1.5 Users grant the Vendor a perpetual license to whatever they create in the Service.",
        "2. Protection",
        "2.1 The Vendor shall implement and maintain reasonable administrative, technical and physical safeguards against "
        "unauthorized access, destruction, use, modification and disclosure of Student Data.",
        "2.2 The Vendor’s Privacy Officer is responsible for the protection of Student Data. The Vendor shall train every employee "
        "who handles Student Data in data privacy before access is given.",
        "2.3 The Vendor may notify the District of unauthorized access to Student Data.",
        "2.4 The Vendor shall disclose Student Data only to service providers that are bound by written contract to the duties of "
        "this Addendum, to its affiliates, to persons named by the District, and where a court order requires it.",
        "3. Requests and End of Contract",
        "3.1 The Vendor may delete the Student Data of a pupil within 30 days after the District asks for it in writing.",
        "3.2 The Vendor shall return or destroy all Student Data within 60 days after the contract ends.",
        "3.3 A parent or guardian may review the Student Data of the child, and have errors in it corrected, by asking the school. "
        "The Vendor shall give the school a copy, and shall correct the errors that the school reports, within 10 days.",
        "4. General",
        "4.1 The Vendor shall comply with the laws that apply to it.",
        "4.2 This Addendum prevails over the Vendor’s online terms.",
    ]
