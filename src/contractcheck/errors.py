"""What can go wrong, each with where, what was found, and what to do."""

from __future__ import annotations


class ContractCheckError(Exception):
    """Any failure the user can understand and act on; the CLI prints it without a traceback."""


class UsageError(ContractCheckError):
    """The command line asks for something that cannot be done (exit 2)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class RulesetError(ContractCheckError):
    """A ruleset file is wrong; the text points at file:line:column (exit 2)."""


class ModelError(ContractCheckError):
    """A model file is missing or is not the one the manifest names (exit 2)."""


class ExtractError(ContractCheckError):
    """A document cannot be read (exit 3 after the rest is reported).

    `kind` is one of KINDS and stands in the JSON report; `message` says what is wrong with the
    file; `hint` says what the user can do about it.
    """

    KINDS = ("empty", "encrypted", "no-text-layer", "corrupt", "too-short", "image", "not-ooxml", "unsupported", "too-large")

    def __init__(self, kind: str, message: str, hint: str = "") -> None:
        if kind not in self.KINDS:
            raise ValueError(f"unknown kind {kind!r}")
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.hint = hint
