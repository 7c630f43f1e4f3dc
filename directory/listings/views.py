"""A listing's page, and its times as a calendar file."""

from flask import Blueprint, Response, abort, render_template

from directory.listings.calendar import calendar_file
from directory.listings.presenters import listing_page
from directory.listings.queries import live_listing
from directory.models.listing import Listing
from directory.web.access import public
from directory.web.clock import now
from directory.web.context import show_help_in
from directory.web.database import db_session
from directory.web.settings import current_settings

listings = Blueprint("listings", __name__, url_prefix="/listings")


@listings.get("/<listing_id>")
@public
def listing(listing_id: str) -> str:
    found = _live(listing_id)
    show_help_in(found.region)
    page = listing_page(found, now=now())
    return render_template("listings/listing.html", page=page, settings=current_settings())


@listings.get("/<listing_id>/calendar.ics")
@public
def calendar(listing_id: str) -> Response:
    found = _live(listing_id)
    return Response(
        calendar_file([found], site_url=current_settings().site_url),
        mimetype="text/calendar",
        headers={"Content-Disposition": "attachment; filename=times.ics"},
    )


def _live(listing_id: str) -> Listing:
    return live_listing(db_session(), listing_id) or abort(404)
