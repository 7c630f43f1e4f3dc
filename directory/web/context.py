"""What every page's frame needs: navigation, crisis lines, who is signed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from flask import Flask, g, request, url_for
from flask_security import current_user

from directory.config import Settings
from directory.models.account import Account, RoleName
from directory.models.vocabulary import Region
from directory.safety.crisis_lines import CrisisLine
from directory.web.access import signed_in_account


@dataclass(frozen=True, slots=True)
class NavigationItem:
    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class SignedIn:
    name: str
    sign_out_url: str


STAFF_PAGES = (
    ("Find for a person", "people.start", {RoleName.LINK_WORKER, RoleName.COORDINATOR}),
    ("My listings", "champions.my_listings", {RoleName.CHAMPION, RoleName.COORDINATOR}),
    ("Approve", "champions.waiting", {RoleName.COORDINATOR}),
    ("People who sign in", "accounts.everyone", {RoleName.COORDINATOR}),
)
PUBLIC_PAGES = (
    ("Search", "search.home"),
    ("Browse", "search.browse"),
    ("This week", "search.this_week"),
    ("My list", "search.my_list"),
)
FOOTER_PAGES = (
    ("About", "about.about"),
    ("Your information", "about.privacy"),
    ("Accessibility", "about.accessibility"),
    ("Sources and licences", "about.sources"),
)


def install_context(app: Flask, settings: Settings, crisis_lines: tuple[CrisisLine, ...]) -> None:
    @app.context_processor
    def frame() -> dict[str, object]:
        account = signed_in_account() if current_user.is_authenticated else None
        return {
            "page_language": settings.language,
            "region": settings.region,
            "is_demo": settings.is_demo,
            "quick_exit_url": settings.quick_exit_url,
            "crisis_lines": [
                line for line in crisis_lines if line.region == _help_region(settings)
            ],
            "navigation": tuple(_navigation(account)),
            "footer_links": tuple(_footer(account)),
            "account": _signed_in(account),
        }


def show_help_in(country: str) -> None:
    """The numbers to ring on this page are those of the country that it is about.

    111 is the ambulance in one country and a wait on the line in the other.
    """
    if country in set(Region):
        g.help_region = Region(country)


def _help_region(settings: Settings) -> Region:
    return cast(Region, g.get("help_region", settings.region))


def _navigation(account: Account | None) -> Iterable[NavigationItem]:
    for label, endpoint in PUBLIC_PAGES:
        yield _item(label, endpoint)
    if account is None:
        return
    for label, endpoint, roles in STAFF_PAGES:
        if account.is_a(*roles, RoleName.MANAGER):
            yield _item(label, endpoint)


def _footer(account: Account | None) -> Iterable[NavigationItem]:
    for label, endpoint in FOOTER_PAGES:
        yield _item(label, endpoint)
    if account is None:
        yield _item("Staff and volunteers: sign in", "security.login")


def _item(label: str, endpoint: str) -> NavigationItem:
    return NavigationItem(label, url_for(endpoint), request.endpoint == endpoint)


def _signed_in(account: Account | None) -> SignedIn | None:
    if account is None:
        return None
    return SignedIn(account.name or account.email, url_for("security.logout"))
