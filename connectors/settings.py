"""Settings of the connectors: a frozen class for each process, read from the environment once and passed down."""

import ipaddress
import re
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PLACEHOLDERS = frozenset({"", "change-me", "changeme", "secret", "token", "todo", "xxx"})
ORIGIN = re.compile(r"https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5}|:\*)?|https?://\[[0-9a-fA-F:]+\](:\d{1,5})?")
HOURS = r"(?:[01]\d|2[0-3]):[0-5]\d"
DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)"
OFFICE_HOURS = rf"^(always|never|{DAY}-{DAY} {HOURS}-{HOURS})$"


def _default_bot_url(known: dict[str, Any]) -> str:
    return f"http://127.0.0.1:{known.get('bot_port')}"


def _default_database_url(known: dict[str, Any]) -> str:
    return f"sqlite:///{known.get('data_dir')}/connectors.sqlite3"


class ConnectorSettings(BaseSettings):
    """What every connector can be told. Refuses to start with a placeholder as secret."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    web_port: int = Field(default=8000, ge=1, le=65535)
    bot_port: int = Field(default=5005, ge=1, le=65535)
    bot_url: str = Field(default_factory=_default_bot_url)
    bot_token: SecretStr
    data_dir: Path = Path("var")
    database_url: str = Field(default_factory=_default_database_url, repr=False)
    redis_url: str | None = Field(default=None, repr=False)
    office_hours: str = Field(default="mon-fri 09:00-17:00", pattern=OFFICE_HOURS)

    @field_validator("bot_url")
    @classmethod
    def _no_slash_at_the_end(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("bot_token")
    @classmethod
    def _no_placeholder(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value().strip().lower() in PLACEHOLDERS:
            raise ValueError("BOT_TOKEN is empty or a placeholder; give it a random value")
        return value

    @field_validator("database_url")
    @classmethod
    def _with_our_driver(cls, value: str) -> str:
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", value)


class WebSettings(ConnectorSettings):
    """Everything the website connector can be told."""

    web_host: str = "127.0.0.1"
    rate_limits: Literal["on", "off"] = "on"
    widget_origins: str = "*"

    @field_validator("widget_origins")
    @classmethod
    def _known_origins(cls, value: str) -> str:
        wrong = [part for part in _split(value) if part != "*" and not ORIGIN.fullmatch(part)]
        if wrong:
            raise ValueError(f"WIDGET_ORIGINS: not an origin such as https://school.nl: {wrong}")
        return value

    @model_validator(mode="after")
    def _unlimited_only_on_loopback(self) -> Self:
        if self.rate_limits == "off" and not _is_loopback(self.web_host):
            raise ValueError("RATE_LIMITS=off is for measuring and needs WEB_HOST to be loopback")
        return self

    @property
    def frame_ancestors(self) -> str:
        """Value for the CSP directive of that name on the framed chat page."""
        return " ".join(_split(self.widget_origins))


def read_settings() -> WebSettings:
    """Read the settings of this process from its environment; raise pydantic's `ValidationError`."""
    given_in_code: dict[str, Any] = {}
    return WebSettings(**given_in_code)


def explain(error: ValidationError) -> str:
    """Say which settings are wrong without showing their values."""
    lines = []
    for one in error.errors(include_input=False, include_url=False):
        name = ".".join(str(part) for part in one["loc"]).upper() or "settings"
        lines.append(f"{name}: {one['msg']}\n")
    return "".join(lines)


def _split(origins: str) -> list[str]:
    """Split origins on commas and white space."""
    return [part for part in re.split(r"[\s,]+", origins) if part]


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
