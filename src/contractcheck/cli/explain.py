"""`contractcheck explain`: one provision in full."""

from __future__ import annotations

from collections.abc import Iterator

from contractcheck.cli import arguments, talk
from contractcheck.cli.rows import heading, row
from contractcheck.load import load_ruleset
from contractcheck.report.words import NOTICE, law
from contractcheck.ruleset import Element, Provision


def explain(provision_id: str, ruleset_name: str) -> None:
    """Print what the provision demands, the law behind it, what counts, and what to ask a vendor for."""
    ruleset = load_ruleset(ruleset_name)
    provision = arguments.provision_of(ruleset, provision_id)
    told = [*_lines(provision), "", f"{NOTICE} Ruleset {ruleset.id} {ruleset.version}."]
    talk.put("".join(f"{line}\n" for line in told), is_exact=False)


def _lines(provision: Provision) -> Iterator[str]:
    yield f"{provision.title} ({provision.id})"
    yield ""
    yield from row("severity", provision.severity.value)
    yield from row("who is bound", provision.bound)
    yield from row("what it demands", provision.demand)
    yield from row("law", law(provision.citation))
    yield from heading("How it is judged")
    yield from row("met", provision.met)
    yield from row("partly met", provision.partial)
    yield from row("contradicted", provision.contradicted)
    for exception in provision.exceptions:
        yield from row("allowed", exception)
    if provision.elements:
        yield from heading("What is looked for")
        for element in provision.elements:
            yield from row("needed for met" if element.decides else "asked for as well", _element(element))
    yield from heading("Wording")
    for text in provision.good:
        yield from row("good", f"“{text}”")
    for text in provision.bad:
        yield from row("bad", f"“{text}”")
    yield from heading("What to ask for")
    yield from row("advice", provision.advice)
    yield from row("question to vendor", provision.question)
    yield from row("model text", provision.model_text)
    yield from row("fallback", provision.fallback)


def _element(element: Element) -> str:
    return element.text + (f" [{law(element.citation)}]" if element.citation else "")
