# `make demo` and `make test` need Python 3.11 or later and an index to install from; everything else happens in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Of this version pip reads dependency groups and constrains the build as well.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PIP_VERSION := 26.3
LOCKED := --constraint requirements.lock --build-constraint requirements.lock
GROUPS := --group test --group lint

# A stamp is newer than what it was made from, so a second run installs nothing.
RUN := $(VENV)/.installed-run
TEST := $(VENV)/.installed-test
TRAIN := $(VENV)/.installed-train
INPUTS := pyproject.toml requirements.lock

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint train gate bench fuzz faults release lock clean

help:
	@echo "make demo    install into .venv and show the bundled example"
	@echo "make test    lint, types and tests"
	@echo "make lint    lint and types alone"
	@echo "make train   train the network anew (needs data, hours, and an accelerator if you can)"
	@echo "make gate    measure the shipped network against the pinned floors (needs data)"
	@echo "make bench   measure speed, quality beside other tools, growth, latency and memory"
	@echo "make fuzz    try a million broken documents (hours)"
	@echo "make faults  full disks, damaged files, killed servers, ten thousand files (an hour)"
	@echo "make release rehearse a release: build it twice, try it, write its bill of materials (publishes nothing)"
	@echo "make lock    resolve requirements.lock anew"
	@echo "make clean   remove .venv, caches and builds"

demo: $(RUN)
	@$(BIN)/twosource demo

# Files go to as many processes as there are cores; of more than four each would make the example's ledgers once more.
test: lint
	@$(BIN)/python -m pytest -q --numprocesses auto --maxprocesses 4 --dist loadfile

lint: $(TEST)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary

train: $(TRAIN)
	@$(BIN)/python -m train

gate: $(TEST)
	@$(BIN)/python -m gate

bench: $(TEST)
	@$(PIP) install $(LOCKED) --group bench
	@$(BIN)/python -m bench

release: $(TEST)
	@$(PIP) install $(LOCKED) --group release
	@$(BIN)/python -m release

# Not locked: what finds coverage has no wheels for every machine, and fuzzing goes on by chance without it.
fuzz: $(TEST)
	@$(PIP) install --constraint requirements.lock --group fuzz || echo "fuzzing by chance, without coverage"
	@$(BIN)/python -m fuzz.extremes --write docs/hardening.md
	@$(BIN)/python -m fuzz --write docs/hardening.md

faults: $(TEST)
	@TWOSOURCE_TEST_FAULTS=1 $(BIN)/python -m pytest -q tests/faults
	@$(BIN)/python -m faults --write docs/hardening.md

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "twosource needs Python 3.11 or later; make PYTHON=...")'
	@echo "making $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.pip-$(PIP_VERSION): | $(VENV)/bin/python
	@$(PIP) install "pip==$(PIP_VERSION)"
	@touch $@

$(RUN): $(VENV)/.pip-$(PIP_VERSION) $(INPUTS)
	@echo "installing twosource"
	@$(PIP) install $(LOCKED) --editable .
	@touch $@

$(TEST): $(RUN)
	@echo "installing what tests and lint need"
	@$(PIP) install $(LOCKED) $(GROUPS)
	@touch $@

# Not locked: the right build of torch depends on the machine.
$(TRAIN): $(RUN)
	@echo "installing what training needs"
	@$(PIP) install --constraint requirements.lock --group train
	@touch $@

lock:
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip --quiet install "pip==$(PIP_VERSION)"
	@build/lock/bin/python -m pip --quiet install $(GROUPS) --group bench --group release .
	@head -1 requirements.lock > build/requirements.lock
	@build/lock/bin/python -m pip freeze --exclude twosource --exclude setuptools >> build/requirements.lock
	@mv build/requirements.lock requirements.lock && rm -rf build/lock

clean:
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
