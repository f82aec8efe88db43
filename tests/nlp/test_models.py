"""The weights are the ones the manifest names, and the pipeline the one that is pinned."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from contractcheck.errors import ModelError
from contractcheck.load import load_ruleset
from contractcheck.nlp import models, parser
from contractcheck.reading import Actor, Exceptions, Force, Scope


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes | None], Path]:
    """A folder whose manifest names the file "weights" with the bytes b"right"; the argument is what stands there."""

    def make(data: bytes | None) -> Path:
        manifest = {"files": {"weights": hashlib.sha256(b"right").hexdigest()}}
        (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        if data is not None:
            (tmp_path / "weights").write_bytes(data)
        monkeypatch.setattr(models, "folder", lambda: tmp_path)
        monkeypatch.setattr(models, "manifest", models.manifest.__wrapped__)
        monkeypatch.setattr(models, "verified", models.verified.__wrapped__)
        return tmp_path

    return make


def test_right_weights(folder: Callable[[bytes | None], Path]) -> None:
    where = folder(b"right")
    assert models.verified("weights") == where / "weights"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(None, "weights is missing from the models", id="missing"),
        pytest.param(b"wrong", "weights is not the file this version was tested with", id="other bytes"),
        pytest.param(b"right\n", "weights is not the file this version was tested with", id="a byte more"),
    ],
)
def test_wrong_weights(folder: Callable[[bytes | None], Path], data: bytes | None, said: str) -> None:
    folder(data)
    with pytest.raises(ModelError, match=said):
        models.verified("weights")


def test_a_file_the_manifest_does_not_name(folder: Callable[[bytes | None], Path]) -> None:
    (folder(b"right") / "more").write_bytes(b"right")
    with pytest.raises(ModelError, match="more is not the file"):
        models.verified("more")


def test_the_shipped_files_are_the_ones_named() -> None:
    assert [models.verified(name).name for name in models.manifest()["files"]] == list(models.manifest()["files"])


def test_the_heads_are_what_the_reader_expects() -> None:
    heads = models.manifest()["heads"]
    ruleset = load_ruleset("montana-3650")
    assert set(heads["labels"]) == {f"{p.id}/{c.id}" for p in ruleset.provisions for c in p.claims}
    assert set(heads["topics"]) == {p.id for p in ruleset.provisions}
    for name, values in (("actor", Actor), ("scope", Scope), ("force", Force), ("exception", Exceptions)):
        assert set(heads[name]) <= set(values), name


def test_another_pipeline_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "PIPELINE_SHA256", "0" * 64)
    with pytest.raises(ModelError, match="is not the pipeline this version was tested with"):
        parser._language.__wrapped__()
