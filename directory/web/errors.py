"""Turns what went wrong into a kind page with the right status."""

from flask import Flask, Response, make_response, render_template
from werkzeug.exceptions import HTTPException, MethodNotAllowed

PAGES = {400, 403, 404, 413, 429, 500, 503}


def install_errors(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def show_http_error(error: HTTPException) -> Response | HTTPException:
        if error.response is not None or error.code is None:
            return error
        page = error.code if error.code in PAGES else 400 if error.code < 500 else 500
        answer = make_response(render_template(f"errors/{page}.html"), error.code)
        if isinstance(error, MethodNotAllowed):
            answer.allow.update(error.valid_methods or ())
        return answer
