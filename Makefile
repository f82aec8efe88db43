# `make check` is the second command of README.md: it makes its own environment and runs everything once.
PYTHON ?= python3
VENV ?= .venv-check
# Windows has Scripts/, everything else bin/.
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)

.PHONY: check samples clean

check: $(VENV)/.ready
	$(BIN)/ruff check src tests samples
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group test
	touch $@

samples:
	$(BIN)/python samples/build.py

clean:
	rm -rf .venv-check build dist .pytest_cache .mypy_cache .ruff_cache
