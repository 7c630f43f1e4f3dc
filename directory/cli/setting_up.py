"""Creates the database, and fills it for a demonstration."""

import click
import orjson
from sqlalchemy.orm import Session

from directory.accounts.demonstration import save_demonstration_accounts
from directory.accounts.roles import ensure_roles
from directory.cli.opening import one_change, open_ready_database
from directory.cli.outcome import NotDone
from directory.cli.preparing import prepare_vectors
from directory.config import settings_from
from directory.migrations import migrate
from directory.places.build import build_gazetteer
from directory.seeding.actions import load_seeds
from directory.seeding.files import SeedFileWrong
from directory.web.clock import system_clock
from directory.web.database import open_database


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def init(as_json: bool) -> None:
    """Create the database, or bring an old one up to date; prepare the list of places."""
    settings = settings_from()
    settings.data.mkdir(parents=True, exist_ok=True)
    database = open_database(settings.database_url)
    migrate(database.engine)
    with Session(database.engine) as session:
        ensure_roles(session)
        session.commit()
    if not settings.gazetteer.exists():
        click.echo("Preparing the list of places (once, about half a minute) …", err=True)
        build_gazetteer(settings.gazetteer)
    _tell(as_json, {"data": str(settings.data)}, f"Ready in {settings.data}")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON.")
def seed(as_json: bool) -> None:
    """Load the demonstration listings and accounts (in demonstration mode only)."""
    settings = settings_from()
    if not settings.is_demo:
        raise NotDone("Seeds are for demonstration only: set WHATMATTERS_DEMO=1.")
    now = system_clock()
    database = open_ready_database(settings)
    with one_change(database) as session:
        try:
            report = load_seeds(session, now=now)
        except SeedFileWrong as error:
            raise NotDone(
                f"{error.entry} in seed_assets: {error.reason}. Nothing was loaded."
            ) from error
        save_demonstration_accounts(session, settings, now=now)
        session.commit()
    prepare_vectors(settings)
    _tell(
        as_json,
        {"created": report.created, "unchanged": report.unchanged},
        f"{report.created} listings loaded, {report.unchanged} there already.",
    )


def _tell(as_json: bool, facts: dict[str, object], sentence: str) -> None:
    click.echo(orjson.dumps(facts).decode() if as_json else sentence)
