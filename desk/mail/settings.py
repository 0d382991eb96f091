"""Settings of the mail, read from the environment once per run. Without a server no mail is sent."""

from typing import Any, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class MailSettings(BaseSettings):
    """The server, how to speak to it, and when the daily letter goes out (Dutch time)."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    smtp_host: str | None = None
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_from: str = "wijzer@localhost"
    smtp_digest_hour: int = Field(default=8, ge=0, le=23)


def read_mail_settings() -> MailSettings:
    """Read the settings of this process from its environment; raise pydantic's `ValidationError`."""
    given_in_code: dict[str, Any] = {}
    return MailSettings(**given_in_code)
