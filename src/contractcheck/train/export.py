"""Writes the fine-tuned encoder as int8 ONNX with its tokenizer and manifest entries."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import torch

from contractcheck.train.fit import Heads, Reader


def export(model: Reader, heads: Heads, base: Path, folder: Path) -> None:
    """`reader.onnx` (dynamic int8 weights) and `tokenizer.json` in `folder`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones((2, 12), dtype=torch.int64)
    dynamic = {name: {0: "batch", 1: "tokens"} for name in ("input_ids", "attention_mask", "token_type_ids")}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            model,
            (ids, ids, ids),
            str(full),
            input_names=["input_ids", "attention_mask", "token_type_ids"],
            output_names=["logits"],
            dynamic_axes={**dynamic, "logits": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(folder / "reader.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    shutil.copyfile(base / "tokenizer.json", folder / "tokenizer.json")
