"""What the user typed, checked before any work is done."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from pathlib import Path

from contractcheck.errors import UsageError
from contractcheck.ruleset import Provision, Ruleset

_URL = re.compile(r"[a-z][a-z0-9+.-]+://|www\.[\w-]+\.\w", re.I)


def one_of(value: str, known: Sequence[str], what: str) -> str:
    """`value` if it is one of `known`; UsageError with the legal choices where it is not."""
    if value in known:
        return value
    near = difflib.get_close_matches(value.lower(), known, 1)
    raise UsageError(f"there is no {what} {value!r}" + (f"    (did you mean {near[0]!r}?)" if near else ""), f"known: {', '.join(known)}")


def provision_of(ruleset: Ruleset, provision_id: str) -> Provision:
    """The provision of that id; UsageError with the ids there are."""
    one_of(provision_id, [p.id for p in ruleset.provisions], f"provision in {ruleset.id} called")
    return next(p for p in ruleset.provisions if p.id == provision_id)


def check_inputs(files: Sequence[str]) -> None:
    """UsageError naming every argument that is no file, each with what to do instead."""
    problems = [problem for file in files if (problem := _problem(file))]
    if problems:
        raise UsageError("\n".join(problems))


def _problem(file: str) -> str:
    if _URL.match(file) and not Path(file).exists():
        return f"{file} is a web address\n  contractcheck never uses the network: save the page and check the file"
    try:
        path = Path(file)
        if path.is_dir():
            return f"{file} is a directory\n  check takes files: contractcheck check {_example(path)}"
        if not path.exists():
            return f"there is no file {file}{_near(path)}"
    except (OSError, ValueError) as error:
        return f"{file} is no file name: {error}"
    return ""


def _example(folder: Path) -> str:
    """The files of a directory as one would name them to `check`; the first few, quoted where needed."""
    try:
        names = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))[:2]
    except OSError:
        names = []
    shown = [f'"{p}"' if " " in str(p) else str(p) for p in names]
    return " ".join(shown) + " ..." if shown else str(folder / "contract.pdf")


def _near(path: Path) -> str:
    """A hint at a file of almost that name beside it."""
    try:
        names = sorted(p.name for p in path.absolute().parent.iterdir() if p.is_file())
    except OSError:
        return f"\n  there is no directory {path.parent} either"
    near = difflib.get_close_matches(path.name, names, 1)
    return f"    (did you mean {str(path.with_name(near[0]))!r}?)" if near else "\n  check the name, or give the whole path"
