"""Readings into Findings."""

from contractcheck.assess.decide import assess
from contractcheck.assess.weighing import Bars

__all__ = ["Bars", "assess"]
