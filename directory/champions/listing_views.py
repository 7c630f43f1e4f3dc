"""My listings, one as the public will see it, and what can be done with it."""

from flask import abort, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from directory.champions import actions, queries
from directory.champions.blueprint import champions
from directory.champions.form_views import EDITORS
from directory.champions.presenters import assurer_words, listing_row, listing_rows
from directory.champions.rules import may_publish
from directory.config import ZONES
from directory.listings.cards import card_of
from directory.listings.presenters import listing_page
from directory.models.listing import Listing
from directory.models.vocabulary import ListingStatus
from directory.web.access import for_roles, signed_in_account
from directory.web.clock import now
from directory.web.database import db_session
from directory.web.settings import current_settings

SENT = {
    ListingStatus.PROPOSED: "Sent. A coordinator will look at it, then everybody can find it.",
    ListingStatus.LIVE: "It is live: everybody can find it now.",
}


@champions.get("/champion")
@for_roles(*EDITORS)
def my_listings() -> str:
    listings = queries.own_listings(db_session(), signed_in_account())
    return render_template("champions/my_listings.html", listings=listing_rows(listings, now=now()))


@champions.get("/champion/<listing_id>/preview")
@for_roles(*EDITORS)
def preview(listing_id: str) -> str:
    listing = _own(listing_id)
    return render_template(
        "champions/preview.html",
        page=listing_page(listing, now=now()),
        card=card_of(listing, url=url_for(".preview", listing_id=listing.id), now=now()),
        row=listing_row(listing, now=now()),
        publishes=may_publish(signed_in_account()),
        settings=current_settings(),
    )


@champions.post("/champion/<listing_id>/send")
@for_roles(*EDITORS)
def send(listing_id: str) -> Response:
    listing = _own(listing_id)
    try:
        actions.send_in(db_session(), listing, actor=signed_in_account(), now=now())
    except actions.SentAlready:
        flash("It was sent already: there is nothing more to do.")
        return redirect(url_for(".my_listings"), 303)
    db_session().commit()
    flash(SENT[listing.status])
    return redirect(url_for(".my_listings"), 303)


@champions.post("/champion/<listing_id>/still-right")
@for_roles(*EDITORS)
def still_right(listing_id: str) -> Response:
    session, account, listing = db_session(), signed_in_account(), _own(listing_id)
    by = assurer_words(account, queries.practice_of(session, account))
    today = now().astimezone(ZONES[listing.region]).date()
    actions.say_still_right(session, listing, by=by, today=today, now=now())
    session.commit()
    flash(f"Thank you. {listing.name} is marked as right today.")
    return redirect(url_for(".my_listings"), 303)


def _own(listing_id: str) -> Listing:
    return queries.editable_listing(db_session(), signed_in_account(), listing_id) or abort(404)
