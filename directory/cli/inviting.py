"""Makes the first manager's account on a real site."""

import click
import orjson
from flask import Flask

from directory.accounts.actions import EmailTaken, Invitation, make_account
from directory.accounts.links import password_link
from directory.accounts.security import install_accounts
from directory.cli.opening import one_change, open_ready_database
from directory.cli.outcome import NotDone
from directory.config import Settings, settings_from
from directory.listings.checks import FieldRefused, clean_email, clean_name
from directory.models.account import Account, RoleName
from directory.web.clock import system_clock
from directory.web.database import Database


@click.command("invite")
@click.option("--email", required=True, help="The person's email address.")
@click.option("--name", required=True, help="The person's name.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice([name.value for name in RoleName]),
    help="What they will do; may be given more than once.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def invite_person(email: str, name: str, roles: tuple[str, ...], as_json: bool) -> None:
    """Make an account, and print the link with which its owner chooses a password."""
    settings = settings_from()
    database = open_ready_database(settings)
    invitation = _invitation(email, name, roles)
    with one_change(database) as session:
        try:
            account = make_account(session, invitation, now=system_clock())
        except EmailTaken as error:
            raise NotDone("There is an account with that email address already.") from error
        session.commit()
        link = _link(settings, database, account)
    if as_json:
        click.echo(orjson.dumps({"email": account.email, "link": link}).decode())
    else:
        click.echo(f"This link works once, for three days:\n{link}")


def _invitation(email: str, name: str, roles: tuple[str, ...]) -> Invitation:
    if not email.strip():
        raise NotDone("--email: give an email address such as name@example.org.")
    try:
        return Invitation(
            email=clean_email("email", email),
            name=clean_name("name", name),
            roles=frozenset(RoleName(role) for role in roles),
        )
    except FieldRefused as error:
        raise NotDone(f"--{error.field}: {error.reason}.") from error


def _link(settings: Settings, database: Database, account: Account) -> str:
    """The link is signed by Flask-Security, which wants an application around it."""
    app = Flask("directory")
    app.config.update(SECRET_KEY=settings.secret_key, SETTINGS=settings)
    install_accounts(app, settings, database)
    with app.app_context():
        return password_link(account)
