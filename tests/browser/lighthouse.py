"""Prints Lighthouse's four scores for the public pages on a phone: `make lighthouse`."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.request import urlopen

from tests.browser.chromium import chromium_flags, chromium_path
from tests.browser.site import PROJECT, Site, running_site, seeded_folder

PAGES = ("/", "/browse", "/this-week", "/my-list")
A_LISTING = re.compile(r'href="(/listings/[^"/]+)"')
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BAR = 95
PROGRAM = PROJECT / "tests" / "browser" / "node_modules" / ".bin" / "lighthouse"
TRIES = 3


class LighthouseFailed(Exception):
    """Lighthouse could not examine a page."""


def main() -> int:
    """Exits with 1 where a score is below the bar."""
    seeded = seeded_folder(PROJECT / ".pytest_cache" / "d")
    lowest = 100
    print(f"{'':34}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with (
        TemporaryDirectory() as folder,
        running_site(Path(folder), seeded, mail_url="") as site,
    ):
        for page in (*PAGES, a_listing(site)):
            report = examined(f"{site.url}{page}")
            scores = [round(report["categories"][name]["score"] * 100) for name in CATEGORIES]
            print(f"{page:34}" + "".join(f"{score:>16}" for score in scores), flush=True)
            for line in shortcomings(report):
                print(f"    {line}")
            lowest = min(lowest, *scores)
    print(f"The lowest is {lowest}; the bar is {BAR}.")
    return 0 if lowest >= BAR else 1


def a_listing(site: Site) -> str:
    """The address of whatever is on first this week."""
    with urlopen(f"{site.url}/this-week", timeout=30) as answer:
        found = A_LISTING.search(answer.read().decode())
    assert found is not None
    return found.group(1)


def examined(address: str) -> dict[str, Any]:
    """Tries again where Lighthouse lost its trace, as it does on a busy machine."""
    for _try in range(TRIES):
        done = _run(address)
        if done.returncode == 0:
            return dict(json.loads(done.stdout))
    raise LighthouseFailed(address)


def _run(address: str) -> subprocess.CompletedProcess[bytes]:
    flags = " ".join(["--headless=new", *chromium_flags()])
    return subprocess.run(
        [
            PROGRAM,
            address,
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
            "--output=json",
            "--quiet",
        ],
        env=os.environ | {"CHROME_PATH": chromium_path()},
        stdout=subprocess.PIPE,
        check=False,
    )


def shortcomings(report: dict[str, Any]) -> Iterator[str]:
    """What cost points, with Lighthouse's own name for it."""
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            score = audit["score"]
            if part["weight"] and score is not None and score < 1:
                yield f"{name}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
