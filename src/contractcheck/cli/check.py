"""`contractcheck check`: files in, reports out, and an exit code."""

from __future__ import annotations

import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from contractcheck.cli import arguments, talk
from contractcheck.document import Unread
from contractcheck.errors import ContractCheckError, UsageError
from contractcheck.findings import Report, Verdict
from contractcheck.report import REPORTERS, SUFFIXES, Look
from contractcheck.ruleset import Provision, Ruleset, Severity

if TYPE_CHECKING:
    from contractcheck.run import Trace

OK, FOUND, WRONG, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
THRESHOLDS = ("none", *(severity.value for severity in Severity))
DUMPS = ("text", "structure", "readings")


@dataclass(frozen=True, slots=True)
class Request:
    """The command line of `check`, as typed; empty strings where an option was left out."""

    files: tuple[str, ...]
    ruleset: str
    format: str
    output: str
    fail_on: str
    why: str
    dump: str
    is_quiet: bool
    is_verbose: bool


def check(request: Request) -> int:
    """Report on every file; the exit code, by precedence 2 > 3 > 1 > 0.

    What is wrong with the command line is found before any file is read.
    """
    arguments.check_inputs(request.files)
    format = _format(request)
    arguments.one_of(request.fail_on, THRESHOLDS, "severity called")
    if request.output:
        _check_output(request)
    if request.dump:
        return _dump(request)
    from contractcheck.load import load_ruleset

    ruleset = load_ruleset(request.ruleset)
    if request.why:
        return _why(request, ruleset, arguments.provision_of(ruleset, request.why))
    traces, code = _traces(request, ruleset)
    reports = [t.report for t in traces]
    if reports:
        look = Look() if request.output else talk.look()
        _deliver(request, REPORTERS[format](reports, look), is_exact=format != "console")
    return _code(request, reports, code)


def _format(request: Request) -> str:
    if request.why and request.dump:
        raise UsageError("--why and --dump cannot go together", "ask for one, then for the other")
    if request.format:
        if request.why or request.dump:
            raise UsageError("--why and --dump print their own text", "leave --format out")
        return arguments.one_of(request.format, tuple(REPORTERS), "format called")
    if request.dump:
        arguments.one_of(request.dump, DUMPS, "dump called")
        if len(request.files) > 1:
            raise UsageError("--dump takes one file", "run it once for each")
    suffix = Path(request.output).suffix.lower()
    if request.output and suffix and suffix not in SUFFIXES and not (request.why or request.dump):
        raise UsageError(f"no format goes with the name {request.output}", f"end it in {', '.join(SUFFIXES)}, or say which with --format")
    return SUFFIXES.get(suffix, "console")


def _check_output(request: Request) -> None:
    target = Path(request.output)
    talk.check_writable(target)
    for file in request.files:
        if target.exists() and target.samefile(file):
            raise UsageError(f"--output would overwrite the contract {file}", "choose another name")


def _traces(request: Request, ruleset: Ruleset) -> tuple[list[Trace], int]:
    """One trace a file, in the order typed; a file that brings out a bug in us has none."""
    from contractcheck.run import trace

    traces: list[Trace] = []
    code = OK
    for number, file in enumerate(request.files, 1):
        many = f" ({number} of {len(request.files)})" if len(request.files) > 1 else ""
        begun = time.perf_counter()
        try:
            with talk.progress(f"reading {file}{many}", is_wanted=not request.is_quiet):
                found = trace(file, ruleset)
        except ContractCheckError:
            raise
        except Exception as error:  # our bug must not take the other files' reports with it
            bug(error, file, is_verbose=request.is_verbose)
            code = WRONG
            continue
        traces.append(found)
        _say_unread(found.report.document)
        if request.is_verbose:
            talk.say(f"{file}: {time.perf_counter() - begun:.1f} s")
            for name, sha256 in found.report.models:
                talk.say(f"  {name} sha256 {sha256}")
    return traces, code


def bug(error: Exception, file: str, *, is_verbose: bool) -> None:
    """Own up, without a traceback unless one was asked for."""
    if is_verbose:
        talk.say("".join(traceback.format_exception(error)).rstrip())
    where = f" at {file}" if file else ""
    how = "" if is_verbose else ", with what --verbose prints"
    talk.say(f"error: this is a bug in contractcheck: {type(error).__name__}{where}\n  please report it{how}")


def _say_unread(document: object) -> None:
    if isinstance(document, Unread):
        # One line, whatever the parser's message looks like.
        message = " ".join(document.message.split())
        talk.say(f"error: {document.path}: {message}" + (f"; {document.hint}" if document.hint else ""))


def _deliver(request: Request, text: str, *, is_exact: bool) -> None:
    if not request.output:
        talk.put(text, is_exact=is_exact)
        return
    talk.write(Path(request.output), text)
    if not request.is_quiet:
        talk.say(f"wrote {request.output}")


def _code(request: Request, reports: Sequence[Report], code: int) -> int:
    if code == WRONG:
        return WRONG
    grave = [f for r in reports for f in r.findings if _counts(f.verdict, f.provision.severity, request.fail_on)]
    if grave and not request.is_quiet:
        noun = "provision" if len(grave) == 1 else "provisions"
        talk.say(f"{len(grave)} {noun} of severity {request.fail_on} or above not secured (--fail-on {request.fail_on})")
    if any(report.is_unread for report in reports):
        return UNREADABLE
    return FOUND if grave else OK


def _counts(verdict: Verdict, severity: Severity, threshold: str) -> bool:
    return threshold != "none" and verdict in (Verdict.MISSING, Verdict.CONTRADICTED, Verdict.PARTIAL) and severity.rank >= Severity(threshold).rank


def _dump(request: Request) -> int:
    (file,) = request.files
    try:
        return _dump_file(request, file)
    except ContractCheckError:
        raise
    except Exception as error:  # named with its file, which the last handler does not know
        bug(error, file, is_verbose=request.is_verbose)
        return WRONG


def _dump_file(request: Request, file: str) -> int:
    from contractcheck.cli import dump
    from contractcheck.extract import extract

    document = extract(file)
    if isinstance(document, Unread):
        _say_unread(document)
        return UNREADABLE
    match request.dump:
        case "text":
            told = document.text
        case "structure":
            told = dump.structure(document)
        case _:
            from contractcheck.load import load_ruleset

            told = dump.readings(document, load_ruleset(request.ruleset))
    _deliver(request, told, is_exact=True)
    return OK


def _why(request: Request, ruleset: Ruleset, provision: Provision) -> int:
    from contractcheck.cli import why
    from contractcheck.run import default_bars

    traces, code = _traces(request, ruleset)
    _deliver(request, "\n".join(why.road(found, provision, default_bars()) for found in traces), is_exact=False)
    return _code(request, [found.report for found in traces], code)
