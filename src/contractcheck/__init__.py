"""contractcheck: where a vendor's terms fall short of a school district's model agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contractcheck.version import VERSION

if TYPE_CHECKING:
    from contractcheck.findings import Report
    from contractcheck.ruleset import Ruleset

__all__ = ["__version__", "analyze", "load_ruleset"]
__version__ = VERSION

# The rooms are imported inside the functions: `import contractcheck` must stay instant, for the
# models and parsers behind it take seconds.


def analyze(path: str, ruleset: Ruleset | str = "montana-3650") -> Report:
    """The file at `path` measured against `ruleset`, given as such or by name.

    An unreadable file gives a report whose findings are all `unread`; RulesetError or ModelError
    where the ruleset or the models are not in order.
    """
    from contractcheck.run import analyze as run

    return run(path, load_ruleset(ruleset) if isinstance(ruleset, str) else ruleset)


def load_ruleset(name: str) -> Ruleset:
    """The ruleset called `name`, or in the folder `name`; RulesetError where there is none or it is wrong."""
    from contractcheck.load import load_ruleset as load

    return load(name)
