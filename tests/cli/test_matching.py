"""Matching on the command line: each person answered in order, and the unreadable one named."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.orm import Session

from directory.cli import main
from directory.config import Settings
from tests.conftest import SECRETS
from tests.factories import HALL, make_listing


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("directory.matching.engine.load_encoder", lambda _folder: None)
    environment = {**SECRETS, "WHATMATTERS_DATA": str(settings.data)}

    def whatmatters(*words: str) -> Result:
        return CliRunner().invoke(main, list(words), env=environment)

    return whatmatters


@pytest.fixture
def people(tmp_path: Path):
    def file(*lines: object) -> str:
        path = tmp_path / "people.jsonl"
        text = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        path.write_text("\n".join(text), encoding="utf-8")
        return str(path)

    return file


def test_a_person_is_answered_in_the_agreed_shape(run, people, session: Session) -> None:
    listing = make_listing(session, name="Tuesday plot")
    result = run(
        "match",
        "--batch",
        people({"id": "A", "what_matters": "gardening", "place": "Papatoetoe", "travel": "bus"}),
    )
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["id"] == "A"
    assert answer["place"]["name"] == "Papatoetoe, Auckland"
    (match,) = answer["results"]
    assert match["listing_id"] == listing.id
    assert match["rank"] == 1
    assert match["score"] == pytest.approx(sum(match["parts"].values()))
    assert match["reasons"]
    assert match["next"].startswith("2") and "+" in match["next"]
    assert {"set_aside", "widen", "safety"} <= answer.keys()


def test_those_who_cannot_be_read_are_named_and_the_others_answered(
    run, people, session: Session
) -> None:
    make_listing(session)
    result = run(
        "match",
        "--batch",
        people(
            {"id": "A", "what_matters": "gardening"},
            {"id": "B", "what_matters": "gardening", "shoe_size": 9},
            "{not json",
            {"id": "D", "what_matters": "gardening", "place": "Nowhere at all"},
            {"id": "E", "what_matters": "gardening"},
        ),
    )
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [answer["id"] for answer in answers] == ["A", "B", None, "D", "E"]
    assert "shoe_size" in answers[1]["error"]
    assert "results" in answers[0] and "results" in answers[4]


def test_of_namesakes_the_one_that_is_served_is_meant(run, people, session: Session) -> None:
    avondale = {"lat": -36.9, "lng": 174.7, "locality": "Avondale"}
    make_listing(session, places=(type(HALL)(name="Hall", **avondale),))
    result = run(
        "match", "--batch", people({"id": "A", "what_matters": "gardening", "place": "Avondale"})
    )
    assert json.loads(result.stdout)["place"]["name"] == "Avondale, Auckland"


def test_namesakes_that_nobody_serves_are_asked_about(run, people, session: Session) -> None:
    result = run(
        "match", "--batch", people({"id": "A", "what_matters": "gardening", "place": "Avondale"})
    )
    assert result.exit_code == 1
    assert "could be" in json.loads(result.stdout)["error"]


def test_words_of_danger_ask_for_a_human(run, people, session: Session) -> None:
    result = run("match", "--batch", people({"id": "A", "what_matters": "I want to end my life"}))
    assert json.loads(result.stdout)["safety"]


def test_one_person_is_answered_in_words(run, session: Session) -> None:
    make_listing(session, name="Tuesday plot")
    result = run("match", "--what-matters", "gardening", "--place", "Papatoetoe")
    assert result.exit_code == 0
    assert "1. Tuesday plot" in result.stdout


def test_nothing_said_is_refused(run) -> None:
    result = run("match", "--place", "Papatoetoe")
    assert result.exit_code == 1
    assert "what_matters" in result.stdout


def test_seeds_are_for_demonstrations_only(run) -> None:
    result = run("seed")
    assert result.exit_code == 2
    assert "demonstration" in result.stderr
