"""The one place where the site asks what time it is, so that a test can say."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import cast

from flask import Flask, current_app

Clock = Callable[[], datetime]
EXTENSION = "whatmatters.clock"


def system_clock() -> datetime:
    return datetime.now(UTC)


def install_clock(app: Flask, clock: Clock) -> None:
    app.extensions[EXTENSION] = clock


def now() -> datetime:
    """The present instant, in UTC."""
    return cast(Clock, current_app.extensions[EXTENSION])()
