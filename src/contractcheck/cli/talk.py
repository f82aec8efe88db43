"""What leaves the program: data on stdout, talk on stderr, files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from contractcheck.errors import UsageError
from contractcheck.report.look import Look
from contractcheck.report.words import harmless

# A wait shorter than this needs no excuse.
PATIENCE_SECONDS = 1.5
DEFAULT_WIDTH = 100


def look() -> Look:
    """What stdout can show. NO_COLOR and COLUMNS are honoured; a pipe gets plain text of a fixed width."""
    is_terminal = sys.stdout.isatty()
    is_unicode = (sys.stdout.encoding or "ascii").lower().replace("-", "").startswith("utf")
    # The old Windows console prints colour codes as text; Windows Terminal says that it is not it.
    knows_color = os.environ.get("TERM") != "dumb" and (os.name != "nt" or "WT_SESSION" in os.environ)
    has_color = is_terminal and knows_color and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns if is_terminal or os.environ.get("COLUMNS") else DEFAULT_WIDTH
    return Look(width, is_plain=not (is_terminal and is_unicode), has_color=has_color)


def put(text: str, *, is_exact: bool) -> None:
    """Print data. `is_exact` text is UTF-8 with `\\n`, whatever the console thinks; other text loses what it cannot show."""
    encoding = "utf-8" if is_exact and not sys.stdout.isatty() else sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.flush()
        # Lone surrogates stand for the bytes of a file name that is no text; in JSON they stay legal like this.
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (`| head`). The exit code still says what was found.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  it stays open to the end
    except OSError as error:
        raise UsageError(f"the output cannot be written: {error.strerror or error}", "free some space, or choose another place with --output") from error


def say(text: str) -> None:
    """Print talk."""
    shown = "\n".join(harmless(line) for line in text.split("\n"))
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stderr.flush()


def check_writable(path: Path) -> None:
    """UsageError where `path` cannot become a file, before any work is done."""
    if path.is_dir():
        raise UsageError(f"{path} is a directory", f"name a file in it, for example --output {path / 'report.json'}")
    if not path.absolute().parent.is_dir():
        raise UsageError(f"there is no directory {path.parent} to write {path.name} to", "create it first")


def write(path: Path, text: str) -> None:
    """Make `path` a file with `text`; one that was there stays whole until the new one is complete."""
    data = text.encode("utf-8", "backslashreplace")
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            # A device or a pipe cannot be replaced, nor need it be.
            target.write_bytes(data)
            return
        handle, draft = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            # mkstemp makes a file for the owner's eyes only; a report is as public as any other new file.
            os.chmod(draft, 0o666 & ~_umask())
            os.replace(draft, target)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}", "choose another place with --output") from error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def progress(label: str, *, is_wanted: bool) -> Iterator[None]:
    """While the body runs, `label` turns on stderr, if that is a terminal and the body takes its time."""
    if not (is_wanted and sys.stderr.isatty()):
        yield
        return
    spinner = _Spinner(sys.stderr, label)
    timer = threading.Timer(PATIENCE_SECONDS, spinner.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        spinner.stop()


class _Spinner:
    """A rich status that may be stopped before it was started."""

    def __init__(self, file: TextIO, label: str) -> None:
        self._file = file
        self._label = harmless(label)
        self._lock = threading.Lock()
        self._is_over = False
        self._stop: Callable[[], None] | None = None

    def start(self) -> None:
        from rich.console import Console
        from rich.text import Text

        with self._lock:
            if self._is_over:
                return
            status = Console(file=self._file).status(Text(self._label))
            status.start()
            self._stop = status.stop

    def stop(self) -> None:
        with self._lock:
            self._is_over = True
            if self._stop is not None:
                self._stop()
