import numpy as np
import pytest

from directory.matching.examples import with_kept_examples
from matcher.meaning import example_texts
from tests.matcher.factory import WordEncoder


class CountingEncoder(WordEncoder):
    def __init__(self):
        self.encoded = 0

    def encode(self, texts):
        self.encoded += len(texts)
        return super().encode(texts)


@pytest.fixture
def encoder():
    return CountingEncoder()


def test_examples_are_encoded_once_for_all_processes(tmp_path, encoder):
    first = with_kept_examples(encoder, tmp_path).encode(example_texts())
    encoder.encoded = 0
    again = with_kept_examples(encoder, tmp_path).encode(example_texts())
    assert np.array_equal(first, again)
    assert encoder.encoded == 1  # one to check that it is the same model


def test_nothing_that_a_person_said_is_kept(tmp_path, encoder):
    keeping = with_kept_examples(encoder, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert np.array_equal(keeping.encode(["I sleep badly"]), encoder.encode(["I sleep badly"]))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_file_is_made_anew(tmp_path, encoder, damage):
    whole = with_kept_examples(encoder, tmp_path).encode(example_texts())
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-100] if damage is None else damage)
    assert np.array_equal(with_kept_examples(encoder, tmp_path).encode(example_texts()), whole)
    assert np.array_equal(np.load(kept), whole)


def test_vectors_of_another_model_of_the_same_name_are_made_anew(tmp_path, encoder):
    with_kept_examples(encoder, tmp_path)
    (kept,) = tmp_path.iterdir()
    np.save(kept, np.roll(np.load(kept), 7, axis=1))
    found = with_kept_examples(encoder, tmp_path).encode(example_texts())
    assert np.array_equal(found, encoder.encode(example_texts()))


def test_a_folder_that_cannot_be_written_to_only_costs_time(tmp_path, encoder):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    found = with_kept_examples(encoder, blocked / "cache").encode(example_texts())
    assert np.array_equal(found, encoder.encode(example_texts()))
