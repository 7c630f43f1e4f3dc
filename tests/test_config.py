"""Settings come from the environment, and what is missing or wrong is named."""

import pytest

from directory.config import DEMONSTRATION_SECRET, SettingMissing, SettingUnreadable, settings_from
from directory.models.vocabulary import Region

SECRETS = {"SECRET_KEY": "one", "PASSWORD_SALT": "two"}


def test_a_missing_secret_fails_loudly() -> None:
    with pytest.raises(SettingMissing) as missing:
        settings_from({"PASSWORD_SALT": "two"})
    assert missing.value.name == "SECRET_KEY"


def test_a_demonstration_needs_no_secret() -> None:
    assert settings_from({"WHATMATTERS_DEMO": "1"}).secret_key == DEMONSTRATION_SECRET


@pytest.mark.parametrize("name", SECRETS)
def test_the_demonstration_secret_is_refused_on_a_real_site(name: str) -> None:
    with pytest.raises(SettingUnreadable) as refused:
        settings_from({**SECRETS, name: DEMONSTRATION_SECRET})
    assert refused.value.name == name


@pytest.mark.parametrize("demo", ["", "0", "yes", "true"])
def test_only_1_makes_a_demonstration(demo: str) -> None:
    with pytest.raises(SettingMissing):
        settings_from({"WHATMATTERS_DEMO": demo})


def test_new_zealand_is_the_usual_region() -> None:
    assert settings_from(SECRETS).region is Region.NZ
    assert settings_from(SECRETS).zone.key == "Pacific/Auckland"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WHATMATTERS_REGION", "atlantis"),
        ("MAIL_URL", "mail.example.org"),
        ("MAIL_URL", "http://mail.example.org"),
        ("WHATMATTERS_PROXIES", "many"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingUnreadable) as wrong:
        settings_from({**SECRETS, name: value})
    assert wrong.value.name == name


def test_a_mail_server_is_read_from_its_address() -> None:
    mail = settings_from({**SECRETS, "MAIL_URL": "smtps://me:p%40ss@mail.example.org"}).mail
    assert mail is not None
    assert (mail.host, mail.port, mail.username, mail.password, mail.use_tls) == (
        "mail.example.org",
        587,
        "me",
        "p@ss",
        True,
    )
