"""The settings of the site that answers the current request."""

from typing import cast

from flask import current_app

from directory.config import Settings


def current_settings() -> Settings:
    return cast(Settings, current_app.config["SETTINGS"])
