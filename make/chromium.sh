#!/usr/bin/env bash
# Makes sure that the browser tests have a Chromium: the machine's own, or Debian's.
set -euo pipefail

chromium_is_here() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$name" >/dev/null; then return 0; fi
    done
    return 1
}

install_chromium() {
    local as_root=()
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq chromium
}

if chromium_is_here; then exit 0; fi
echo "Installing Chromium for the browser tests."
if install_chromium && chromium_is_here; then exit 0; fi

echo "There is no Chromium here: the browser tests will be skipped." >&2
echo "To run them: apt-get install chromium" >&2
if [ "${CI:-}" = true ]; then exit 1; fi
