"""The sentence reader: claims, topics, actor, scope, force and exception of a sentence in its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from contractcheck.nlp import models

MAX_TOKENS = 112
MAX_CONTEXT_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class Reading:
    """Probabilities in [0, 1] for one sentence; attribute values with the probability of the one chosen."""

    claims: tuple[tuple[str, float], ...]  # "provision/claim", only those above FLOOR, best first
    topics: tuple[tuple[str, float], ...]
    actor: str
    scope: str
    force: str
    exception: str


# Claims less likely than this are not worth carrying along.
FLOOR = 0.02


@cache
def _session():  # type: ignore[no-untyped-def]
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    # One thread: the same sums in the same order on every machine, and pools of processes do not fight.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(models.verified("reader.onnx")), options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_file(str(models.verified("tokenizer.json")))
    tokenizer.enable_truncation(MAX_TOKENS, strategy="only_second")
    return session, tokenizer


def read(pairs: Sequence[tuple[str, str]]) -> list[Reading]:
    """What the model reads in each (context, sentence) pair, in order.

    What is read in a sentence does not depend on the others.
    """
    import numpy as np

    if not pairs:
        return []
    session, tokenizer = _session()
    heads = models.manifest()["heads"]
    labels, topic_names = heads["labels"], heads["topics"]
    encoded = tokenizer.encode_batch([(context[-MAX_CONTEXT_CHARACTERS:], text) for context, text in pairs])
    rows = []
    for one in encoded:
        # One sentence at a time: int8 activations are scaled over the whole batch, so that in company
        # a sentence would score a little differently (and batching gains a fifth of the time at best).
        feed = {
            "input_ids": np.array([one.ids], np.int64),
            "attention_mask": np.array([one.attention_mask], np.int64),
            "token_type_ids": np.array([one.type_ids], np.int64),
        }
        row = session.run(["logits"], feed)[0][0]
        chances = 1 / (1 + np.exp(-row[: len(labels) + len(topic_names)]))
        at = len(labels) + len(topic_names)
        picked = []
        for name in ("actor", "scope", "force", "exception"):
            values = heads[name]
            picked.append(values[int(np.argmax(row[at : at + len(values)]))])
            at += len(values)
        claims = sorted(((n, round(float(c), 4)) for n, c in zip(labels, chances, strict=False) if c >= FLOOR), key=lambda x: (-x[1], x[0]))
        spoken = tuple((n, round(float(c), 4)) for n, c in zip(topic_names, chances[len(labels) :], strict=True) if c >= FLOOR)
        rows.append(Reading(tuple(claims), spoken, *picked))
    return rows
