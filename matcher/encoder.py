"""Turns sentences into vectors whose closeness is closeness in meaning."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Whatever can turn texts into vectors; ``name`` changes when its vectors do."""

    def __hash__(self) -> int: ...

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit row a text: float32 (texts, dimensions), in the order given."""
        ...


class OnnxEncoder:
    """A sentence transformer in an ONNX file: mean of the token vectors, made unit length."""

    # The model was trained on texts cut at this many word pieces; more only slows it.
    MOST_TOKENS = 256
    BATCH = 16

    def __init__(self, model_path: Path, tokenizer_path: Path, *, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Else idle threads spin and take the time of the other workers.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(model_path), options, providers=["CPUExecutionProvider"]
        )
        self._inputs = {given.name for given in self._session.get_inputs()}
        self._tokenizer = Tokenizer.from_file(str(tokenizer_path))
        self._tokenizer.enable_truncation(max_length=self.MOST_TOKENS)
        self._tokenizer.enable_padding()
        self.name = f"{model_path.parent.name}/{model_path.name}"
        self.dimensions = int(self._session.get_outputs()[0].shape[-1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for batch in _batches([len(text) for text in texts], self.BATCH):
            rows[batch] = self._encode_batch([texts[index] for index in batch])
        return rows

    def _encode_batch(self, texts: list[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(texts)
        ids = np.array([row.ids for row in encoded], dtype=np.int64)
        mask = np.array([row.attention_mask for row in encoded], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        feed = {name: value for name, value in given.items() if name in self._inputs}
        tokens = self._session.run(None, feed)[0]
        weights = mask[:, :, None].astype(np.float32)
        mean = (tokens * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1)
        length = np.linalg.norm(mean, axis=1, keepdims=True)
        unit: Vectors = (mean / np.maximum(length, 1e-9)).astype(np.float32)
        return unit


def _batches(lengths: Sequence[int], most: int) -> Iterator[list[int]]:
    """Positions in batches of like length, since every text is padded to its batch's longest.

    A listing's whole text beside its short sentences would cost several times the work.

    >>> list(_batches([10, 900, 12, 15], 16))
    [[0, 2, 3], [1]]
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == most or lengths[index] > 1.5 * lengths[batch[0]] + 10):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
