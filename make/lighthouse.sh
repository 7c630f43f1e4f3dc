#!/usr/bin/env bash
# Installs Lighthouse, which nothing else needs, and runs it over the public pages.
set -euo pipefail

# Where the machine has no Node, make/assets.sh has put one here.
PATH="$PWD/.venv/node-tools:$PATH"
npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --no-progress --loglevel=error
.venv/bin/python -m tests.browser.lighthouse
