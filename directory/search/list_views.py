"""My list: kept in the browser, sent here only to be shown."""

from flask import Response, render_template, request, url_for

from directory.listings.calendar import calendar_file
from directory.listings.queries import live_listings
from directory.search.blueprint import search
from directory.search.kept_list import as_text, kept_list, link_to, picture_of
from directory.search.presenters import listing_cards
from directory.web.access import public
from directory.web.clock import now
from directory.web.database import db_session
from directory.web.settings import current_settings


@search.get("/my-list")
@public
def my_list() -> str:
    return render_template("search/my_list_empty.html")


@search.post("/my-list")
@public
def show_my_list() -> str:
    sent = kept_list(request.form.getlist("ids"))
    cards = listing_cards(db_session(), sent.ids, now=now())
    if not cards:
        return render_template("search/my_list_empty.html")
    ids = [card.id for card in cards]
    link = link_to(ids, current_settings().site_url + url_for("search.my_list"))
    return render_template(
        "search/my_list.html",
        cards=cards,
        ids=",".join(ids),
        gone=len(sent.ids) - len(cards),
        left_out=sent.left_out,
        link=link,
        picture=picture_of(link, ids),
        text=as_text(cards),
    )


@search.post("/my-list/calendar")
@public
def my_list_calendar() -> Response:
    listings = live_listings(db_session(), kept_list(request.form.getlist("ids")).ids)
    return Response(
        calendar_file(listings, site_url=current_settings().site_url),
        mimetype="text/calendar",
        headers={"Content-Disposition": "attachment; filename=my-list.ics"},
    )
