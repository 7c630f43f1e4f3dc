"""Whether the site is up, for whatever watches it."""

from flask import Blueprint, Response, jsonify

from directory.web.access import public

health = Blueprint("health", __name__, url_prefix="/health")


@health.get("/live")
@public
def live() -> Response:
    return jsonify(status="live")
