# What Matters. `make run` starts the site; `make test` runs every test.
.DEFAULT_GOAL := help
PY := .venv/bin/python
BUILD := directory/static/build

.PHONY: help install run test check relevance bench lighthouse lock

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/' 

include make/install.mk

run: install ## install, create the database, load the demonstration listings, serve
	WHATMATTERS_DEMO=1 .venv/bin/whatmatters init
	WHATMATTERS_DEMO=1 .venv/bin/whatmatters seed
	WHATMATTERS_DEMO=1 .venv/bin/whatmatters serve

test: .venv/.test $(BUILD)/.built ## install what tests need (Chromium too) and run every test
	$(PY) -m pytest

check: .venv/.check $(BUILD)/.built ## format, lint, types, import contracts, templates, audit
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/djlint templates --lint --quiet
	bash make/audit.sh

relevance: .venv/.test ## how well the matcher orders real listings, beside plain baselines
	$(PY) -m tests.benchmarks.relevance

bench: .venv/.test ## speed of one match, start-up, pages, memory
	$(PY) -m tests.benchmarks.bench

lighthouse: .venv/.test $(BUILD)/.built ## Lighthouse's scores for the public pages on a phone
	bash make/lighthouse.sh
