"""Looking around without asking: by interest, and by what is on this week."""

from flask import abort, render_template, request

from directory.matching.taxonomy import taxonomy
from directory.search.blueprint import search
from directory.search.interests import interest, interests
from directory.search.paging import paging
from directory.search.presenters import by_day, listing_cards, session_rows, shown_regions
from directory.search.queries import count_under, counts_by_term, ids_under
from directory.search.week import PARTS, Wish, week_ahead
from directory.web.access import public
from directory.web.clock import now
from directory.web.database import db_session
from directory.web.settings import current_settings

A_PAGE = 20
SESSIONS_A_PAGE = 40


@search.get("/browse")
@public
def browse() -> str:
    return render_template("search/browse.html", interests=interests())


@search.get("/browse/<domain>")
@public
def browse_domain(domain: str) -> str:
    area = interest(domain) or abort(404)
    counts = counts_by_term(db_session(), domain, shown_regions(current_settings()))
    terms = [term for term in taxonomy().terms if term.id in counts]
    return _listings_page(f"{domain}.", area.label, area=area, terms=terms, counts=counts)


@search.get("/browse/<domain>/<term>")
@public
def browse_term(domain: str, term: str) -> str:
    area = interest(domain) or abort(404)
    chosen = next((each for each in taxonomy().terms if each.id == f"{domain}.{term}"), None)
    if chosen is None:
        abort(404)
    return _listings_page(chosen.id, chosen.label, area=area, terms=[], counts={})


@search.get("/this-week")
@public
def this_week() -> str:
    part, domain = request.args.get("part", ""), request.args.get("interest", "")
    if (part and part not in PARTS) or (domain and interest(domain) is None):
        abort(404)
    wish = Wish(frozenset(shown_regions(current_settings())), part=part, domain=domain)
    meetings = week_ahead(db_session(), wish, now=now())
    pages = paging(len(meetings), SESSIONS_A_PAGE)
    rows = session_rows(db_session(), meetings[pages.first : pages.first + SESSIONS_A_PAGE])
    return render_template(
        "search/this_week.html",
        days=by_day(rows),
        total=len(meetings),
        pages=pages,
        part=part,
        parts=PARTS,
        chosen=interest(domain) if domain else None,
        interests=interests(),
    )


def _listings_page(prefix: str, title: str, **more: object) -> str:
    regions = shown_regions(current_settings())
    total = count_under(db_session(), prefix, regions)
    pages = paging(total, A_PAGE)
    ids = ids_under(db_session(), prefix, regions, first=pages.first, most=A_PAGE)
    return render_template(
        "search/listings.html",
        title=title,
        cards=listing_cards(db_session(), ids, now=now()),
        total=total,
        pages=pages,
        **more,
    )
