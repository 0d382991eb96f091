"""Settings: defaults, and refusals that name what is wrong."""

import pytest
from pydantic import ValidationError

from connectors.settings import WebSettings, read_settings

NAMES = [name.upper() for name in WebSettings.model_fields]


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing of the machine in."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BOT_TOKEN", "a-random-token")


def read(monkeypatch: pytest.MonkeyPatch, **environment: str) -> WebSettings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return read_settings()


def test_defaults_need_a_token_only(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    assert (settings.web_host, settings.web_port) == ("127.0.0.1", 8000)
    assert settings.bot_url == "http://127.0.0.1:5005"
    assert settings.database_url == "sqlite:///var/connectors.sqlite3"
    assert (settings.redis_url, settings.rate_limits, settings.widget_origins) == (None, "on", "*")


def test_addresses_follow_port_and_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, BOT_PORT="6000", DATA_DIR="/srv/wijzer")
    assert settings.bot_url == "http://127.0.0.1:6000"
    assert settings.database_url == "sqlite:////srv/wijzer/connectors.sqlite3"


def test_given_addresses_win_and_are_made_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, BOT_URL="http://bot:5005/", DATABASE_URL="postgres://u:p@db/wijzer")
    assert settings.bot_url == "http://bot:5005"
    assert settings.database_url == "postgresql+psycopg://u:p@db/wijzer"


def test_an_empty_setting_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, DATABASE_URL="", REDIS_URL="", WEB_PORT="")
    assert (settings.redis_url, settings.web_port) == (None, 8000)


@pytest.mark.parametrize("token", ["", " ", "change-me", "SECRET"])
def test_a_placeholder_is_no_token(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    with pytest.raises(ValidationError, match="bot_token"):
        read(monkeypatch, BOT_TOKEN=token)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.8"])
def test_limits_may_be_off_on_loopback(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    assert read(monkeypatch, RATE_LIMITS="off", WEB_HOST=host).rate_limits == "off"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "wijzer.example"])
def test_limits_may_not_be_off_elsewhere(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    with pytest.raises(ValidationError, match="RATE_LIMITS"):
        read(monkeypatch, RATE_LIMITS="off", WEB_HOST=host)


@pytest.mark.parametrize(
    ("given", "directive"),
    [
        ("*", "*"),
        ("https://a.nl,https://b.nl:8443", "https://a.nl https://b.nl:8443"),
        ("https://*.school.nl  http://localhost:*", "https://*.school.nl http://localhost:*"),
    ],
)
def test_origins_become_a_directive(monkeypatch: pytest.MonkeyPatch, given: str, directive: str) -> None:
    assert read(monkeypatch, WIDGET_ORIGINS=given).frame_ancestors == directive


@pytest.mark.parametrize("given", ["school.nl", "https://a.nl/path", "'none'; script-src *", "javascript:x"])
def test_what_is_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    with pytest.raises(ValidationError, match="WIDGET_ORIGINS"):
        read(monkeypatch, WIDGET_ORIGINS=given)


@pytest.mark.parametrize("hours", ["always", "never", "mon-fri 09:00-17:00", "tue-sat 08:30-12:00"])
def test_office_hours_are_accepted(monkeypatch: pytest.MonkeyPatch, hours: str) -> None:
    assert read(monkeypatch, OFFICE_HOURS=hours).office_hours == hours


@pytest.mark.parametrize("hours", ["sometimes", "mon-fri 9-17", "ma-vr 09:00-17:00", "mon-fri 09:00-25:00"])
def test_other_office_hours_are_refused(monkeypatch: pytest.MonkeyPatch, hours: str) -> None:
    with pytest.raises(ValidationError, match="office_hours"):
        read(monkeypatch, OFFICE_HOURS=hours)


def test_secrets_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = repr(read(monkeypatch, DATABASE_URL="postgresql://u:hidden@db/w", REDIS_URL="redis://:hidden@r"))
    assert "hidden" not in shown
    assert "a-random-token" not in shown
