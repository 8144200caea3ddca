# Two commands for newcomers: `make demo` and `make test`. Both set up .venv on a fresh machine.
PYTHON ?= python3
BIN := .venv/bin
DEMO := fixtures/docs/bridges.fr.pdf
# Hundreds of tests start an interpreter of their own, which would compile the library anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test check eval docs bench fixtures layouts torture words

demo: .venv/library
	$(BIN)/undocparse parse $(DEMO) --format text

test: .venv/tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: .venv/tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: .venv/tests
	$(BIN)/python -m evaluation

docs: .venv/tests
	$(BIN)/mkdocs build --strict --quiet

bench: .venv/tests
	$(BIN)/python -m benchmarks

fixtures: .venv/tests
	$(BIN)/python tools/make_fixtures.py

words: .venv/tests
	$(BIN)/pybabel compile --domain undocparse --directory src/undocparse/words

layouts: .venv/tests
	$(BIN)/python -m tools.layouts score --n 2000 --jobs 2

torture: .venv/tests
	$(BIN)/python -m tools.torture --number 100000 --jobs 2 --keep torture
	$(BIN)/python -m tools.torture.kills --number 1000

.venv/library: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/tests: .venv/library
	$(BIN)/python -m pip install --quiet --no-compile --editable ".[dev]"  # most of it is never imported
	touch $@
