"""Password hashes for commands that run without the site."""

import base64
import hashlib
import hmac

from argon2 import PasswordHasher

from directory.config import Settings


def password_hash(password: str, settings: Settings) -> str:
    """As Flask-Security makes it: Argon2 over an HMAC that is keyed with the site's own salt."""
    keyed = hmac.new(settings.password_salt.encode(), password.encode(), hashlib.sha512).digest()
    return PasswordHasher().hash(base64.b64encode(keyed))
