# Two commands do all set-up on a machine with Python 3.11 and make: `make demo`, `make test`.
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := uv pip compile --quiet --generate-hashes --no-emit-index-url --universal --python-version 3.11

.PHONY: demo test check bench lock clean

demo: .venv/run.ready
	$(BIN)/onrecord demo

test: .venv/dev.ready
	$(BIN)/python -m pytest

check: .venv/dev.ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# The benchmarks and the peers they measure, in an environment of their own.
bench: .venv-bench/ready
	.venv-bench/bin/python -m benchmarks --help

.venv/run.ready: requirements/run.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	touch $@

.venv/dev.ready: requirements/dev.lock .venv/run.ready
	$(PIP) --require-hashes -r requirements/dev.lock
	touch $@

.venv-bench/ready: requirements/bench.lock pyproject.toml
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.lock
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# uv is needed here only.
lock:
	$(COMPILE) pyproject.toml requirements/build.in -o requirements/run.lock
	$(COMPILE) --group dev pyproject.toml requirements/build.in -o requirements/dev.lock
	$(COMPILE) --group dev --extra bench pyproject.toml requirements/build.in -o requirements/bench.lock

clean:
	rm -rf .venv .venv-bench build dist
