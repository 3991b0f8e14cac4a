# Two commands are all anyone needs: `make run` and `make test`. `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

BUILD_PACKAGES := build-essential pkg-config libssl-dev libwebkit2gtk-4.1-dev
TEST_PACKAGES  := webkit2gtk-driver xvfb xauth chromium poppler-utils qpdf python3 python3-venv strace

# The same cases in every run, so that a failure is a change's own; `make test-rust PROPTEST_RNG_SEED=$$RANDOM` explores.
export PROPTEST_RNG_SEED ?= 171203

TARGET := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)
VENV := .venv
PYTHON := $(VENV)/bin/python

.PHONY: help run demo test lint programs test-rust test-ui test-bridge test-desktop test-pdf test-crash fuzz bench bindings \
        build-packages test-packages ui clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: build-packages ## open the application on the sample clinic, or write the demonstration without a display
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		$(MAKE) --no-print-directory ui; \
		cargo run --locked -p riskwright-desktop -- --sample; \
	else \
		echo "No display found: writing the demonstration to ./demo instead of opening a window."; \
		$(MAKE) --no-print-directory demo; \
	fi

demo: ## write the sample workspace, its signed policies and the check's result to ./demo
	rm -rf demo
	cargo run --locked -p riskwright-cli -- demo demo
	@echo "Look at demo/README.txt first."

test: build-packages test-packages test-ui ui lint test-rust test-bridge test-pdf test-desktop ## run every test
	@echo "All tests passed."

# Everything is built with --workspace: another selection would have other features and compile the same crates again.

lint: ui ## formatting and warnings, Rust
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings

programs: ui ## the command line, the bridge and the desktop application
	cargo build --locked --workspace

test-rust: programs ## unit, property, snapshot and acceptance tests
	RISKWRIGHT_PROGRAM=$(TARGET)/debug/riskwright cargo test --locked --workspace --no-fail-fast

test-crash: programs ## kill a working process 500 times; RISKWRIGHT_CRASH_SEED chooses the moments
	RISKWRIGHT_PROGRAM=$(TARGET)/debug/riskwright RISKWRIGHT_CRASH_RUNS=500 \
		RISKWRIGHT_CRASH_SEED=$${RISKWRIGHT_CRASH_SEED:-$$RANDOM} \
		cargo test --locked --workspace --test crash -- --nocapture

fuzz: build-packages ## hostile input against the parsers, SECONDS=60 each; not a part of `make test`
	tests/fuzz/run.sh $(or $(SECONDS),60)

bench: build-packages test-packages tests/node_modules ui/node_modules ## how long things take at the size of a hospital; not a part of `make test`
	cd ui && npm run build:bridge
	tests/benches/run.sh

test-ui: ui/node_modules ## type check, lint and unit tests of the page
	cd ui && npm run check && npm run lint && npm test

test-bridge: programs ui/node_modules tests/node_modules ## the page in a browser against the real core
	cd ui && npm run build:bridge
	cd tests && npm run ui

test-pdf: programs $(PYTHON) ## signed documents as third parties judge them
	$(PYTHON) tests/pdf/judge.py $(TARGET)/debug/riskwright

test-desktop: programs tests/node_modules ## the real window once
	cd tests && timeout 300 xvfb-run -a --server-args="-screen 0 1280x900x24" npm run desktop

ui: ui/node_modules ## build the page
	cd ui && npm run build

bindings: ## write the generated files: TypeScript types, JSON Schema, permission matrix
	RISKWRIGHT_WRITE_GENERATED=1 cargo test --locked -p riskwright-app --test generated

ui/node_modules: ui/package-lock.json
	cd ui && npm ci --no-audit --no-fund
	@touch ui/node_modules

tests/node_modules: tests/package-lock.json
	cd tests && npm ci --no-audit --no-fund
	@touch tests/node_modules

$(PYTHON): tests/pdf/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r tests/pdf/requirements.txt
	@touch $(PYTHON)

build-packages:
	@.ci/packages "to build the window (WebKitGTK) and the encrypted workspace (OpenSSL)" $(BUILD_PACKAGES)

test-packages:
	@.ci/packages "to drive the real window, a browser and third-party PDF checkers" $(TEST_PACKAGES)

clean: ## remove what was built
	rm -rf target ui/dist ui/dist-bridge ui/node_modules tests/node_modules $(VENV) demo
