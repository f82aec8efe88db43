"""The command starts at once and imports nothing it does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Typer itself checks the parameters of a subcommand with pydantic.
TYPERS_OWN = {"pydantic"}
HEAVY = ("spacy", "onnxruntime", "numpy", "pydantic", "yaml", "rich", "lxml", "pypdfium2", "sklearn", "tokenizers")


def loaded(code: str) -> set[str]:
    """The heavy packages that `code` imports, in a process of its own."""
    ask = f"{code}\nimport sys\nprint('LOADED', *[m for m in {HEAVY!r} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    return set(out.split("LOADED")[1].split())


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        pytest.param("import contractcheck", set(), id="import"),
        pytest.param("from contractcheck.cli.main import run; run(['--help'])", set(), id="help"),
        pytest.param("from contractcheck.cli.main import run; run(['--version'])", set(), id="version"),
        pytest.param("from contractcheck.cli.main import run; run(['check', '--help'])", TYPERS_OWN, id="help of check"),
        pytest.param("from contractcheck.cli.main import run; run(['check', 'no-such-file'])", TYPERS_OWN, id="missing file"),
    ],
)
def test_imports_nothing_heavy(code, allowed):
    assert loaded(code) <= allowed


def test_version(cli):
    from contractcheck import __version__

    assert cli("--version").out == f"contractcheck {__version__}\n"


@pytest.mark.parametrize("command", [(), ("check",), ("explain",), ("rules",), ("rules", "list"), ("rules", "show"), ("rules", "test")])
def test_every_command_has_help(cli, command):
    result = cli(*command, "--help")
    assert result.code == 0
    assert result.out.startswith(f"Usage: contractcheck{' ' if command else ''}{' '.join(command)}")


def test_a_reader_that_has_seen_enough_is_no_error():
    """`| head -1` closes the pipe while we write."""
    code = "import sys; from contractcheck.cli.main import run; c = run(['rules', 'show']); sys.exit(c)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.close()
        process.wait(60)
        assert (process.returncode, process.stderr.read()) == (0, "")
