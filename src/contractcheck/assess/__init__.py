"""Readings into Findings."""

from contractcheck.assess.confidence import Calibration
from contractcheck.assess.decide import assess
from contractcheck.assess.weighing import Bars

__all__ = ["Bars", "Calibration", "assess"]
