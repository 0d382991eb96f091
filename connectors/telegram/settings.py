"""Settings of the Telegram connector."""

import re
import secrets
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator

from connectors.settings import ConnectorSettings

BOT_API = "https://api.telegram.org"
TOKEN_FORM = re.compile(r"[A-Za-z0-9:_-]{3,}")
SECRET_FORM = re.compile(r"[A-Za-z0-9_-]{16,256}")


def _random_secret() -> SecretStr:
    return SecretStr(secrets.token_urlsafe(32))


def _default_public_url(known: dict[str, Any]) -> str:
    return f"http://127.0.0.1:{known.get('web_port')}"


class TelegramSettings(ConnectorSettings):
    """Everything the Telegram connector can be told."""

    telegram_bot_token: SecretStr
    telegram_api_base: str = BOT_API
    telegram_webhook_url: str | None = Field(default=None, repr=False)
    telegram_webhook_secret: SecretStr = Field(default_factory=_random_secret)
    telegram_host: str = "127.0.0.1"
    telegram_port: int = Field(default=8002, ge=1, le=65535)
    web_public_url: str = Field(default_factory=_default_public_url)

    @field_validator("telegram_bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr) -> SecretStr:
        if not TOKEN_FORM.fullmatch(value.get_secret_value()):
            raise ValueError("TELEGRAM_BOT_TOKEN is not a token as BotFather gives it")
        return value

    @field_validator("telegram_api_base")
    @classmethod
    def _bare_base(cls, value: str) -> str:
        return value.rstrip("/").removesuffix("/bot")

    @field_validator("telegram_api_base", "telegram_webhook_url", "web_public_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("an address that begins with http:// or https:// is needed")
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _as_telegram_allows(cls, value: SecretStr) -> SecretStr:
        if not SECRET_FORM.fullmatch(value.get_secret_value()):
            raise ValueError("TELEGRAM_WEBHOOK_SECRET needs 16 to 256 letters, digits, - or _")
        return value

    @field_validator("web_public_url")
    @classmethod
    def _no_slash_at_the_end(cls, value: str) -> str:
        return value.rstrip("/")

    @property
    def webhook_path(self) -> str:
        """Path that Telegram posts to: that of the webhook's address."""
        return urlsplit(self.telegram_webhook_url or "").path or "/"

    @property
    def website(self) -> str:
        """Address of the chat page, without anything that tells who follows it."""
        return f"{self.web_public_url}/"


def read_settings() -> TelegramSettings:
    """Read the settings of this process from its environment; raise pydantic's `ValidationError`."""
    given_in_code: dict[str, Any] = {}
    return TelegramSettings(**given_in_code)
