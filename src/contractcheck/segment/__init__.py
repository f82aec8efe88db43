"""Documents into contracts: numbers, headings, clauses, sentences, defined terms, scope."""

from contractcheck.segment.clauses import segment

__all__ = ["segment"]
