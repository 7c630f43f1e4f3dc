#!/usr/bin/env bash
# Called when `python3 -m venv` fails: Debian keeps it in a package of its own.
set -euo pipefail

say_what_to_ask_for() {
    echo "Python cannot make a virtual environment here. Ask an administrator to run:" >&2
    echo "    apt-get install python3-venv" >&2
    exit 1
}

command -v apt-get >/dev/null || say_what_to_ask_for
if [ "$(id -u)" = 0 ]; then
    as_root=()
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    say_what_to_ask_for
fi

"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq python3-venv
# What the failed attempt left behind has no pip in it.
rm -rf .venv
python3 -m venv .venv
