"""On a build server the examples are the same every time; at a desk they are new ones."""

from __future__ import annotations

import os

from hypothesis import settings

# No database: a failure prints the example, and a checkout stays clean.
settings.register_profile("desk", database=None)
settings.register_profile("server", database=None, derandomize=True)
settings.load_profile("server" if os.environ.get("CI") else "desk")
