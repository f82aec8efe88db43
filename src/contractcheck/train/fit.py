"""Fine-tunes the small encoder on the clause bank and writes it as int8 ONNX.

Needs the `train` extra (torch, transformers, onnx). Method: BERT encoder, mean pooling, one linear
layer a head; binary cross-entropy over claims and topics, cross-entropy over actor, scope, force and
exception. Everything is seeded and runs on the CPU with a fixed number of threads.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import AutoTokenizer, BertModel

from contractcheck.train.dataset import ACTORS, EXCEPTIONS, FORCES, SCOPES, Example, label_names, topics

MAX_TOKENS = 112
MAX_CONTEXT_CHARACTERS = 160
FROZEN_LAYERS = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """How to train. `seed` decides order and dropout; the same seed gives the same weights on one machine."""

    epochs: int = 6
    batch: int = 32
    rate: float = 1.2e-4
    warmup: float = 0.1
    context_dropout: float = 0.25
    seed: int = 7


class Reader(nn.Module):
    """The encoder with its heads; outputs one row of logits, head after head."""

    def __init__(self, base: Path, width: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="eager")
        # Words and the lowest layers know English already; a bank this small cannot teach them more, and freezing saves a third of the time.
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN_LAYERS]):
            part.requires_grad_(False)
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.2)
        self.head = nn.Linear(size * 2, width)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor) -> torch.Tensor:
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids).last_hidden_state
        # Pool over the sentence (segment 1) only; the context has already spoken through attention.
        mask = (attention_mask * token_type_ids).unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1)
        peak = (hidden + (mask - 1) * 1e4).max(1).values
        return self.head(self.dropout(torch.cat([mean, peak], -1)))


@dataclass(frozen=True, slots=True)
class Heads:
    """Which columns of the logits belong to what."""

    labels: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def width(self) -> int:
        return len(self.labels) + len(self.topics) + len(ACTORS) + len(SCOPES) + len(FORCES) + len(EXCEPTIONS)

    def targets(self, examples: list[Example]) -> tuple[torch.Tensor, torch.Tensor]:
        """(multi-hot over labels and topics, class indices of the four attributes)."""
        many = np.zeros((len(examples), len(self.labels) + len(self.topics)), np.float32)
        one = np.zeros((len(examples), 4), np.int64)
        column = {name: i for i, name in enumerate((*self.labels, *self.topics))}
        for row, example in enumerate(examples):
            for label in example.labels:
                many[row, column[label]] = 1
                many[row, column[label.split("/")[0]]] = 1
            for topic in example.mentions:
                if topic in column:
                    many[row, column[topic]] = 1
            one[row] = (
                ACTORS.index(example.actor),
                SCOPES.index(example.scope),
                FORCES.index(example.force),
                EXCEPTIONS.index(example.exception),
            )
        return torch.from_numpy(many), torch.from_numpy(one)


def encode(tokenizer, examples: list[tuple[str, str]]) -> dict[str, torch.Tensor]:  # type: ignore[no-untyped-def]
    """Token tensors for (context, sentence) pairs; long contexts keep their end, where the lead-in stands."""
    contexts = [context[-MAX_CONTEXT_CHARACTERS:] for context, _ in examples]
    batch = tokenizer(contexts, [text for _, text in examples], truncation="only_second", max_length=MAX_TOKENS, padding=True, return_tensors="pt")
    return {name: batch[name] for name in ("input_ids", "attention_mask", "token_type_ids")}


def fit(examples: tuple[Example, ...], base: Path, settings: Settings = Settings(), *, report=print) -> tuple[Reader, Heads]:  # type: ignore[no-untyped-def]
    """The encoder fine-tuned on `examples` (all of them: choose the split before calling)."""
    random.seed(settings.seed)
    np.random.seed(settings.seed)
    torch.manual_seed(settings.seed)
    torch.use_deterministic_algorithms(True)
    heads = Heads(label_names(examples), topics(examples))
    tokenizer = AutoTokenizer.from_pretrained(str(base))
    model = Reader(base, heads.width)
    new, old = [], []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            (old if name.startswith("encoder") else new).append(parameter)
    optimiser = torch.optim.AdamW([{"params": old, "lr": settings.rate}, {"params": new, "lr": settings.rate * 10}], weight_decay=0.01)
    steps = settings.epochs * ((len(examples) + settings.batch - 1) // settings.batch)
    warm = max(1, int(steps * settings.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / max(1, steps - warm))))
    n_many = len(heads.labels) + len(heads.topics)
    model.train()
    for epoch in range(settings.epochs):
        order = list(range(len(examples)))
        random.shuffle(order)
        # Batches of like length waste less on padding; the order of batches stays random.
        chunks = [sorted(order[i : i + settings.batch * 16], key=lambda k: len(examples[k].text) + len(examples[k].context)) for i in range(0, len(order), settings.batch * 16)]
        batches = [chunk[i : i + settings.batch] for chunk in chunks for i in range(0, len(chunk), settings.batch)]
        random.shuffle(batches)
        total = 0.0
        for rows in batches:
            chosen = [examples[k] for k in rows]
            pairs = [("" if random.random() < settings.context_dropout and not e.context.rstrip().endswith(":") else e.context, e.text) for e in chosen]
            many, one = heads.targets(chosen)
            logits = model(**encode(tokenizer, pairs))
            # Positives are rare (one in 50): weight them up, but not to parity, or precision goes.
            loss = nn.functional.binary_cross_entropy_with_logits(logits[:, :n_many], many, pos_weight=torch.tensor(1.5), reduction="none").sum(1).mean()
            # Who is bound matters only where a provision is spoken of.
            spoken = torch.tensor([bool(e.labels or e.mentions) for e in chosen])
            start = n_many
            for column, size in enumerate((len(ACTORS), len(SCOPES), len(FORCES), len(EXCEPTIONS))):
                loss = loss + 0.3 * nn.functional.cross_entropy(logits[spoken, start : start + size], one[spoken, column])
                start += size
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        report(f"epoch {epoch + 1}/{settings.epochs}: loss {total / len(batches):.3f}")
    model.eval()
    return model, heads
