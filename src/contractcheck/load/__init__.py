"""YAML into Rulesets."""

from contractcheck.load.rulesets import load_cases, load_ruleset, names

__all__ = ["load_cases", "load_ruleset", "names"]
