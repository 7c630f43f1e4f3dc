"""Asks axe-core whether a page can be used by everybody."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """levels => axe.run(document, {
    runOnly: { type: "tag", values: levels },
    resultTypes: ["violations"],
})"""


def assert_accessible(page: Page) -> None:
    """Fails with every rule that is broken, where, and what helps."""
    # Evaluated, not added as a script: the site's content security policy stays as it is.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(RUN, LEVELS)
    problems = [_words(broken, node) for broken in found["violations"] for node in broken["nodes"]]
    assert not problems, f"{page.url}\n" + "\n".join(problems)


def _words(broken: dict[str, Any], node: dict[str, Any]) -> str:
    return f"{broken['id']} at {node['target']}: {broken['help']}\n    {node['failureSummary']}"
