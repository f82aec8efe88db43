"""The version of the tool, named in every report."""

VERSION = "0.1.0"
