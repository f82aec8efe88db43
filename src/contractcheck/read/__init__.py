"""Contracts into Readings: candidates, then claims, then actor, scope, force and exceptions."""

from contractcheck.read.reader import read

__all__ = ["read"]
