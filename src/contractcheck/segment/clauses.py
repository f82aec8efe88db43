"""Blocks into clauses and sentences: heading paths, numbers, lead-ins."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace

from contractcheck.contract import Clause, Contract, DefinedTerm, Scope, Sentence
from contractcheck.document import Block, BlockKind, Document
from contractcheck.segment import numbering, scope
from contractcheck.span import Span

# A heading longer than this is a sentence that happens to be bold.
MAX_HEADING_WORDS = 16
# Lead-ins reach over at most this many items; longer lists are rarely one sentence.
MAX_ITEMS = 60
# A section scope that covers more than this share of the sentences is the document's own.
WHOLE = 0.5
_LEADS_IN = re.compile(r"(?::|\b(?:to|that|and|or|including|following|shall|will|must|may|not|by|for|with|when|if|as|of|in)|[—–-])\s*$", re.I)
_MODAL = re.compile(r"\b(?:shall|will|must|may|is|are|has|have|does|do)\b")
_TERM = re.compile(r"[“\"]([^”\"]{2,60})[”\"]\s*(?:\([^)]{0,80}\)\s*)?(?:means?|shall mean|refers? to|includes?|is defined as|has the meaning)\b")
_ENDS_SENTENCE = re.compile(r"[.!?][”\"')\]]*$")


@dataclass
class _Outline:
    """The headings and numbers open at a point of the text, outermost first."""

    headings: list[tuple[int, str, str]] = field(default_factory=list)  # rank, label, words

    def open(self, rank: int, label: str, words: str) -> None:
        while self.headings and self.headings[-1][0] >= rank:
            self.headings.pop()
        self.headings.append((rank, label, words))

    def words(self) -> tuple[str, ...]:
        return tuple(words for _, _, words in self.headings if words)


def _is_heading(block: Block, text: str) -> bool:
    """Whether a block is a heading: the format says so, or it is short, capitalised and no sentence."""
    if block.kind is BlockKind.HEADING:
        return len(text.split()) <= MAX_HEADING_WORDS * 2
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    words = text.split()
    if not words or len(words) > MAX_HEADING_WORDS or text[-1] in ".;,:" or not any(c.isalpha() for c in text):
        return False
    if text.isupper() and len(words) <= 12:
        return True
    label = numbering.label_of(text)
    if label is not None and label.rank < numbering.Rank.LETTER:
        rest = text[label.end :].split()
        # "3.2 The Vendor shall not" leads a list in; it is no heading, for all its capitals.
        return 0 < len(rest) <= 8 and sum(w[0].isupper() for w in rest) * 2 >= len(rest) and not _LEADS_IN.search(text) and not _MODAL.search(text)
    return False


def _sentence_spans(text: str) -> list[tuple[int, int]]:
    """Sentences of one block, as offsets into it; white space at the ends is left out."""
    from nupunkt import sent_spans

    out: list[tuple[int, int]] = []
    for start, end in sent_spans(text):
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(text[start:end].rstrip())
        # A number alone ("Section 3.1.") belongs to the words that follow it.
        if out and (len(text[out[-1][0] : out[-1][1]].split()) <= 2 and numbering.label_of(text[out[-1][0] : out[-1][1]] + " X")):
            out[-1] = (out[-1][0], end)
        elif end > start:
            out.append((start, end))
    return out


# "(a)", "(ii)", "(3)" inside a sentence, after a space or a colon.
_INLINE = re.compile(r"(?<=[\s:;,])\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+")


def _inline_items(text: str, start: int, end: int) -> tuple[tuple[int, int], list[tuple[int, int]]] | None:
    """A sentence that enumerates in one breath, as its lead-in and its items; None for other sentences.

    "We will never: (a) sell data, (b) rent data" says two things, each with the words before "(a)".
    """
    marks = list(_INLINE.finditer(text, start, end))
    if len(marks) < 2 or marks[0].start() - start < 3 or marks[0].group().strip() not in ("(a)", "(i)", "(1)"):
        return None
    edges = [m.start() for m in marks] + [end]
    items = []
    for left, right in itertools.pairwise(edges):
        items.append((left, left + len(text[left:right].rstrip())))
    return (start, start + len(text[start : edges[0]].rstrip())), items


def segment(document: Document) -> Contract:
    """`document` as clauses, sentences, defined terms and scope.

    Every block belongs to one clause; a heading opens one. List items, and lettered or roman
    paragraphs, get the nearest sentence above them that leaves its thought open as their lead-in.
    """
    outline = _Outline()
    clauses: list[Clause] = []
    sentences: list[Sentence] = []
    terms: list[DefinedTerm] = []
    excluded: Span | None = None
    leads: list[tuple[int, Span, int]] = []  # depth of the sentence that leads in, its span, items left
    heading_scope: dict[int, Scope | None] = {}
    section_scope: Scope | None = None
    is_first_in_section = False
    previous_label: str | None = None
    for block in document.blocks:
        text = block.span.of(document.text)
        label = numbering.label_of(text, previous_label)
        if label is not None and label.text:
            previous_label = label.text
        if _is_heading(block, text):
            rank = block.level if block.level else (label.rank if label else 4)
            outline.open(rank, label.text if label else "", text)
            leads.clear()
            heading_scope = {r: s for r, s in heading_scope.items() if r < rank}
            # The title names the whole paper ("Children's Museum privacy policy"), not a section of it.
            whose = scope.section_scope(text)
            heading_scope[rank] = whose if clauses or whose is Scope.PLACE else None
            section_scope = next((s for _, s in sorted(heading_scope.items(), reverse=True) if s), None)
            is_first_in_section = True
            clause = Clause(len(clauses), block.span, label.text if label else "", outline.words())
            clauses.append(clause)
            sentences.append(Sentence(len(sentences), block.span, clause, None, section_scope, is_heading=True))
            # "7. Deletion:" followed by items: a heading can lead in, too.
            if text.rstrip().endswith(":"):
                leads.append((-1, block.span, MAX_ITEMS))
            continue
        own = label.text if label and label.rank < numbering.Rank.BULLET else ""
        clause = Clause(len(clauses), block.span, own, outline.words())
        clauses.append(clause)
        is_item = block.kind is BlockKind.LIST_ITEM or (label is not None and label.rank >= numbering.Rank.UPPER)
        # Items of a list stand below any numbered or marked paragraph ("❌ Prohibited uses:") that leads them in.
        rank = int(label.rank) if label else 0
        depth = (block.level or 1) * 10 + rank if block.kind is BlockKind.LIST_ITEM else rank if is_item else 0
        while leads and (leads[-1][0] >= depth or leads[-1][2] <= 0):
            leads.pop()
        lead = leads[-1][1] if leads and is_item else None
        if leads and is_item:
            leads[-1] = (leads[-1][0], leads[-1][1], leads[-1][2] - 1)
        last: Span | None = None
        for start, end in _sentence_spans(text):
            span = Span(block.span.start + start, block.span.start + end)
            words = text[start:end]
            if is_first_in_section and section_scope is None:
                section_scope = scope.opening_scope(words)
                if section_scope is not None and outline.headings:
                    heading_scope[outline.headings[-1][0]] = section_scope
            is_first_in_section = False
            own_lead = lead if last is None or not _ENDS_SENTENCE.search(last.of(document.text)) else None
            if parts := _inline_items(text, start, end):
                opening = Span(block.span.start + parts[0][0], block.span.start + parts[0][1])
                sentences.append(Sentence(len(sentences), opening, clause, own_lead, section_scope))
                for left, right in parts[1]:
                    item = Span(block.span.start + left, block.span.start + right)
                    sentences.append(Sentence(len(sentences), item, clause, opening, section_scope))
            else:
                sentences.append(Sentence(len(sentences), span, clause, own_lead, section_scope))
            for match in _TERM.finditer(words):
                terms.append(DefinedTerm(match.group(1), span))
            if excluded is None and scope.excludes_students(words):
                excluded = span
            last = span
        if last is not None and _LEADS_IN.search(last.of(document.text)):
            leads.append((depth, last, MAX_ITEMS))
        elif not is_item:
            leads.clear()
    return Contract(document, tuple(clauses), tuple(_unscope_the_whole(sentences)), tuple(terms), excluded)


def _unscope_the_whole(sentences: list[Sentence]) -> list[Sentence]:
    """Sections about children or some persons that are most of the paper are the paper, and limit nothing."""
    prose = [s for s in sentences if not s.is_heading]
    whole = {kind for kind in (Scope.UNDER_13, Scope.PART) if sum(s.scope is kind for s in prose) > WHOLE * len(prose)}
    return [replace(s, scope=None) if s.scope in whole else s for s in sentences] if whole else sentences
