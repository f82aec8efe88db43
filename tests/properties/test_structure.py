"""What holds of every contract, whatever its words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from contractcheck.contract import Contract
from contractcheck.document import BlockKind
from contractcheck.extract.builder import Builder
from contractcheck.extract.text import add_plain
from contractcheck.segment import segment

# Chosen to meet every branch of segmenting: numbers, lead-ins, enumerations, odd ends, and what none of them expects.
PIECES = st.sampled_from(
    (
        "7.2 Term", "(a) sell it;", "(i)", "Article IV", "A. ", "•", "Section 3.1.", "EXHIBIT A", "We will never:", "Vendor shall not", "and", "e.g. Dr. Roe vs. U.S. law.",
        "We will never: (a) sell data, (b) rent data, or (c) trade it.", "Data (i) kept (ii) lost.", "“Student Data” means any record.", "Who owns it?", "Really?! Yes…",
        "This policy does not apply to students who use it through their school.", "Notice to California residents", "7. Deletion:", ".", ":", "(a) (b)", "”", "x" * 300,
    )
)  # fmt: skip
LINES = st.lists(PIECES | st.text(min_size=1, max_size=80), min_size=1, max_size=5).map(" ".join)
BLOCKS = st.lists(st.tuples(LINES, st.sampled_from(BlockKind), st.integers(0, 9)), max_size=12)


def _contract(blocks: list[tuple[str, BlockKind, int]]) -> Contract:
    builder = Builder()
    for raw, kind, level in blocks:
        builder.add(raw, kind, level=level)
    return segment(builder.build("made.txt", "text", "0" * 64))


def _check(contract: Contract) -> None:
    text = contract.document.text
    assert [clause.index for clause in contract.clauses] == list(range(len(contract.clauses)))
    assert [sentence.index for sentence in contract.sentences] == list(range(len(contract.sentences)))
    assert [clause.span for clause in contract.clauses] == [block.span for block in contract.document.blocks]
    end = 0
    for sentence in contract.sentences:
        assert sentence.clause == contract.clauses[sentence.clause.index]
        assert sentence.clause.span.contains(sentence.span)
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        words = contract.text_of(sentence)
        assert words == words.strip()
        # What leads in stands before, and is a sentence or, where that enumerates, all its items.
        if sentence.lead_in is not None:
            earlier = [before.span for before in contract.sentences[: sentence.index]]
            assert sentence.lead_in.end <= sentence.span.start
            assert sentence.lead_in.start in [span.start for span in earlier]
            assert sentence.lead_in.end in [span.end for span in earlier]
        end = sentence.span.end
    # Between sentences there is white space alone: no word of the document goes unread.
    covered = "".join(contract.text_of(sentence) for sentence in contract.sentences)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(0 <= term.span.start < term.span.end <= len(text) and term.term in term.span.of(text) for term in contract.terms)


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_sentences_of_any_blocks(blocks: list[tuple[str, BlockKind, int]]) -> None:
    _check(_contract(blocks))


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_sentences_of_any_plain_text(raw: str) -> None:
    builder = Builder()
    add_plain(raw, builder)
    _check(segment(builder.build("made.txt", "text", "0" * 64)))


@settings(max_examples=100, deadline=None)
@given(BLOCKS)
def test_the_same_blocks_give_the_same_contract(blocks: list[tuple[str, BlockKind, int]]) -> None:
    assert _contract(blocks) == _contract(blocks)
