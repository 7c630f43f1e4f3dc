"""Notices what a page should never do: script errors, refused content, asking strangers."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request

# A form that is shown again with its errors has status 422, which Chromium writes to the console.
ANSWERED = "Failed to load resource: the server responded with a status of 4"


@dataclass
class Watch:
    """What went wrong in one window; ``strangers`` are addresses elsewhere that it may ask."""

    host: str
    strangers: tuple[str, ...] = ()
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", self._on_page_error)
        page.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        is_fault = message.type in {"error", "warning"}
        if is_fault and not message.text.startswith(ANSWERED):
            self.faults.append(f"console: {message.text} ({message.location['url']})")

    def _on_page_error(self, error: Error) -> None:
        self.faults.append(f"script: {error.message}")

    def _on_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        is_expected = parts.netloc == self.host or request.url.startswith(self.strangers)
        if parts.scheme in {"http", "https"} and not is_expected:
            self.faults.append(f"asked a stranger: {request.url}")
