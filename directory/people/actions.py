"""Sends a summary to the address that the worker gave."""

from smtplib import SMTPException

from flask_mailman import EmailMessage

# The same for everybody: an inbox is often seen by more than one pair of eyes.
SUBJECT = "The list you asked for"


class MailNotSent(Exception):
    """The mail server could not be reached or would not take the message."""


def send_summary(text: str, *, to: str, reply_to: str) -> None:
    """Hands the message over to the mail server; raises MailNotSent."""
    message = EmailMessage(subject=SUBJECT, body=text, to=[to], reply_to=[reply_to])
    try:
        message.send()
    except (OSError, SMTPException) as error:
        # Its text may name the address, which stays out of the logs.
        raise MailNotSent from error
