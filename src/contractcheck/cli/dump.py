"""What the steps on the road made of a file, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from contractcheck.document import Document
from contractcheck.ruleset import Ruleset


def structure(document: Document) -> str:
    """Every sentence in its clause."""
    from contractcheck.segment import segment

    contract = segment(document)
    return _lines(
        {
            "start": s.span.start,
            "end": s.span.end,
            "page": document.locate(s.span).page,
            "line": document.locate(s.span).line,
            "clause": s.clause.index,
            "label": s.clause.label,
            "headings": list(s.clause.headings),
            "is_heading": s.is_heading,
            "lead_in": None if s.lead_in is None else [s.lead_in.start, s.lead_in.end],
            "scope": None if s.scope is None else s.scope.value,
            "text": contract.text_of(s),
        }
        for s in contract.sentences
    )


def readings(document: Document, ruleset: Ruleset) -> str:
    """Every Reading, those that did not pass their bar included."""
    from contractcheck.read import read
    from contractcheck.segment import segment

    contract = segment(document)
    return _lines(
        {
            "provision": r.provision_id,
            "claim": r.claim,
            "stance": r.stance.value,
            "score": r.score,
            "actor": r.actor.value,
            "scope": r.scope.value,
            "force": r.force.value,
            "exceptions": r.exceptions.value,
            "cues": list(r.cues),
            "start": r.sentence.span.start,
            "end": r.sentence.span.end,
            "text": contract.text_of(r.sentence),
        }
        for r in read(contract, ruleset)
    )


def _lines(rows: Iterable[dict[str, object]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
