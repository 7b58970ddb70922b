# Psoas. Needs python >= 3.11 with venv, make and git; everything else comes from PyPI and npm into this folder.
#
#   make run    set everything up, analyse the bundled recording, open the app on a made-up person's data
#   make test   set everything up, run every check and every test but the slow ones, which .ci/run adds
#   make serve  open the app on this machine
#   make check  lint, types and the nearest tests of what has changed since the last commit (SINCE=main: since main)
#   make dev    the app on a made-up person's data; saved files show at once
#   make setup | lint | docs | rules | hooks | bench | bench-exercises | bench-web | lock | cli-docs | clean

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help run serve test check dev rules hooks setup lint docs validation bench bench-exercises bench-web lock cli-docs clean chromium wheel

PYTHON ?= python3
BIN := .venv/bin
OUT := build/walking
# Slow cases and coverage are left to continuous integration, which sets CI: .ci/run holds them all.
COVERAGE := --cov=psoas --cov-report=term:skip-covered --cov-report=xml:build/coverage.xml
TIER := $(if $(CI),$(COVERAGE),-m "not slow")
SINCE ?= HEAD
# Stands for every file that a browser loads: they are made together, from the same sources.
BUNDLE := psoas/report/static/viewer.js
FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null) psoas/report/data/ramp.json

# uv brings no Python of its own, and trusts the certificates that the machine trusts; so does Node.
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := 1
export UV_NO_CONFIG := 1
export NODE_USE_SYSTEM_CA := 1
export NO_MKDOCS_2_WARNING := 1
# uv reads no pip.conf: where pip is told to use another index, tell uv too.
PIP_INDEX = $(or $(PIP_INDEX_URL),$(shell $(BIN)/python -m pip config get global.index-url 2>/dev/null))
UV = $(if $(UV_DEFAULT_INDEX),,$(if $(PIP_INDEX),UV_DEFAULT_INDEX="$(PIP_INDEX)")) $(BIN)/uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

help:
	@sed -n '3,8s/^# *//p' Makefile

run: setup
	$(BIN)/psoas analyze examples/walking.trc --static examples/walking_static.trc \
		--height 1.70 --mass 66 --sex female --out $(OUT)
	@echo "The report is at $(CURDIR)/$(OUT)/report.html"
	$(BIN)/python -m scripts.run_demo --data build/demo --measure $(OUT)

serve: setup
	$(BIN)/psoas serve

test: setup chromium lint docs
	$(BIN)/python scripts/cli_reference.py --check
	$(BIN)/python -m scripts.validation --check
	$(BIN)/python -m scripts.list_names --check
	$(BIN)/python -m scripts.run_notebook docs/notebooks/walking.ipynb
	$(BIN)/python -m pytest -n 2 --durations=10 --durations-min=1 $(TIER)

check: setup
	$(BIN)/python -m scripts.check_changes --since $(SINCE)

dev: setup
	$(BIN)/python -m scripts.develop

rules: setup
	$(BIN)/python -m scripts.typescript_rules

hooks: setup
	$(BIN)/pre-commit install

setup: .venv/.done $(BUNDLE)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python hatch_build.py check
	$(BIN)/python -m scripts.typescript_rules --check

docs: setup
	$(BIN)/mkdocs build --strict

validation: setup
	$(BIN)/python -m scripts.validation

cli-docs: setup
	$(BIN)/python scripts/cli_reference.py

bench: setup .venv/.bench
	$(BIN)/python -m scripts.bench

bench-exercises: setup
	$(BIN)/python -m scripts.exercise_effects --bench

bench-web: setup
	$(BIN)/python -m scripts.bench_web

wheel: setup
	$(UV) build --wheel --no-build-isolation --quiet --out-dir dist

lock: .venv/.done
	$(COMPILE) --upgrade pyproject.toml --all-extras --group dev -o requirements/dev.txt
	$(COMPILE) --upgrade requirements/bench.in -c requirements/dev.txt -o requirements/bench.txt
	grep -E -A 200 '^uv==' requirements/dev.txt | awk 'NR > 1 && /^[a-z]/ { exit } !/# via/ { print }' > requirements/uv.txt
	$(BIN)/python hatch_build.py lock

chromium:
	@scripts/chromium

clean:
	rm -rf .venv node_modules build dist site $(dir $(BUNDLE)) psoas/web/static .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Psoas needs Python 3.11 or newer; try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
		{ echo "Python's venv is missing; on Debian: sudo apt-get install python3-venv" >&2; exit 1; }
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.done: $(BIN)/uv requirements/dev.txt pyproject.toml hatch_build.py
	$(UV) pip sync --quiet --require-hashes --python $(BIN)/python requirements/dev.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .
	@rm -f .venv/.bench
	@# Compile once, here, so that the first analysis does not wait for it.
	@$(BIN)/python -c 'from psoas.pipeline import load_libraries; load_libraries(with_forces=True)'
	@touch $@

.venv/.bench: .venv/.done requirements/bench.txt
	$(UV) pip install --quiet --require-hashes --python $(BIN)/python -r requirements/bench.txt
	@touch $@

node_modules/.done: package-lock.json package.json .npmrc .venv/.done
	$(BIN)/python hatch_build.py install
	@touch $@

$(BUNDLE): $(FRONTEND) node_modules/.done
	$(BIN)/python hatch_build.py bundle
