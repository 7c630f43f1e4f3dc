"""Serving: what cannot be served is said before anything starts."""

import socket
from contextlib import closing

import pytest
from click.testing import CliRunner, Result

from directory.cli import main, serving
from directory.config import Settings
from tests.conftest import SECRETS


class NoServer:
    """Stands for the real server, which would never return."""

    served = 0

    def __init__(self, *_args: object, **_options: object) -> None:
        pass

    def serve(self) -> None:
        NoServer.served += 1


@pytest.fixture
def serve(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serving, "Server", NoServer)
    monkeypatch.setattr(NoServer, "served", 0)
    environment = {**SECRETS, "WHATMATTERS_DATA": str(settings.data)}
    return lambda *words: CliRunner().invoke(main, ["serve", *words], env=environment)


def assert_refused(result: Result, reason: str) -> None:
    assert result.exit_code == 2
    assert reason in result.stderr
    assert NoServer.served == 0


def test_a_ready_site_is_served_at_the_address_it_prints(serve, free_port: int) -> None:
    result = serve("--port", str(free_port))
    assert result.exit_code == 0
    assert f"http://127.0.0.1:{free_port}/" in result.stdout
    assert NoServer.served == 1


def test_a_port_in_use_is_not_shared_with_another_site(serve) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        assert_refused(serve("--port", str(port)), f"Port {port} is in use already")


def test_a_port_shared_by_the_workers_of_another_site_is_in_use(serve) -> None:
    with closing(socket.create_server(("127.0.0.1", 0), reuse_port=True)) as other:
        assert_refused(serve("--port", str(other.getsockname()[1])), "in use already")


def test_an_address_of_another_machine_cannot_be_listened_on(serve, free_port: int) -> None:
    result = serve("--host", "192.0.2.1", "--port", str(free_port))
    assert_refused(result, "The site cannot be at 192.0.2.1")


@pytest.mark.parametrize(
    "option", [("--port", "99999"), ("--port", "0"), ("--workers", "0"), ("--workers", "-1")]
)
def test_a_number_that_cannot_be_is_refused_with_its_range(serve, option) -> None:
    assert_refused(serve(*option), "is not in the range")


@pytest.fixture
def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        return int(taken.getsockname()[1])
