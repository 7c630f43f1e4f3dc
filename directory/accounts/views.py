"""Where staff arrive, and where people are invited."""

from collections.abc import Callable

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from directory.accounts import actions, queries
from directory.accounts.forms import InviteForm
from directory.accounts.links import password_link
from directory.accounts.mail import MessageNotSent, send_invitation, send_new_link
from directory.accounts.presenters import person_rows, staff_tasks
from directory.accounts.roles import ROLE_HINTS, roles_given_by
from directory.config import Settings
from directory.models.account import Account, RoleName
from directory.web.access import for_roles, signed_in_account
from directory.web.clock import now
from directory.web.database import db_session

accounts = Blueprint("accounts", __name__, url_prefix="/staff")


@accounts.get("")
@for_roles(*RoleName)
def staff_home() -> str | Response:
    tasks = staff_tasks(signed_in_account())
    if len(tasks) == 1:
        return redirect(tasks[0].url, 303)
    return render_template("accounts/staff_home.html", tasks=tasks)


@accounts.get("/people")
@for_roles(RoleName.COORDINATOR)
def everyone() -> str:
    session = db_session()
    names = {practice.id: practice.name for practice in queries.practices(session)}
    everybody = queries.everyone_who_signs_in(session)
    rows = person_rows(everybody, names, actor=signed_in_account())
    return render_template("accounts/everyone.html", people=rows)


@accounts.get("/people/invite")
@for_roles(RoleName.COORDINATOR)
def invite() -> str:
    return _invite_page(_invite_form())


@accounts.post("/people/invite")
@for_roles(RoleName.COORDINATOR)
def send_invite() -> str | Response | tuple[str, int]:
    form = _invite_form()
    if not form.validate():
        return _invite_page(form), 422
    session = db_session()
    try:
        account = actions.invite(session, form.invitation(), actor=signed_in_account(), now=now())
    except actions.EmailTaken:
        session.rollback()
        form["email"].errors = ["Somebody with this address is in the list of people already"]
        return _invite_page(form), 422
    session.commit()
    return _hand_over(account, send_invitation)


@accounts.post("/people/<int:account_id>/link")
@for_roles(RoleName.COORDINATOR)
def new_link(account_id: int) -> str | Response:
    account = _account(account_id)
    try:
        actions.check_link_allowed(account, actor=signed_in_account())
    except actions.NotTheirs:
        abort(403)
    return _hand_over(account, send_new_link)


@accounts.post("/people/<int:account_id>/close")
@for_roles(RoleName.COORDINATOR)
def close(account_id: int) -> Response:
    account = _account(account_id)
    try:
        actions.close_account(db_session(), account, actor=signed_in_account())
    except actions.NotTheirs:
        abort(403)
    db_session().commit()
    flash("The account is closed. That person can no longer sign in.")
    return redirect(url_for("accounts.everyone"), 303)


@accounts.post("/people/<int:account_id>/reopen")
@for_roles(RoleName.COORDINATOR)
def reopen(account_id: int) -> Response:
    account = _account(account_id)
    try:
        actions.reopen_account(db_session(), account, actor=signed_in_account())
    except actions.NotTheirs:
        abort(403)
    db_session().commit()
    flash("The account is open again.")
    return redirect(url_for("accounts.everyone"), 303)


def _invite_form() -> InviteForm:
    return InviteForm(
        request.form,
        roles=roles_given_by(signed_in_account()),
        practices=queries.practices(db_session()),
    )


def _invite_page(form: InviteForm) -> str:
    return render_template(
        "accounts/invite.html", form=form, back_link=url_for("accounts.everyone"), hints=ROLE_HINTS
    )


def _account(account_id: int) -> Account:
    account = queries.account_by_id(db_session(), account_id)
    if account is None:
        abort(404)
    return account


def _hand_over(account: Account, send: Callable[[Settings, Account, str], None]) -> str | Response:
    """Mails the link; where that cannot be done, shows it once for the coordinator to pass on."""
    link = password_link(account)
    try:
        send(current_app.config["SETTINGS"], account, link)
    except MessageNotSent:
        return render_template("accounts/hand_over.html", person=account, link=link)
    flash("The link is on its way by email. It works once, for three days.")
    return redirect(url_for("accounts.everyone"), 303)
