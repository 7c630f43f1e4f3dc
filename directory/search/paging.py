"""Pages of a list that has an address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import abort, request

Address = str | None


@dataclass(frozen=True, slots=True)
class Paging:
    """``first`` is the position of the page's first item; addresses are None at the ends."""

    page: int
    pages: int
    first: int
    previous: Address
    next: Address


def paging(total: int, a_page: int) -> Paging:
    """The page that the request asks for; 404 where there is no such page."""
    asked = request.args.get("page", "1")
    pages = max(-(-total // a_page), 1)
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    if not 1 <= page <= pages:
        abort(404)
    return Paging(
        page,
        pages,
        (page - 1) * a_page,
        _address(page - 1) if page > 1 else None,
        _address(page + 1) if page < pages else None,
    )


def _address(page: int) -> str:
    others = {name: value for name, value in request.args.items() if name != "page" and value}
    return f"{request.path}?{urlencode({**others, 'page': page})}"
