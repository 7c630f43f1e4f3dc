"""Holds every page that a test fetches to what every page must be."""

import itertools
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from html5lib.html5parser import ParseError

SITE = "– What Matters"
UNLABELLED_INPUTS = {"hidden", "submit", "button", "reset", "image"}
POINTERS = ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details")


class PageWrong(AssertionError):
    """A page breaks one of the rules."""


def check_page(html: str) -> None:
    """Raises PageWrong with everything that is wrong with the page."""
    wrong = list(faults(html))
    if wrong:
        raise PageWrong("\n".join(wrong))


def faults(html: str) -> Iterator[str]:
    try:
        page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    except ParseError as error:
        yield f"not valid HTML: {error}"
        return
    yield from _headings(page)
    yield from _identifiers(page)
    yield from _names(page)


def _headings(page: Element) -> Iterator[str]:
    titles = list(page.iter("h1"))
    if len(titles) != 1:
        yield f"{len(titles)} h1 elements instead of one"
    title = words_of(page.find(".//title"))
    if not title.endswith(SITE) or title == SITE:
        yield f"the title {title!r} does not end with {SITE!r}"
    levels = [int(each.tag[1]) for each in page.iter() if each.tag in {"h1", "h2", "h3", "h4"}]
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            yield f"an h{after} follows an h{before}"


def _identifiers(page: Element) -> Iterator[str]:
    ids = Counter(each.get("id") for each in page.iter() if each.get("id"))
    yield from (f"the id {name!r} is there twice" for name, count in ids.items() if count > 1)
    for link in page.iter("a"):
        target = link.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            yield f"the link {words_of(link)!r} leads to {target!r}, which is not there"
    for each in page.iter():
        for attribute in POINTERS:
            for name in each.get(attribute, "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} points at nothing"


def _names(page: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in page.iter("label") if words_of(label)}
    for control in page.iter():
        if _needs_label(control) and not _is_named(control, labelled):
            yield f"the control {control.get('name') or control.get('id')!r} has no label"
        if control.tag in {"a", "button", "summary"} and not _says_something(control):
            yield f"a {control.tag} says nothing ({control.attrib})"
        if control.tag == "img" and control.get("alt") is None:
            yield f"the picture {control.get('src')!r} has no alt"


def _needs_label(control: Element) -> bool:
    if control.tag == "input":
        return control.get("type", "text") not in UNLABELLED_INPUTS
    return control.tag in {"select", "textarea"}


def _is_named(control: Element, labelled: set[str | None]) -> bool:
    named_otherwise = control.get("aria-label") or control.get("aria-labelledby")
    return bool(named_otherwise) or control.get("id") in labelled


def _says_something(control: Element) -> bool:
    pictures = any(image.get("alt") for image in control.iter("img"))
    return bool(words_of(control) or control.get("aria-label") or pictures)


def words_of(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
