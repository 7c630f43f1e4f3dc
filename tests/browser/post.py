"""A post office on this machine, so that a message really goes out and really arrives."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.browser.site import free_port

ACCEPTED = "250 OK"


@dataclass
class PostBox:
    """The messages that arrived, in order."""

    url: str = ""
    messages: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.original_content or b""
        self.messages.append(message_from_bytes(content, policy=policy.default))  # type: ignore[arg-type]
        return ACCEPTED


@contextmanager
def open_post_office() -> Iterator[PostBox]:
    port = free_port()
    box = PostBox(f"smtp://127.0.0.1:{port}")
    office = Controller(box, hostname="127.0.0.1", port=port)
    office.start()
    try:
        yield box
    finally:
        office.stop()
