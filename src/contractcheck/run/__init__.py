"""The whole road, from a file to its Report."""

from contractcheck.run.analyze import Trace, analyze, default_bars, trace
from contractcheck.run.cases import Outcome, run_cases

__all__ = ["Outcome", "Trace", "analyze", "default_bars", "run_cases", "trace"]
