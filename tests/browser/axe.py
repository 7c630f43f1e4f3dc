"""Asks axe-core whether a page can be used by everybody."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Pins lie where the places are, on top of each other too; WCAG 2.5.8 allows it, for each has its
# card, which does the same.
RUN = """levels => {
    axe.configure({ rules: [{ id: "target-size", selector: "*:not(.wm-pin)" }] });
    return axe.run(document, {
        runOnly: { type: "tag", values: levels },
        resultTypes: ["violations"],
    });
}"""

RUN_RULES = """rules => axe.run(document, { runOnly: { type: "rule", values: rules } })"""


def assert_accessible(page: Page) -> None:
    """Fails with every rule that is broken, where, and what helps."""
    _assert_none_broken(page, RUN, LEVELS)


def assert_readable(page: Page) -> None:
    """The same for contrast alone: all that a change of colours can spoil."""
    _assert_none_broken(page, RUN_RULES, ["color-contrast"])


def _assert_none_broken(page: Page, run: str, which: list[str]) -> None:
    # Evaluated, not added as a script: the site's content security policy stays as it is.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(run, which)
    problems = [_words(broken, node) for broken in found["violations"] for node in broken["nodes"]]
    assert not problems, f"{page.url}\n" + "\n".join(problems)


def _words(broken: dict[str, Any], node: dict[str, Any]) -> str:
    return f"{broken['id']} at {node['target']}: {broken['help']}\n    {node['failureSummary']}"
