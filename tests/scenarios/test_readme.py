"""The command lines that README.md shows do what it says."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from .command import ROOT, SAMPLES, contractcheck

# What the reader has on the desk; README names such files without bringing them.
STAND_INS = {".pdf": "good-agreement.pdf", ".docx": "good-agreement.docx", ".html": "weak-policy.html", ".md": "good-agreement.md"}
_BLOCK = re.compile(r"^```(?:console|sh)\n(.*?)^```$", re.M | re.S)


def commands(text: str) -> Iterator[list[str]]:
    """The arguments of every `contractcheck` in the shell blocks of `text`, prompt and comment aside, also after `&&`."""
    for block in _BLOCK.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            for piece in re.split(r"\s(?:&&|\|\||[|;])\s", line.removeprefix("$ ")):
                words = shlex.split(piece, comments=True)
                if words and Path(words[0]).name == "contractcheck":
                    yield words[1:]


README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = list(commands(README))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("```sh\ncontractcheck check a.pdf  # look\n```\n", [["check", "a.pdf"]], id="comment"),
        pytest.param("```console\n$ contractcheck check a.pdf | head\n14 provisions\n```\n", [["check", "a.pdf"]], id="prompt, pipe and answer"),
        pytest.param("```sh\npip install . && .venv/bin/contractcheck check a.pdf\n```\n", [["check", "a.pdf"]], id="after an installation"),
        pytest.param("```sh\ncontractcheck check \\\n  a.pdf\n```\n", [["check", "a.pdf"]], id="over two lines"),
        pytest.param("```python\ncontractcheck check\n```\n`contractcheck check`\n", [], id="no shell block"),
    ],
)
def test_commands(text: str, found: list[list[str]]) -> None:
    assert list(commands(text)) == found


def test_the_first_command_checks_a_sample() -> None:
    first = COMMANDS[0]
    assert first[0] == "check"
    assert [(ROOT / name).is_file() for name in first[1:]] == [True]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_readme(arguments: list[str], tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "samples")
    given: list[str] = []
    written: list[Path] = []
    for before, word in zip(["", *arguments], arguments, strict=False):
        given.append(word)
        if before in ("--output", "-o"):
            written.append(tmp_path / word)
        elif (stand_in := STAND_INS.get(Path(word).suffix)) and not (tmp_path / word).exists():
            shutil.copy(SAMPLES / stand_in, tmp_path / word.replace("*", "agreement"))
            given[-1] = word.replace("*", "agreement")
    result = contractcheck(given, tmp_path)
    assert result.code in ((0, 1) if "--fail-on" in arguments else (0,)), result.err
    assert "Traceback" not in result.out + result.err
    if written:
        assert [path.stat().st_size > 0 for path in written] == [True] * len(written)
    else:
        assert result.out
