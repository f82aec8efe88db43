"""Clause bank to weights; everything but `dataset` needs the `train` extra."""
