"""Hands messages to the mail server. Subjects name nobody: they show on locked telephones."""

import logging
from smtplib import SMTPException
from typing import Any

from flask import render_template
from flask_mailman import EmailMessage
from flask_security import EmailValidateException, MailUtil

from directory.accounts.address import account_address
from directory.accounts.messages import MESSAGES
from directory.config import Settings
from directory.listings.checks import FieldRefused
from directory.models.account import Account

INVITATION_SUBJECT = "Your invitation to What Matters"
NEW_LINK_SUBJECT = "Choose a password for What Matters"
log = logging.getLogger(__name__)


class MessageNotSent(Exception):
    """There is no mail server, or it did not take the message."""


class PostOffice(MailUtil):
    """Sends Flask-Security's messages. One that fails looks to a stranger like one that did not."""

    def send_mail(
        self,
        template: str,
        subject: str,
        recipient: str | tuple[str, str],
        sender: str | tuple[str, str],
        body: str | None,
        html: str | None,
        **kwargs: Any,
    ) -> None:
        try:
            _send(subject, str(recipient), body or "")
        except MessageNotSent:
            log.warning("a message could not be sent: %s", template)

    def normalize(self, email: str) -> str:
        try:
            return account_address(email)
        except FieldRefused:
            raise EmailValidateException(MESSAGES["INVALID_EMAIL_ADDRESS"][0]) from None

    def validate(self, email: str) -> str:
        return self.normalize(email)


def send_invitation(settings: Settings, account: Account, link: str) -> None:
    """Raises MessageNotSent."""
    _send_link(settings, "invitation", INVITATION_SUBJECT, account, link)


def send_new_link(settings: Settings, account: Account, link: str) -> None:
    """Raises MessageNotSent."""
    _send_link(settings, "new_link", NEW_LINK_SUBJECT, account, link)


def _send_link(
    settings: Settings, template: str, subject: str, account: Account, link: str
) -> None:
    if settings.mail is None:
        raise MessageNotSent
    _send(subject, account.email, render_template(f"email/{template}.txt", link=link, to=account))


def _send(subject: str, recipient: str, body: str) -> None:
    try:
        EmailMessage(subject, body=body, to=[recipient]).send()
    except (OSError, SMTPException) as error:
        raise MessageNotSent from error
