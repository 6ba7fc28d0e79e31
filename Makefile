# `make` alone lists what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready
READY_FOR_BROWSER := $(VENV)/.ready-for-browser
COMPILE := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade

.PHONY: help play chat test test-browser eval format lock clean

help: ## List these commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

play: $(INSTALLED) ## Try the bot in a browser tab, no Slack account needed
	@$(BIN)/quicktake play

chat: $(INSTALLED) ## The same as a conversation in this terminal
	@$(BIN)/quicktake chat

test: $(READY) ## Lint, format check, strict types and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

test-browser: $(READY_FOR_BROWSER) ## Try the playground's page in a headless Chromium
	$(BIN)/pytest -o addopts="-ra --import-mode=importlib" tests/browser

eval: $(INSTALLED) ## Ask the labelled questions and compare with the committed figures
	$(BIN)/quicktake eval --baseline evals/baseline.json evals/questions.jsonl

format: $(READY) ## Format the code and mend what lint can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## Pin the dependencies anew (needs uv)
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) --group build -c requirements.txt -o requirements-build.txt
	$(COMPILE) pyproject.toml --group dev -c requirements.txt -c requirements-build.txt -o requirements-dev.txt
	$(COMPILE) --group browser --group bench -c requirements-dev.txt -o requirements-extra.txt

clean: ## Remove the environment and caches
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(INSTALLED): requirements.txt requirements-build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Quicktake needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up the environment in $(VENV) (once)…"
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) --require-hashes -r requirements.txt -r requirements-build.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(READY): $(INSTALLED) requirements-dev.txt
	@echo "Adding what tests need (once)…"
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

$(READY_FOR_BROWSER): $(READY) requirements-extra.txt
	@$(INSTALL) --require-hashes -r requirements-extra.txt
	@touch $@
