"""A whole site of its own for the journeys: data folder, server, and a post office."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from directory.places.build import build_gazetteer

PROJECT = Path(__file__).resolve().parents[2]
MADE_FROM = ("seed_assets", "directory/models", "directory/migrations", "directory/seeding")
INHERITED = ("HOME", "LANG", "PATH", "PYTHONPATH", "WHATMATTERS_ENCODER")
PATIENCE_SECONDS = 120


class NotServing(Exception):
    """The site did not start; carries what it said."""


@dataclass(frozen=True, slots=True)
class Site:
    """A running site, and every place where it could have kept something."""

    url: str
    data: Path
    log: Path

    def kept(self) -> bytes:
        """All that it has written: the database with its journals, caches and the log."""
        files = [path for path in self.data.rglob("*") if path.is_file()]
        places = [path for path in files if path.name != "gazetteer.sqlite"]
        return b"".join(path.read_bytes() for path in [*places, self.log])


@contextmanager
def running_site(folder: Path, seeded: Path, mail_url: str) -> Iterator[Site]:
    """Serves a copy of a seeded data folder until the caller is done."""
    data = Path(shutil.copytree(seeded, folder / "data"))
    port = free_port()
    site = Site(f"http://127.0.0.1:{port}", data, folder / "server.log")
    more = {"WHATMATTERS_URL": site.url, "MAIL_URL": mail_url}
    with site.log.open("wb") as log:
        server = subprocess.Popen(
            _command("serve", "--port", str(port)),
            env=_environment(data) | more,
            stdout=log,
            stderr=log,
        )
        try:
            _wait_for(site, server)
            yield site
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE_SECONDS)


def seeded_folder(kept: Path) -> Path:
    """A data folder with the demonstration in it. It stays in ``kept`` from run to run, for
    building the gazetteer and reading every listing for its meaning take a while.
    """
    gazetteer = kept / "gazetteer" / "gazetteer.sqlite"
    build_gazetteer(gazetteer)
    data = kept / f"seeded-{edition()}"
    for old in set(kept.glob("seeded-*")) - {data}:
        shutil.rmtree(old)
    data.mkdir(exist_ok=True)
    if not (data / gazetteer.name).exists():
        (data / gazetteer.name).symlink_to(gazetteer)
    for step in ("init", "seed"):
        subprocess.run(_command(step), env=_environment(data), check=True)
    return data


def edition() -> str:
    """Changes with what a seeded folder is made from, so that an old one is not used."""
    files = sorted(
        path for folder in MADE_FROM for path in (PROJECT / folder).rglob("*") if path.is_file()
    )
    sources = [path for path in files if "__pycache__" not in path.parts]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _command(*words: str) -> list[str]:
    return [str(Path(sys.executable).with_name("whatmatters")), *words]


def _environment(data: Path) -> dict[str, str]:
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return inherited | {"WHATMATTERS_DEMO": "1", "WHATMATTERS_DATA": str(data)}


def _wait_for(site: Site, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(f"{site.url}/health/live", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise NotServing(site.log.read_text(encoding="utf-8"))
