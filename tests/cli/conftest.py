"""Files to check, and the command run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from contractcheck.cli.main import run

AGREEMENT = """Data Agreement

1. Sale
The Vendor shall not sell, rent or trade student data to anyone.

2. Changes
The Vendor may change this Agreement at any time by posting a new version.

3. Term
The parties sign this agreement in good faith and each of them keeps one original copy of it in its own office for one year.
"""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A small agreement in the current directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "agreement.txt").write_text(AGREEMENT, encoding="utf-8")
    return "agreement.txt"


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str], contract: str) -> Callable[..., Result]:
    """Run the command with these arguments."""

    def call(*arguments: str) -> Result:
        code = run(arguments)
        said = capfd.readouterr()
        return Result(code, said.out, said.err)

    return call
