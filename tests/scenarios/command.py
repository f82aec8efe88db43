"""The command as a user runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"


@dataclass(frozen=True)
class Result:
    """How it ended and what it said."""

    code: int
    out: str
    err: str


def contractcheck(arguments: Sequence[str], cwd: Path) -> Result:
    """Run the checkout's own command in `cwd`, whatever version is installed beside it."""
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    ran = subprocess.run(
        [sys.executable, "-m", "contractcheck.cli.main", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=300,
    )
    return Result(ran.returncode, ran.stdout, ran.stderr)
