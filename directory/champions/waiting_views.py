"""What waits for a coordinator: look at it, approve it or send it back."""

from flask import abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from directory.champions import actions, queries
from directory.champions.blueprint import champions
from directory.champions.forms import SendBackForm
from directory.champions.presenters import read_version, version_of, waiting_rows
from directory.listings.cards import card_of
from directory.listings.presenters import listing_page
from directory.listings.queries import whole_listing
from directory.models.account import RoleName
from directory.models.listing import Listing
from directory.models.vocabulary import ListingStatus
from directory.web.access import for_roles
from directory.web.clock import now
from directory.web.database import db_session
from directory.web.settings import current_settings

NOT_WAITING = "That listing is not waiting any more: it was approved, sent back or taken down."
CHANGED_SINCE = "It was changed while you were reading. This is how it is now: please look again."


@champions.get("/coordinator/waiting")
@for_roles(RoleName.COORDINATOR)
def waiting() -> str:
    rows = waiting_rows(queries.waiting_listings(db_session()))
    return render_template("champions/waiting.html", listings=rows)


@champions.get("/coordinator/waiting/<listing_id>")
@for_roles(RoleName.COORDINATOR)
def look_at(listing_id: str) -> str | Response:
    listing = _listing(listing_id)
    if listing.status is not ListingStatus.PROPOSED:
        flash(NOT_WAITING)
        return redirect(url_for(".waiting"), 303)
    return _page(listing, SendBackForm(data={"version": version_of(listing)}))


@champions.post("/coordinator/waiting/<listing_id>/approve")
@for_roles(RoleName.COORDINATOR)
def approve(listing_id: str) -> Response:
    listing = _listing(listing_id)
    seen = read_version(request.form.get("version", "")) or abort(400)
    try:
        actions.approve(db_session(), listing.id, seen=seen, now=now())
    except actions.ChangedSince:
        return _look_again(listing)
    db_session().commit()
    flash(f"{listing.name} is live: everybody can find it now.")
    return redirect(url_for(".waiting"), 303)


@champions.post("/coordinator/waiting/<listing_id>/send-back")
@for_roles(RoleName.COORDINATOR)
def send_back(listing_id: str) -> Response | tuple[str, int]:
    listing = _listing(listing_id)
    form = SendBackForm(request.form)
    seen = read_version(form.version.data or "") or abort(400)
    if not form.validate():
        return _page(listing, form), 422
    try:
        reason = form.reason.data or ""
        actions.send_back(db_session(), listing.id, reason, seen=seen, now=now())
    except actions.ChangedSince:
        return _look_again(listing)
    db_session().commit()
    flash(f"{listing.name} is sent back, with what you wrote.")
    return redirect(url_for(".waiting"), 303)


def _listing(listing_id: str) -> Listing:
    return whole_listing(db_session(), listing_id) or abort(404)


def _look_again(listing: Listing) -> Response:
    if listing.status is ListingStatus.PROPOSED:
        flash(CHANGED_SINCE, "error")
        return redirect(url_for(".look_at", listing_id=listing.id), 303)
    flash(NOT_WAITING)
    return redirect(url_for(".waiting"), 303)


def _page(listing: Listing, form: SendBackForm) -> str:
    return render_template(
        "champions/look_at.html",
        page=listing_page(listing, now=now()),
        card=card_of(listing, url=url_for(".look_at", listing_id=listing.id), now=now()),
        form=form,
        settings=current_settings(),
    )
