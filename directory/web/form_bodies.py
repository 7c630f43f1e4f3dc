"""Refuses a form that cannot be read, rather than taking it for an empty one."""

from flask import Flask, abort, request

FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}


def refuse_unreadable_forms(app: Flask) -> None:
    """411 where nobody says how long the form is, 400 where its bytes are not UTF-8."""

    @app.before_request
    def check_form() -> None:
        if request.method != "POST":
            return
        if "Transfer-Encoding" in request.headers:
            abort(411)
        if request.content_length and request.mimetype in FORMS and not request.form:
            abort(400)
