"""Who may open a page. Every view says so, and what says nothing is refused."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import Flask, abort, current_app, request
from flask_security import current_user
from werkzeug.wrappers import Response

from directory.models.account import Account, RoleName

P = ParamSpec("P")
R = TypeVar("R")

# Flask's own files, and Flask-Security's pages, which look after themselves.
DECLARED_ELSEWHERE = {"static", "security"}


def public(view: Callable[P, R]) -> Callable[P, R]:
    """Anybody may open this page."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def for_roles(*names: RoleName) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Only somebody signed in who holds one of the roles; a manager holds them all."""
    allowed = (*names, RoleName.MANAGER)

    def declare(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not current_user.is_authenticated:
                unauthorized = current_app.login_manager.unauthorized  # type: ignore[attr-defined]
                return cast(R, unauthorized())
            if not signed_in_account().is_a(*allowed):
                abort(403)
            return view(*args, **kwargs)

        guarded.access = allowed  # type: ignore[attr-defined]
        return guarded

    return declare


def signed_in_account() -> Account:
    """The account of whoever is signed in; only for pages behind for_roles."""
    return cast(Account, current_user._get_current_object())


def refuse_undeclared(app: Flask) -> None:
    """Answers 404 for a view that does not say who may open it."""

    @app.before_request
    def check_declared() -> Response | None:
        if request.endpoint and not is_declared(app, request.endpoint):
            abort(404)
        return None


def is_declared(app: Flask, endpoint: str) -> bool:
    if endpoint.split(".")[0] in DECLARED_ELSEWHERE:
        return True
    return hasattr(app.view_functions[endpoint], "access")
