"""What the Telegram connector may be told."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from connectors.settings import explain
from connectors.telegram.settings import TelegramSettings

TOKEN = "1234567:made-up_Token"


def settings(**more: Any) -> TelegramSettings:
    given: dict[str, Any] = {"telegram_bot_token": TOKEN, "bot_token": "sixteen-characters", "data_dir": Path("x")}
    return TelegramSettings(**(given | more))


def test_the_link_to_the_website_is_that_of_the_settings() -> None:
    assert settings(web_port=8010).website == "http://127.0.0.1:8010/"
    assert settings(web_public_url="https://wijzer.example/").website == "https://wijzer.example/"


@pytest.mark.parametrize(
    ("url", "path"),
    [("https://bot.example/telegram/x1", "/telegram/x1"), ("https://bot.example", "/"), (None, "/")],
)
def test_telegram_posts_to_the_path_of_the_webhook(url: str | None, path: str) -> None:
    assert settings(telegram_webhook_url=url).webhook_path == path


@pytest.mark.parametrize("given", ["http://127.0.0.1:9100", "http://127.0.0.1:9100/", "http://127.0.0.1:9100/bot"])
def test_the_address_of_another_server_may_be_written_in_more_ways(given: str) -> None:
    assert settings(telegram_api_base=given).telegram_api_base == "http://127.0.0.1:9100"


@pytest.mark.parametrize(
    "wrong",
    [
        {"telegram_bot_token": "no token"},
        {"telegram_api_base": "localhost"},
        {"telegram_webhook_url": "bot.example"},
        {"telegram_webhook_secret": "short"},
        {"telegram_webhook_secret": "spaces are not allowed"},
        {"web_public_url": "wijzer.example"},
    ],
)
def test_what_cannot_work_is_named_without_showing_it(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as refused:
        settings(**wrong)
    ((name, value),) = wrong.items()
    assert explain(refused.value).startswith(name.upper())
    assert value not in explain(refused.value)


def test_a_secret_is_made_up_when_none_is_given_and_is_never_printed() -> None:
    first, second = settings(), settings()
    assert first.telegram_webhook_secret != second.telegram_webhook_secret
    printed = repr(first)
    assert TOKEN not in printed
    assert first.telegram_webhook_secret.get_secret_value() not in printed
