"""Where the weights are, and that they are the ones the manifest names."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from contractcheck.errors import ModelError


@cache
def folder() -> Path:
    """The folder of the weights: beside the package when installed, at the root of a checkout otherwise."""
    inside = Path(str(resources.files("contractcheck"))) / "_models"
    checkout = Path(__file__).resolve().parents[3] / "models"
    for candidate in (inside, checkout):
        if (candidate / "manifest.json").is_file():
            return candidate
    raise ModelError("the models are missing\n  reinstall contractcheck; they are part of the package")


@cache
def manifest() -> dict[str, Any]:
    """The manifest as written by training: sha256 by file, heads, thresholds, calibration."""
    content: dict[str, Any] = json.loads((folder() / "manifest.json").read_text(encoding="utf-8"))
    return content


@cache
def verified(name: str) -> Path:
    """The path of weight file `name`. ModelError when its sha256 is not the manifest's."""
    path = folder() / name
    expected = manifest()["files"].get(name)
    if not path.is_file():
        raise ModelError(f"{name} is missing from the models\n  reinstall contractcheck")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != expected:
        raise ModelError(f"{name} is not the file this version was tested with\n  expected sha256 {expected}\n  found    sha256 {found}\n  reinstall contractcheck, or run contractcheck train to make a new manifest")
    return path
