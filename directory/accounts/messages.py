"""What Flask-Security says, in plain words that tell a stranger nothing of who has an account."""

NO_MATCH = "The email address and password do not match. Check both and try again."
LINK_SENT = (
    "If that address has an account, a link is on its way. Look in your inbox and your junk mail."
)
MESSAGES = {
    "GENERIC_AUTHN_FAILED": (NO_MATCH, "error"),
    "GENERIC_RECOVERY": (LINK_SENT, "info"),
    "PASSWORD_RESET_REQUEST": (LINK_SENT, "info"),
    "UNAUTHENTICATED": ("Sign in to see that page.", "info"),
    "LOGIN": ("Sign in to see that page.", "info"),
    "UNAUTHORIZED": ("Your account does not open that page.", "error"),
    "EMAIL_NOT_PROVIDED": ("Enter your email address", "error"),
    "INVALID_EMAIL_ADDRESS": ("Enter an email address such as name@example.org", "error"),
    "PASSWORD_NOT_PROVIDED": ("Enter a password", "error"),
    "PASSWORD_INVALID_LENGTH": (
        "Use %(length)s characters or more. Three words work well",
        "error",
    ),
    "PASSWORD_IS_THE_SAME": ("Choose a password that is not the one you have now", "error"),
    "RETYPE_PASSWORD_MISMATCH": ("Type the same password in both boxes", "error"),
    "PASSWORD_MISMATCH": ("Type the same password in both boxes", "error"),
    "INVALID_PASSWORD": ("That is not the password you have now", "error"),
    "PASSWORD_RESET": ("Your password is saved and you are signed in.", "success"),
    "PASSWORD_RESET_NO_LOGIN": ("Your password is saved. Sign in with it now.", "success"),
    "PASSWORD_CHANGE": ("Your new password is saved.", "success"),
    "PASSWORD_RESET_EXPIRED": (
        "That link is more than %(within)s old and no longer works. Ask for a new one.",
        "error",
    ),
    "INVALID_RESET_PASSWORD_TOKEN": (
        "That link has been used already, or part of it is missing. Ask for a new one.",
        "error",
    ),
    "DISABLED_ACCOUNT": ("This account is closed. Ask your coordinator to open it again.", "error"),
    "ANONYMOUS_USER_REQUIRED": ("You are signed in already.", "info"),
}


def message_settings() -> dict[str, tuple[str, str]]:
    return {f"SECURITY_MSG_{name}": message for name, message in MESSAGES.items()}
