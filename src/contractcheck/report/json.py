"""The report for programs: schema.json says what stands where."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from contractcheck.document import Document, Unread
from contractcheck.findings import ElementFound, Evidence, Finding, Report, Verdict
from contractcheck.report.look import Look
from contractcheck.report.words import NOTICE
from contractcheck.ruleset import Citation, Provision, Stance
from contractcheck.version import VERSION

SCHEMA_VERSION = 1

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


def render(reports: Sequence[Report], look: Look) -> str:
    """One object for one report, an array for several; `look` changes nothing."""
    told = [as_json(report) for report in reports]
    return json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=2) + "\n"


def as_json(report: Report) -> dict[str, Json]:
    """`report` as schema.json describes it. Its keys stand in the order of the schema."""
    ruleset = report.ruleset
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "contractcheck", "version": VERSION},
        "ruleset": {"id": ruleset.id, "version": ruleset.version, "sha256": ruleset.sha256},
        "models": dict(report.models),
        "documents": [_document(report.document)],
        "instrument": {"kind": report.instrument.kind, "evidence": _passages(report.instrument.evidence)},
        "findings": [_finding(finding) for finding in report.findings],
        "cautions": [{"kind": c.kind, "text": c.text, "evidence": _passages(c.evidence)} for c in report.cautions],
        "summary": _summary(report.findings),
        "notice": NOTICE,
    }


def _document(document: Document | Unread) -> Json:
    head: dict[str, Json] = {"path": document.path, "format": document.format, "sha256": document.sha256}
    if isinstance(document, Unread):
        error: Json = {"kind": document.kind, "message": document.message, "hint": document.hint}
        return {**head, "pages": None, "words": 0, "warnings": [], "error": error}
    return {**head, "pages": document.page_count, "words": document.word_count, "warnings": list(document.warnings), "error": None}


def _finding(finding: Finding) -> Json:
    provision = finding.provision
    return {
        "provision": provision.id,
        "title": provision.title,
        "severity": provision.severity.value,
        "citation": _citation(provision.citation),
        "verdict": finding.verdict.value,
        "confidence": finding.confidence,
        "needs_review": finding.needs_review,
        "reason": finding.reason,
        "elements": [_element(provision, element) for element in finding.elements],
        "evidence": _passages(finding.evidence),
        "nearest": _passages(finding.nearest),
        "model_text": provision.model_text,
        "advice": provision.advice,
    }


def _citation(citation: Citation) -> Json:
    return {"text": citation.text, "mark": citation.mark.value, "mark_words": citation.mark.words}


def _element(provision: Provision, found: ElementFound) -> Json:
    told: dict[str, Json] = {"id": found.id, "text": found.text, "found": found.found, "decides": found.decides}
    citation = next((e.citation for e in provision.elements if e.id == found.id), None)
    return {**told, "citation": _citation(citation)} if citation else told


def _passages(evidence: Iterable[Evidence]) -> list[Json]:
    return [
        {
            "document": 0,
            "text": passage.text,
            "start": passage.span.start,
            "end": passage.span.end,
            "page": passage.page,
            "section": passage.section,
            # A sentence that takes no side has no stance to tell.
            "stance": None if passage.stance in (None, Stance.NEUTRAL) else passage.stance.value,
        }
        for passage in evidence
    ]


def _summary(findings: Sequence[Finding]) -> Json:
    counts: dict[str, Json] = {verdict.value: sum(f.verdict is verdict for f in findings) for verdict in Verdict}
    return {**counts, "needs_review": sum(f.needs_review for f in findings)}
