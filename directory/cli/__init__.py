"""The command line: ``whatmatters``."""

from directory.cli.main import main

__all__ = ["main"]
