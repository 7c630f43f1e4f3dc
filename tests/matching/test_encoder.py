from pathlib import Path

import numpy as np
import pytest

from directory.matching import encoder as finder
from directory.matching.encoder import (
    EncoderFileChanged,
    EncoderFileMissing,
    EncoderUnusable,
    load_encoder,
)


@pytest.fixture(scope="module")
def installed():
    found = load_encoder(None)
    if found is None:
        pytest.skip("no sentence encoder is installed")
    return found


def test_rows_are_unit_vectors_in_the_order_given(installed):
    texts = ["A long sentence about growing vegetables in the sun.", "Chess"]
    rows = installed.encode(texts)
    assert rows.shape == (2, installed.dimensions)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.allclose(installed.encode(texts[::-1]), rows[::-1], atol=0.05)


def test_what_means_the_same_lies_closer_than_what_does_not(installed):
    said, same, other = installed.encode(
        ["I want to grow vegetables", "Community garden plots", "Help with a visa"]
    )
    assert said @ same > said @ other


def test_no_texts_give_no_rows(installed):
    assert installed.encode([]).shape == (0, installed.dimensions)


def test_a_changed_file_is_refused(installed, monkeypatch):
    monkeypatch.setattr(finder, "_MODEL_SHA256", "0" * 64)
    with pytest.raises(EncoderFileChanged) as refused:
        load_encoder(None)
    assert refused.value.path.name == "model.onnx"


def test_nothing_installed_is_no_encoder(monkeypatch):
    monkeypatch.setattr(finder, "_MODEL_PACKAGE", "no-such-package")
    assert load_encoder(None) is None


def test_a_folder_without_the_files_is_refused(tmp_path: Path):
    with pytest.raises(EncoderFileMissing) as refused:
        load_encoder(tmp_path)
    assert isinstance(refused.value, EncoderUnusable)
    assert refused.value.path == tmp_path / "model.onnx"
