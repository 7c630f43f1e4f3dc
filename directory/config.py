"""Every setting, read once from the environment. A missing secret fails loudly at start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from directory.models.vocabulary import Region

PROJECT = Path(__file__).resolve().parent.parent
ZONES = {Region.NZ: ZoneInfo("Pacific/Auckland"), Region.ENGLAND: ZoneInfo("Europe/London")}
LANGUAGES = {Region.NZ: "en-NZ", Region.ENGLAND: "en-GB"}
# Where "leave this site quickly" goes: a page that anybody might have open.
WEATHER_PAGES = {
    Region.NZ: "https://www.metservice.com/",
    Region.ENGLAND: "https://www.metoffice.gov.uk/",
}
DEMONSTRATION_SECRET = "demonstration-only-not-a-secret"  # noqa: S105  used in demo mode only


class SettingMissing(Exception):
    """A setting that has no safe default is absent."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SettingUnreadable(Exception):
    """A setting has a value that cannot be used."""

    def __init__(self, name: str, allowed: str) -> None:
        super().__init__(f"{name}: {allowed}")
        self.name = name
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where messages are handed over; None in Settings means that none are sent."""

    host: str
    port: int
    username: str | None
    password: str | None
    use_tls: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """``proxies`` is how many of our own stand in front, whose word on the caller is taken."""

    data: Path
    database_url: str
    region: Region
    is_demo: bool
    secret_key: str
    password_salt: str
    site_url: str
    mail: MailServer | None
    mail_from: str
    encoder: Path | None
    map_tiles: str
    map_attribution: str
    quick_exit_url: str
    proxies: int

    @property
    def zone(self) -> ZoneInfo:
        return ZONES[self.region]

    @property
    def language(self) -> str:
        return LANGUAGES[self.region]

    @property
    def gazetteer(self) -> Path:
        return self.data / "gazetteer.sqlite"


def settings_from(environ: Mapping[str, str] = os.environ) -> Settings:
    """Raises SettingMissing or SettingUnreadable, naming the variable."""
    is_demo = environ.get("WHATMATTERS_DEMO", "") == "1"
    data = Path(environ.get("WHATMATTERS_DATA") or PROJECT / "instance").resolve()
    region = _region(environ.get("WHATMATTERS_REGION") or Region.NZ)
    encoder = environ.get("WHATMATTERS_ENCODER")
    return Settings(
        data=data,
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{data / 'whatmatters.sqlite'}",
        region=region,
        is_demo=is_demo,
        secret_key=_secret(environ, "SECRET_KEY", is_demo),
        password_salt=_secret(environ, "PASSWORD_SALT", is_demo),
        site_url=environ.get("WHATMATTERS_URL", "http://localhost:8000").rstrip("/"),
        mail=_mail_server(environ.get("MAIL_URL", "")),
        mail_from=environ.get("MAIL_FROM", "What Matters <no-reply@whatmatters.example>"),
        encoder=Path(encoder) if encoder else None,
        map_tiles=environ.get("MAP_TILES", ""),
        map_attribution=environ.get("MAP_ATTRIBUTION", ""),
        quick_exit_url=environ.get("QUICK_EXIT_URL") or WEATHER_PAGES[region],
        proxies=_count(environ, "WHATMATTERS_PROXIES"),
    )


def _secret(environ: Mapping[str, str], name: str, is_demo: bool) -> str:
    value = environ.get(name) or (DEMONSTRATION_SECRET if is_demo else "")
    if not value:
        raise SettingMissing(name)
    if value == DEMONSTRATION_SECRET and not is_demo:
        raise SettingUnreadable(name, "a secret of your own, not the demonstration's")
    return value


def _count(environ: Mapping[str, str], name: str) -> int:
    text = environ.get(name) or "0"
    if not text.isdecimal():
        raise SettingUnreadable(name, "a number such as 0 or 1")
    return int(text)


def _region(text: str) -> Region:
    try:
        return Region(text)
    except ValueError:
        raise SettingUnreadable("WHATMATTERS_REGION", "nz or england") from None


def _mail_server(url: str) -> MailServer | None:
    """Reads ``smtp://name:password@host:port``; ``smtps`` asks for TLS by STARTTLS."""
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise SettingUnreadable("MAIL_URL", "smtp://host:port or smtps://name:password@host:port")
    return MailServer(
        host=parts.hostname,
        port=parts.port or (587 if parts.scheme == "smtps" else 25),
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        use_tls=parts.scheme == "smtps",
    )
