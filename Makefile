# The commands of this project. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
TALOS := $(BIN)/talos
TOOLS := _out/tools
PYTEST_ARGS ?=

.PHONY: help setup tools up down image test lint bench fuzz generate record lock clean

help: ## List the commands.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | column -ts $$'\t'

setup: $(VENV)/ready ## Install what is needed: Debian packages and a virtual environment.

$(VENV)/ready: deploy/setup.sh deploy/apt-packages.txt locks/dev.txt pyproject.toml libtalos/gen/compiled.pyx
	deploy/setup.sh $(VENV)

tools: $(TOOLS)/ready ## Build the foreign programs that the tests run against the bus.

$(TOOLS)/ready: deploy/go-tools.sh tests/tools/go/go.mod tests/tools/go/go.sum
	deploy/go-tools.sh $(TOOLS)

image: setup ## Build the node's image if its inputs changed.
	$(TALOS) image build

up: image ## Create a one-node cluster and wait until it is healthy.
	$(TALOS) cluster create
	@echo
	$(TALOS) services
	@echo
	@echo "Talk to it:   $(TALOS) health | services | logs etcd -f | events -f | get addresses | read /etc/hosts"
	@echo "Over gRPC:    $(BIN)/buf curl --protocol grpc --http2-prior-knowledge --unix-socket BUS/api.sock ..."
	@echo "Remove it:    make down"

down: setup ## Stop the cluster and remove everything of it.
	$(TALOS) cluster destroy --if-exists

test: image tools ## Run every test; root tests run when you are root.
	deploy/test.sh $(BIN)/python $(PYTEST_ARGS)

lint: setup ## ruff, mypy, import-linter, codespell, buf, sizes, contracts.
	$(BIN)/python -m pytest -q tests/unit/quality

bench: image ## Measure against named peers; prints tables.
	$(BIN)/python -m tests.bench

fuzz: setup ## Feed the bus's parsers with made-up inputs, a minute each.
	$(BIN)/python -m tests.fuzz

generate: setup ## Make libtalos/gen from proto/.
	$(TALOS) contracts generate
	$(MAKE) setup

record: generate ## Record contracts, golden bytes and declarations.
	$(TALOS) contracts record

lock: setup ## Pin the dependencies anew.
	$(BIN)/uv pip compile -q --python-version 3.11 --no-header --no-annotate --generate-hashes pyproject.toml -o locks/node.txt
	$(BIN)/uv pip compile -q --python-version 3.11 --no-header --no-annotate --generate-hashes pyproject.toml \
	  --extra cli --extra contracts --extra udev --group dev --group bench -o locks/dev.txt

clean: ## Remove the virtual environment and everything built.
	rm -rf $(VENV) _out
