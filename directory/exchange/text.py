"""From bytes to text, and from HTML to plain words."""

import codecs
import re
from html.parser import HTMLParser

from charset_normalizer import from_bytes

from directory.exchange.row import FeedUnreadable

BLOCKS = frozenset(
    {"p", "div", "br", "ul", "ol", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6"}
)
UNSEEN = frozenset({"script", "style", "template", "head"})
WIDE_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
OLD_ENCODINGS = ["cp1252", "cp1257", "mac_roman"]
# A character of two to four bytes, as only UTF-8 writes it.
UTF8_CHARACTER = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


def decoded(content: bytes) -> tuple[str, str]:
    """The text, and a note of what was assumed of it (empty for UTF-8).

    Raises FeedUnreadable, naming the byte, where a UTF-8 file is damaged.
    """
    for mark, encoding in WIDE_MARKS.items():
        if content.startswith(mark):
            return _whole(content, encoding), ""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(content, error):
            raise FeedUnreadable(_where(content, error.start), _DAMAGED) from None
        return _guessed(content, error)
    if "\x00" in text:
        raise FeedUnreadable(_where(content, content.index(0)), "this is not a text file")
    return text, ""


_DAMAGED = "a character is cut off or damaged; the file may be incomplete"


def plain_text(text: str) -> str:
    """The words of a text that may hold HTML, with its line breaks and lists.

    >>> plain_text("<p>Tea &amp; talk</p><ul><li>Tuesdays</li></ul>")
    'Tea & talk\\n\\n- Tuesdays'
    """
    text = text.encode("utf-8", "ignore").decode().replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text or "&" in text:
        words = _Words()
        words.feed(text)
        words.close()
        text = "".join(words.parts)
    lines = [line.replace("\xa0", " ").strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.parts.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        if tag in BLOCKS and tag not in {"li", "br"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def _whole(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise FeedUnreadable(_where(content, error.start), _DAMAGED) from None


def _is_damaged_utf8(content: bytes, error: UnicodeDecodeError) -> bool:
    """Whether it was plainly written as UTF-8: it has such characters, or stops inside one."""
    stops_inside = error.end == len(content) and error.reason == "unexpected end of data"
    good = len(UTF8_CHARACTER.findall(content))
    bad = content.decode("utf-8", "replace").count("\ufffd")
    return good > bad or (stops_inside and good > 0)


def _guessed(content: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    best = from_bytes(content, cp_isolation=OLD_ENCODINGS).best()
    encoding = best.encoding if best else "cp1252"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise FeedUnreadable(_where(content, error.start), "this is not a text file") from None
    if "\x00" in text:
        raise FeedUnreadable(_where(content, content.index(0)), "this is not a text file")
    name = {"cp1252": "Windows-1252"}.get(encoding, encoding)
    return text, f"The file is not UTF-8; it was read as {name}. Check that accents look right."


def _where(content: bytes, byte: int) -> str:
    line = content.count(b"\n", 0, byte) + 1
    return f"line {line:,}, byte {byte + 1:,}"
