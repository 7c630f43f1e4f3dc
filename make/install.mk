# Installing from the locks. Each step leaves a stamp, so that a second run takes seconds.
PIP := .venv/bin/python -m pip --disable-pip-version-check --quiet

install: .venv/.base $(BUILD)/.built ## virtual environment, locked dependencies, front-end assets

.venv/bin/python:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 1; }
	@python3 -m venv .venv || bash make/venv-on-debian.sh

.venv/.base: requirements/base.txt requirements/data.txt pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes -r requirements/base.txt
	$(PIP) install --require-hashes --no-deps -r requirements/data.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: requirements/test.txt .venv/.base
	$(PIP) install --require-hashes -r requirements/test.txt
	bash make/chromium.sh
	@touch $@

.venv/.check: requirements/check.txt .venv/.base
	$(PIP) install --require-hashes -r requirements/check.txt
	@touch $@

# Node builds the style sheet and scripts; where there is none, the wheel brings it.
$(BUILD)/.built: package-lock.json $(shell find directory/static/src -type f 2>/dev/null) | .venv/.base
	bash make/assets.sh
	@touch $@

lock: ## renew the locks from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra build --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements/base.txt
	uv pip compile pyproject.toml --extra build --extra test --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -c requirements/base.txt -o requirements/test.txt
	uv pip compile pyproject.toml --extra build --extra check --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -c requirements/base.txt -o requirements/check.txt
	uv pip compile requirements/data.in --no-deps --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements/data.txt
	uv pip compile requirements/node.in --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements/node.txt
