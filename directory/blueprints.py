"""Every feature's pages, in one list."""

from flask import Flask

from directory.about.views import about
from directory.accounts.views import accounts
from directory.champions.views import champions
from directory.listings.views import listings
from directory.people.views import people
from directory.search.views import search
from directory.web.health import health

BLUEPRINTS = (search, listings, people, champions, accounts, about, health)


def register_blueprints(app: Flask) -> None:
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
