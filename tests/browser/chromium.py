"""Finds the Chromium that make/chromium.sh looks for, and how it is to be started."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "there is no Chromium here: run `make test`, or `apt-get install chromium`"
# A test must not wait for the vendor's own services, nor tell them anything.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def chromium_path() -> str:
    """Skips the test where there is no Chromium; in continuous integration that is a failure."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    if os.environ.get("CI") == "true":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


def chromium_flags() -> list[str]:
    # Chromium's sandbox refuses to run as root.
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
