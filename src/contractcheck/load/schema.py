"""The shape of the YAML files, checked where data enters the house."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class CitationFile(_Strict):
    """A place in a law and how far it was verified."""

    text: str
    mark: Literal["verified", "partly", "memory", "design"]


class ClaimFile(_Strict):
    """One thing a sentence can say about the provision."""

    stance: Literal["secures", "weakens", "contradicts", "neutral"]
    text: str


class ElementFile(_Strict):
    """Something the provision asks for; found through claims or a pattern over the deciding sentences."""

    text: str
    decides: bool
    claims: tuple[str, ...] = ()
    pattern: str = ""
    citation: CitationFile | None = None


class ProvisionFile(_Strict):
    """`provisions/<id>.yaml`."""

    title: str
    bound: str
    severity: Literal["critical", "high", "medium", "low"]
    citation: CitationFile
    demand: str
    topic: str
    claims: dict[str, ClaimFile]
    elements: dict[str, ElementFile]
    met: str
    partial: str
    contradicted: str
    exceptions: tuple[str, ...] = ()
    good: tuple[str, ...]
    bad: tuple[str, ...]
    question: str
    advice: str
    model_text: str
    fallback: str


class CaseFile(_Strict):
    """One sentence or short document and the verdict it must get."""

    text: str
    verdict: Literal["met", "partial", "contradicted", "missing"]
    why: str = ""


class MutationFile(_Strict):
    """A change to `model_text` that must lose `met`: the words to find and what stands there instead."""

    find: str
    replace: str
    why: str


class CasesFile(_Strict):
    """`provisions/<id>.cases.yaml`."""

    cases: dict[str, CaseFile]
    mutations: dict[str, MutationFile] = {}


class RulesetFile(_Strict):
    """`ruleset.yaml`: the provisions in the order of the report."""

    id: str
    title: str
    version: str
    authority: str
    provisions: tuple[str, ...]
