"""Serves the site."""

import click
from granian.constants import Interfaces
from granian.server import Server

from directory.accounts.demonstration import DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD
from directory.cli.opening import open_ready_database
from directory.cli.port import check_port_is_free
from directory.config import settings_from

# A thread waits while a form comes in: with few, a handful of slow connections stops the site.
THREADS = 32


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    default=8000,
    show_default=True,
    help="The port to listen on.",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Worker processes."
)
def serve(host: str, port: int, workers: int) -> None:
    """Serve the site with a production server."""
    settings = settings_from()
    open_ready_database(settings).engine.dispose()
    check_port_is_free(host, port)
    click.echo(f"What Matters is at http://{host}:{port}/")
    if settings.is_demo:
        _tell_demonstration_accounts()
    Server(
        "directory.app:create_app",
        factory=True,
        interface=Interfaces.WSGI,
        address=host,
        port=port,
        workers=workers,
        blocking_threads=THREADS,
        log_access=False,
    ).serve()


def _tell_demonstration_accounts() -> None:
    click.echo(
        f"This is a demonstration. Sign in with the password {DEMONSTRATION_PASSWORD} as one of:"
    )
    for account in DEMONSTRATION_ACCOUNTS:
        click.echo(f"  {account.email:<36} {account.what_they_do}")
