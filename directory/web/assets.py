"""Finds a built style sheet or script by its plain name."""

import json
from pathlib import Path

from flask import Flask, url_for


class AssetsNotBuilt(Exception):
    """The front end has not been built, so that no page could be shown as meant."""


def install_assets(app: Flask) -> None:
    manifest = Path(str(app.static_folder)) / "manifest.json"
    if not manifest.exists():
        raise AssetsNotBuilt("run `make install`")
    names: dict[str, str] = json.loads(manifest.read_text(encoding="utf-8"))

    def asset_url(name: str) -> str:
        return url_for("static", filename=names[name])

    app.jinja_env.globals["asset_url"] = asset_url
