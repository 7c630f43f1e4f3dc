"""How commands end, and how long work shows that it goes on."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

import click
from tqdm import tqdm

T = TypeVar("T")


class NotDone(click.ClickException):
    """The command could not be carried out; nothing was changed."""

    exit_code = 2


def with_progress(items: Iterable[T], label: str) -> Iterable[T]:
    """The same items, with a bar on a terminal and none in a pipe."""
    total = len(items) if isinstance(items, Sequence) else None
    bar: Iterable[T] = tqdm(
        items, desc=label, total=total, disable=None if total != 0 else True, file=sys.stderr
    )
    return bar
