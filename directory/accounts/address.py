"""An account's email address, in the one spelling that is kept, looked up and counted."""

from directory.listings.checks import FieldRefused, clean_email


def account_address(text: str) -> str:
    """Raises FieldRefused for what is no address, and for nothing.

    >>> account_address(" Mele@\uff45xample.org ")
    'mele@example.org'
    """
    address = clean_email("email", text)
    if not address:
        raise FieldRefused("email", "give an email address such as name@example.org")
    return address.lower()
