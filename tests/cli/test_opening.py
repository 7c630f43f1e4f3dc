"""No command starts on a database that is not there, or not in its newest shape."""

import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from directory.cli import main, serving
from directory.config import Settings

COMMANDS = {
    "serve": ["serve"],
    "seed": ["seed"],
    "import": ["import", "nowhere.csv"],
    "match": ["match", "--what-matters", "gardening"],
    "invite": ["invite", "--email", "a@example.org", "--name", "Ana", "--role", "manager"],
}
each_command = pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    def never(*_args: object, **_options: object) -> None:
        raise AssertionError("the server was started")

    monkeypatch.setattr(serving, "Server", never)
    environment = {"WHATMATTERS_DEMO": "1", "WHATMATTERS_DATA": str(settings.data)}
    return lambda words: CliRunner().invoke(main, words, env=environment)


@each_command
def test_without_a_database_it_says_what_to_run_first(run, settings: Settings, words) -> None:
    database = settings.data / "whatmatters.sqlite"
    database.unlink()
    result = run(words)
    assert result.exit_code == 2
    assert "There is no database yet: run whatmatters init first." in result.stderr
    assert not database.exists()


@each_command
def test_a_database_of_an_older_version_is_left_alone(run, settings: Settings, words) -> None:
    with closing(sqlite3.connect(settings.data / "whatmatters.sqlite")) as database:
        database.execute("UPDATE alembic_version SET version_num = '0001'")
        database.commit()
    result = run(words)
    assert result.exit_code == 2
    assert "run whatmatters init first, which keeps what is in it" in result.stderr


@each_command
def test_an_empty_database_is_not_taken_for_one(run, settings: Settings, words) -> None:
    (settings.data / "whatmatters.sqlite").write_bytes(b"")
    result = run(words)
    assert result.exit_code == 2
    assert "run whatmatters init first" in result.stderr


@each_command
def test_a_file_that_is_no_database_is_said_to_be_none(run, settings: Settings, words) -> None:
    (settings.data / "whatmatters.sqlite").write_bytes(b"not a database at all" * 50)
    result = run(words)
    assert result.exit_code == 2
    assert "The database cannot be opened (file is not a database)" in result.stderr
