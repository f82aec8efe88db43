"""What the user meets when a file is not what it seems, and what the shell is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.extract.tiny_docx import archive
from tests.extract.tiny_pdf import column, pdf

from .command import SAMPLES, contractcheck

_PDF = (SAMPLES / "good-agreement.pdf").read_bytes()
_DOCX = (SAMPLES / "good-agreement.docx").read_bytes()
_LOCKED = pdf(
    [column(["Nobody reads this."])], extra_trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("11" * 32)
)
FILES = {
    "agreement.md": (SAMPLES / "good-agreement.md").read_bytes(),
    "policy.html": (SAMPLES / "weak-policy.html").read_bytes(),
    "nothing.pdf": b"",
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "half.pdf": _PDF[: len(_PDF) // 2],
    "half.docx": _DOCX[: len(_DOCX) // 2],
    "zip.docx": archive({"readme.txt": "x"}),
    "pageless.pdf": pdf([]),
    "scan.pdf": pdf([[], []]),
    "locked.pdf": _LOCKED,
    "stub.txt": b"Please log in to read our terms.",
    "program.bin": bytes(range(256)) * 40,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("files")
    for name, data in FILES.items():
        (made / name).write_bytes(data)
    (made / "empty folder").mkdir()
    return made


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        pytest.param("nothing.pdf", "empty", "the file is empty; check that the download finished", id="empty file"),
        pytest.param("picture.pdf", "image", "this is a picture (PNG), not text; run text recognition (OCR)", id="image named pdf"),
        pytest.param("half.pdf", "corrupt", "cut off", id="truncated pdf"),
        pytest.param("half.docx", "corrupt", "the file is a damaged archive", id="truncated docx"),
        pytest.param("zip.docx", "not-ooxml", "this is a zip archive, not a Word document", id="zip named docx"),
        pytest.param("pageless.pdf", "corrupt", "", id="pdf without pages"),
        pytest.param("scan.pdf", "no-text-layer", "2 of 2 pages", id="pdf without text"),
        pytest.param("locked.pdf", "encrypted", "password", id="encrypted pdf"),
        pytest.param("stub.txt", "too-short", "only 7 words of text were found", id="stub"),
        pytest.param("program.bin", "unsupported", "not a kind of document that can be read", id="program"),
    ],
)
def test_unreadable(folder: Path, name: str, kind: str, said: str) -> None:
    result = contractcheck(["check", name, "--format", "json"], folder)
    assert result.code == 3
    assert result.err.startswith(f"error: {name}: ")
    assert result.err.count("\n") == 1
    assert said in result.err
    assert "Traceback" not in result.out + result.err
    # The report stands all the same, and says of nothing that it is missing.
    report = json.loads(result.out)
    assert report["documents"][0]["error"]["kind"] == kind
    assert {finding["verdict"] for finding in report["findings"]} == {"unread"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["check", "agreement.md"], 0, "", id="done"),
        pytest.param(["check", "policy.html", "--fail-on", "none"], 0, "", id="gaps, but nobody asked"),
        pytest.param(["check", "policy.html", "--fail-on", "low"], 1, "of severity low or above not secured (--fail-on low)", id="gaps"),
        pytest.param(["check", "policy.html", "half.pdf", "--fail-on", "low"], 3, "error: half.pdf: ", id="3 beats 1"),
        pytest.param(["check", "nothing.pdf", "lost.pdf"], 2, "there is no file lost.pdf", id="2 beats 3"),
        pytest.param(["check", "lost.pdf"], 2, "error: there is no file lost.pdf", id="missing file"),
        pytest.param(["check", "policy.htm"], 2, "(did you mean 'policy.html'?)", id="misspelt file"),
        pytest.param(["check", "empty folder"], 2, "empty folder is a directory\n  check takes files: contractcheck check ", id="directory"),
        pytest.param(
            ["check", "https://vendor.example/privacy"], 2,
            "https://vendor.example/privacy is a web address\n  contractcheck never uses the network: save the page and check the file", id="web address",
        ),
        pytest.param(["check"], 2, "Missing argument", id="nothing to check"),
        pytest.param(["check", "agreement.md", "--ruleset", "montana"], 2, "there is no ruleset 'montana'", id="unknown ruleset"),
    ],
)  # fmt: skip
def test_exit_code(folder: Path, arguments: list[str], code: int, said: str) -> None:
    result = contractcheck(arguments, folder)
    assert (result.code, "Traceback" in result.out + result.err) == (code, False)
    # "" is for silence: what goes well needs no words.
    assert said in result.err if said else result.err == ""
    assert bool(result.out) is (code != 2)


def test_the_rest_is_reported(folder: Path) -> None:
    result = contractcheck(["check", "half.pdf", "policy.html", "--format", "json", "--quiet"], folder)
    broken, whole = json.loads(result.out)
    assert [d["path"] for r in (broken, whole) for d in r["documents"]] == ["half.pdf", "policy.html"]
    assert {f["verdict"] for f in broken["findings"]} == {"unread"}
    assert whole["documents"][0]["error"] is None
    assert whole["summary"]["unread"] == 0
    assert result.code == 3


def test_the_format_does_not_change_the_code(folder: Path) -> None:
    assert [contractcheck(["check", "policy.html", "--fail-on", "low", "--format", format], folder).code for format in ("console", "markdown")] == [1, 1]
