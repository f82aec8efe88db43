"""`contractcheck`: the commands and their options. What they do stands in the files beside this one.

Nothing heavy is imported up here: `--help` must answer at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from contractcheck.version import VERSION

DEFAULT_RULESET = "montana-3650"

# rich_markup_mode=None: help in plain text, without the 0.1 s it takes to import rich.
app = typer.Typer(
    name="contractcheck",
    help="Read a vendor's terms and say, clause by clause, where they fall short of a school district's model agreement. Works offline. "
    "Screening aid, not legal advice.",
    epilog="Exit codes: 0 done; 1 findings at or above --fail-on; 2 wrong usage or ruleset; 3 a file could not be read; 130 interrupted.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
rules_app = typer.Typer(help="The rulesets: list them, show one, test one against its cases.", rich_markup_mode=None, no_args_is_help=False)
app.add_typer(rules_app, name="rules")

Ruleset = Annotated[str, typer.Option("--ruleset", metavar="NAME", help="A shipped ruleset, or the folder of your own.")]


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"contractcheck {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    pass


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Contracts, policies or terms: PDF, DOCX, HTML, Markdown or text.")],
    ruleset: Ruleset = DEFAULT_RULESET,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="console, json or markdown.", show_default="console")] = "",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Write here; .json, .md or .txt says the format.", show_default="stdout")] = "",
    fail_on: Annotated[str, typer.Option("--fail-on", metavar="SEVERITY", help="Exit 1 at findings this grave: none, low, medium, high or critical.")] = "none",
    why: Annotated[str, typer.Option("--why", metavar="PROVISION", help="Show how the verdict on one provision came about.", show_default=False)] = "",
    dump: Annotated[str, typer.Option("--dump", metavar="WHAT", help="Show the text, structure or readings of one file.", show_default=False)] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say how long it took; show tracebacks of our bugs.")] = False,
) -> None:
    """Check contracts against a ruleset."""
    from contractcheck.cli.check import Request
    from contractcheck.cli.check import check as run_check

    raise typer.Exit(run_check(Request(tuple(files), ruleset, format, output, fail_on, why, dump, quiet, verbose)))


@app.command()
def explain(
    provision: Annotated[str, typer.Argument(metavar="PROVISION", help="For example no-sale; `rules show` lists them.")],
    ruleset: Ruleset = DEFAULT_RULESET,
) -> None:
    """Say what a provision demands, why, and what to ask a vendor for."""
    from contractcheck.cli.explain import explain as run_explain

    run_explain(provision, ruleset)


@app.command()
def train(
    bank: Annotated[str, typer.Option("--bank", metavar="FOLDER", help="The clause bank: one .jsonl file per origin.")] = "models/bank",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FOLDER", help="Where the weights and their manifest go.")] = "models",
) -> None:
    """Rebuild the reader's weights from the clause bank (needs the train extra; half an hour on two cores)."""
    from contractcheck.cli.train import train as run_train

    run_train(bank, output)


@rules_app.command("list")
def rules_list() -> None:
    """List the shipped rulesets."""
    from contractcheck.cli import rules

    rules.list_all()


@rules_app.command("show")
def rules_show(ruleset: Annotated[str, typer.Argument(metavar="NAME", help="A shipped ruleset, or a folder.")] = DEFAULT_RULESET) -> None:
    """Show a ruleset's provisions with their law."""
    from contractcheck.cli import rules

    rules.show(ruleset)


@rules_app.command("test")
def rules_test(
    provision: Annotated[str, typer.Argument(metavar="[PROVISION]", help="Only this one.", show_default="all")] = "",
    ruleset: Ruleset = DEFAULT_RULESET,
) -> None:
    """Run a ruleset's cases; exit 1 when one fails."""
    from contractcheck.cli import rules

    raise typer.Exit(rules.test(provision, ruleset))


def run(arguments: Sequence[str]) -> int:
    """Do what `arguments` ask for; the exit code. Every error ends here, in words."""
    from contractcheck.cli import talk
    from contractcheck.errors import ContractCheckError

    command = typer.main.get_command(app)
    try:
        code = command.main(args=list(arguments) or ["--help"], prog_name="contractcheck", standalone_mode=False)
    except ContractCheckError as error:
        talk.say(f"error: {error}")
        return 2
    except TyperException as error:
        talk.say(f"error: {error.format_message()}\n  contractcheck --help shows what there is")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as error:  # the last line of defence between a bug and the user
        from contractcheck.cli.check import bug

        bug(error, "", is_verbose=bool({"--verbose", "-v"} & set(arguments)))
        return 2
    if code == 130:
        talk.say("interrupted")
    return 2 if not arguments else code if isinstance(code, int) else 0


def main() -> None:
    """The entry point of the `contractcheck` command."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
