"""The command: what it prints, how it ends, and that it is never half done."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from directory.cli import importing
from directory.models.listing import Listing
from directory.web.database import open_database

GOOD = "id,name,organisation,locality\n1,Rānui shed,Us,Elsdon\n2,Choir,Us,Elsdon\n"


@pytest.fixture
def command(tmp_path, prepared_data, monkeypatch):
    """Runs the command on a database of its own; vectors are the engine's to make."""
    monkeypatch.setenv("WHATMATTERS_DATA", str(tmp_path))
    monkeypatch.setenv("WHATMATTERS_DEMO", "1")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(importing, "prepare_vectors", lambda settings: None)
    shutil.copy(prepared_data / "whatmatters.sqlite", tmp_path)

    def run(content, *options, name="list.csv", location=""):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return CliRunner().invoke(importing.import_listings, [location or str(path), *options])

    return run


@pytest.fixture
def count(tmp_path):
    def listings():
        database = open_database(f"sqlite:///{tmp_path / 'whatmatters.sqlite'}")
        with Session(database.engine) as session:
            found = session.scalar(select(func.count(Listing.id)))
        database.engine.dispose()
        return found

    return listings


def test_done_is_exit_0_with_the_counts(command, count):
    result = command(GOOD)
    assert result.exit_code == 0
    assert "rows read 2; listings created 2, updated 0, unchanged 0" in result.stdout
    assert count() == 2


def test_done_with_refusals_is_exit_1_and_lists_them(command, count):
    result = command(GOOD + "3,,Us,Elsdon\n", "--json")
    facts = json.loads(result.stdout)
    assert result.exit_code == 1
    assert facts["refused"] == [{"row": 4, "field": "name", "reason": "give it a name"}]
    assert facts["created"] == count() == 2


def test_a_row_with_no_word_to_it_is_refused_and_not_the_feed(command):
    assert command("id,name,organisation\n1,,\n2,Choir,Us\n").exit_code == 1


@pytest.mark.parametrize(
    "content",
    [
        GOOD + '3,"Club,Us,Elsdon\n',
        GOOD + "3,Club",
        GOOD.replace("name", "title"),
        GOOD.encode() + b"3,R\xc4",
        "",
        '{"contents": [',
    ],
)
def test_a_damaged_feed_is_exit_2_and_changes_nothing(command, count, content):
    result = command(content)
    assert result.exit_code == 2
    assert "Nothing was changed." in result.stderr
    assert count() == 0


def test_a_feed_of_which_every_row_is_refused_is_exit_2(command):
    assert command("id,name,organisation\n1,,Us\n").exit_code == 2


@pytest.mark.parametrize(
    "content", ["id,name,organisation\n", '{"total_pages": 0, "contents": []}']
)
def test_a_feed_without_a_listing_is_said_to_have_none(command, content):
    result = command(content)
    assert result.exit_code == 0
    assert "There is no listing in this feed" in result.stdout
    facts = json.loads(command(content, "--json").stdout)
    assert any("There is no listing" in note for note in facts["notes"])


def test_a_feed_with_a_listing_is_not_said_to_have_none(command):
    assert "no listing in this feed" not in command(GOOD).stdout


def test_the_same_feed_twice_is_unchanged(command):
    command(GOOD)
    facts = json.loads(command(GOOD, "--json").stdout)
    assert (facts["created"], facts["updated"], facts["unchanged"]) == (0, 0, 2)


def test_a_name_for_the_feed_outlives_the_name_of_the_file(command, count):
    command(GOOD, "--source", "ours", name="monday.csv")
    command(GOOD, "--source", "ours", name="tuesday.csv")
    assert count() == 2


def test_no_progress_is_shown_in_a_pipe(command):
    assert command(GOOD).stderr == ""


def test_twins_are_listed_with_what_they_are_like(command):
    first = "id,name,organisation,phone\n1,Choir,Us,04 555 0100\n"
    command(first, name="one.csv")
    facts = json.loads(command(first, "--json", name="two.csv").stdout)
    assert [(twin["source_id"], twin["name"]) for twin in facts["twins"]] == [("1", "Choir")]


@pytest.mark.parametrize("options", [[], ["--source", "ours"]])
@pytest.mark.parametrize("address", ["http://127.0.0.1:99999/", "http://[::1/", "ftp://a.example"])
def test_an_address_that_cannot_be_is_told_in_a_sentence(command, address, options):
    result = command(GOOD, *options, location=address)
    assert result.exit_code == 2
    assert "give a web address such as https://example.org/services" in result.stderr


def test_while_another_import_goes_on_it_says_to_try_again(command, tmp_path, count, monkeypatch):
    monkeypatch.setattr("directory.web.database.BUSY_MILLISECONDS", 0)
    with closing(sqlite3.connect(tmp_path / "whatmatters.sqlite")) as other:
        other.execute("BEGIN IMMEDIATE")
        result = command(GOOD)
    assert result.exit_code == 2
    assert "Another import or change is going on: try again in a minute." in result.stderr
    assert count() == 0


def test_a_database_that_cannot_be_written_is_not_called_busy(command, count, monkeypatch):
    def fail(*_args, **_options):
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(importing, "import_rows", fail)
    result = command(GOOD)
    assert result.exit_code == 2
    assert "disk is full" in result.stderr
    assert "Another import" not in result.stderr
    assert count() == 0
