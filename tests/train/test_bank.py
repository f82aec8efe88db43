"""The clause bank: well formed, no entry twice, and nothing in it that the reader is tested on."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from contractcheck.load import load_cases, load_ruleset, names
from contractcheck.train import dataset

ROOT = Path(__file__).parents[2]
BANK = ROOT / "models" / "bank"
RULESETS = [load_ruleset(name) for name in names()]
PROVISIONS = {p.id for ruleset in RULESETS for p in ruleset.provisions}
CLAIMS = {f"{p.id}/{c.id}" for ruleset in RULESETS for p in ruleset.provisions for c in p.claims}
VALUES = {
    "actor": dataset.ACTORS,
    "scope": dataset.SCOPES,
    "force": dataset.FORCES,
    "exception": dataset.EXCEPTIONS,
    "voice": ("dpa", "addendum", "policy", "tos", "faq", "gdpr", "research", "form"),
}
OPTIONAL = {"context", "labels", "mentions", "pair"}

# Two texts are one when they share more than this part of all the word 4-grams they have.
MAX_SHARED = 0.8
# A run of this many words is no coincidence.
MAX_RUN_WORDS = 12

EXAMPLES = dataset.load(BANK)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _grams(text: str, size: int) -> frozenset[tuple[str, ...]]:
    """Every run of `size` words; the whole text where it is shorter."""
    words = _words(text)
    return frozenset(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))


def _wrong(row: dict[str, Any]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in {"text", *VALUES} - row.keys())
    yield from (f"unknown key {key}" for key in row.keys() - {"text", *VALUES} - OPTIONAL)
    yield from (f"{key} is {row[key]!r}" for key, allowed in VALUES.items() if key in row and row[key] not in allowed)
    yield from (f"unknown label {label}" for label in row.get("labels", ()) if label not in CLAIMS)
    yield from (f"unknown provision {id_}" for id_ in row.get("mentions", ()) if id_ not in PROVISIONS)
    yield from (f"{id_} is mentioned and claimed" for id_ in row.get("mentions", ()) if any(label.startswith(f"{id_}/") for label in row.get("labels", ())))
    yield from (f"{key} repeats itself" for key in ("labels", "mentions") if len(row.get(key, ())) != len(set(row.get(key, ()))))
    yield from (f"{key} is padded" for key in ("text", "context") if key in row and row[key] != row[key].strip())
    if not row.get("text"):
        yield "text is empty"


@pytest.mark.parametrize("path", sorted(BANK.glob("*.jsonl")), ids=lambda path: path.stem)
def test_schema(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows
    assert [f"{path.stem}-{number:04} {wrong}" for number, row in enumerate(rows, 1) for wrong in _wrong(row)] == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        pytest.param({}, [], id="right"),
        pytest.param({"actor": "seller"}, ["actor is 'seller'"], id="value"),
        pytest.param({"labels": ["no-sale/bnas"]}, ["unknown label no-sale/bnas"], id="label"),
        pytest.param({"mentions": ["no-sales"]}, ["unknown provision no-sales"], id="mention"),
        pytest.param({"labels": ["no-sale/bans"], "mentions": ["no-sale"]}, ["no-sale is mentioned and claimed"], id="both"),
        pytest.param({"lables": []}, ["unknown key lables"], id="key"),
        pytest.param({"text": " We sell."}, ["text is padded"], id="spaces"),
    ],
)
def test_the_schema_sees(change: dict[str, Any], wrong: list[str]) -> None:
    right = {"text": "We sell.", "actor": "vendor", "scope": "all", "force": "practice", "exception": "none", "voice": "policy"}
    assert list(_wrong(right | change)) == wrong


def test_every_claim_has_examples() -> None:
    assert set(dataset.label_names(EXAMPLES)) == CLAIMS


def _twins(examples: tuple[dataset.Example, ...]) -> list[tuple[str, str]]:
    """Ids of entries with the same labels that are one text under two names, pairs left out."""
    grams = {e.id: _grams(e.text, 4) for e in examples}
    holders: dict[tuple[frozenset[str], tuple[str, ...]], list[dataset.Example]] = defaultdict(list)
    for example in examples:
        for gram in grams[example.id]:
            holders[example.labels, gram].append(example)
    near = {(a.id, b.id) for held in holders.values() for i, a in enumerate(held) for b in held[i + 1 :] if not (a.pair and a.pair == b.pair)}
    return sorted((a, b) for a, b in near if len(grams[a] & grams[b]) > MAX_SHARED * len(grams[a] | grams[b]))


def test_no_entry_stands_twice() -> None:
    assert _twins(EXAMPLES) == []


def _example(id_: str, text: str, *labels: str, pair: str = "") -> dataset.Example:
    return dataset.Example(id_, text, "", frozenset(labels), frozenset(), "vendor", "all", "duty", "none", "tos", pair)


LONG = "Vendor shall not sell any Student Data to any person for any reason at any time during the term of this Agreement or after"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        pytest.param(_example("a", LONG), _example("b", LONG.upper()), [("a", "b")], id="case aside, the same"),
        pytest.param(_example("a", LONG), _example("b", f"{LONG} it"), [("a", "b")], id="a word more"),
        pytest.param(_example("a", LONG), _example("b", LONG.replace("sell", "rent")), [], id="a word in the middle parts four runs"),
        pytest.param(_example("a", LONG, "no-sale/bans"), _example("b", LONG), [], id="other labels"),
        pytest.param(_example("a", LONG, pair="p"), _example("b", LONG, pair="p"), [], id="a pair"),
        pytest.param(_example("a", LONG, pair="p"), _example("b", LONG, pair="q"), [("a", "b")], id="two pairs"),
        pytest.param(_example("a", "Sell it"), _example("b", "sell it"), [("a", "b")], id="shorter than a run"),
    ],
)
def test_twins(first: dataset.Example, second: dataset.Example, found: list[tuple[str, str]]) -> None:
    assert _twins((first, second)) == found


def _pairs() -> dict[str, list[dataset.Example]]:
    pairs: dict[str, list[dataset.Example]] = defaultdict(list)
    for example in EXAMPLES:
        if example.pair:
            pairs[example.pair].append(example)
    return pairs


def test_pairs_stay_in_one_split() -> None:
    assert {pair: sorted({e.split for e in held}) for pair, held in _pairs().items() if len({e.split for e in held}) > 1} == {}


def test_pairs_differ_in_what_they_say() -> None:
    said = {pair: {(e.labels, e.mentions, e.actor, e.scope, e.force, e.exception) for e in held} for pair, held in _pairs().items()}
    assert sorted(pair for pair, ways in said.items() if len(ways) < 2) == []


def test_splits() -> None:
    shares = {split: sum(e.split == split for e in EXAMPLES) / len(EXAMPLES) for split in ("train", "validation", "test")}
    assert shares == pytest.approx({"train": 0.8, "validation": 0.1, "test": 0.1}, abs=0.02)


@cache
def _tested() -> dict[str, str]:
    """What the reader is tested on, by where it stands."""
    texts = {}
    for ruleset in RULESETS:
        for p in ruleset.provisions:
            cases, mutations = load_cases(ruleset.id, p.id)
            texts |= {f"{p.id} case {c.id}": c.text for c in cases} | {f"{p.id} mutation {m.id}": m.replace for m in mutations}
            texts |= {f"{p.id} model_text": p.model_text, f"{p.id} fallback": p.fallback}
            texts |= {f"{p.id} {name} {i}": text for name in ("good", "bad") for i, text in enumerate(getattr(p, name))}
    return texts | {f"sample {path.name}": path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples" / "sources").iterdir())}


def _leaks(texts: dict[str, str], examples: tuple[dataset.Example, ...]) -> list[tuple[str, str, str]]:
    """Where a text, an entry of the bank and a run of words are the same; one run for each text and entry."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for example in examples:
        for run in _grams(example.text, MAX_RUN_WORDS):
            if len(run) == MAX_RUN_WORDS:
                holders[run].append(example.id)
    found = {(place, id_): " ".join(run) for place, text in texts.items() for run in sorted(_grams(text, MAX_RUN_WORDS)) for id_ in holders.get(run, ())}
    return sorted((place, id_, run) for (place, id_), run in found.items())


def test_the_bank_holds_nothing_it_is_tested_on() -> None:
    assert _leaks(_tested(), EXAMPLES) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("In short: vendor shall not sell any student data to any person for any reason.", True, id="12 words and more"),
        pytest.param("Vendor shall not sell any Student Data to any person for none.", False, id="11 words"),
    ],
)
def test_leaks(text: str, found: bool) -> None:
    assert bool(_leaks({"here": text}, (_example("a", LONG),))) is found
