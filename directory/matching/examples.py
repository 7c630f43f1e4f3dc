"""Keeps the vectors of the taxonomy's example sentences between processes.

Encoding them takes seconds of every start. They come with the program; nothing that a person
typed is ever kept here.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from matcher.encoder import Encoder, Vectors
from matcher.meaning import example_texts

log = logging.getLogger(__name__)
# A kept vector this far from one made now came from another model of the same name.
_SAME = 0.99


class EncoderWithExamples:
    """An encoder that knows the example sentences by heart."""

    def __init__(self, encoder: Encoder, examples: Vectors) -> None:
        self._encoder = encoder
        self._texts = example_texts()
        self._examples = examples
        self.name = encoder.name
        self.dimensions = encoder.dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        if len(texts) == len(self._texts) and tuple(texts) == self._texts:
            return self._examples
        return self._encoder.encode(texts)


def with_kept_examples(encoder: Encoder, folder: Path) -> Encoder:
    """The encoder with the examples read from the folder; made and kept there the first time.

    A file that is damaged or of another model is made anew; a folder that cannot be written to
    only costs time.
    """
    path = folder / f"examples-{_digest(encoder)}.npy"
    kept = _read(path, encoder)
    if kept is None:
        kept = encoder.encode(example_texts())
        _keep(path, kept)
    return EncoderWithExamples(encoder, kept)


def _digest(encoder: Encoder) -> str:
    told = "\0".join((encoder.name, *example_texts()))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _read(path: Path, encoder: Encoder) -> Vectors | None:
    try:
        rows = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    texts = example_texts()
    if rows.shape != (len(texts), encoder.dimensions) or rows.dtype != np.float32:
        return None
    if not np.isfinite(rows).all() or float(rows[0] @ encoder.encode(texts[:1])[0]) < _SAME:
        return None
    return np.asarray(rows, dtype=np.float32)


def _keep(path: Path, rows: Vectors) -> None:
    """Written beside its place and then renamed, so that nobody reads half a file."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            np.save(file, rows, allow_pickle=False)
        Path(unfinished).replace(path)
    except OSError as error:
        log.warning("the example vectors could not be kept: %s", error)
