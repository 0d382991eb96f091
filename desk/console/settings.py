"""Settings of the console: one frozen class, read from the environment once and passed down."""

import ipaddress
from pathlib import Path
from typing import Any, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


class ConsoleSettings(BaseSettings):
    """Where the console listens. What the desk itself can be told stands in `DeskSettings`."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    desk_host: str = "127.0.0.1"
    desk_port: int = Field(default=8001, ge=1, le=65535)
    topics_file: Path = KNOWLEDGE / "topics.yml"
    articles_dir: Path = KNOWLEDGE / "content"
    desk_url: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr | None = None
    oidc_name: str = "uw school"
    oidc_acr: str = ""
    oidc_required: bool = False

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """A provider that is half described would be found out at the first login."""
        if self.oidc_issuer and not self.oidc_client_id:
            raise ValueError("OIDC_ISSUER needs OIDC_CLIENT_ID")
        return self


def read_console_settings() -> ConsoleSettings:
    """Read the settings of this process from its environment; raise pydantic's `ValidationError`."""
    given_in_code: dict[str, Any] = {}
    return ConsoleSettings(**given_in_code)


def is_loopback(host: str) -> bool:
    """Return whether this name or address is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
