"""Settings of the desk: one frozen class, read from the environment once per process and passed down."""

import re
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from desk.live.hours import read_hours


def _default_database_url(known: dict[str, Any]) -> str:
    return f"sqlite:///{known.get('data_dir')}/desk.sqlite3"


class DeskSettings(BaseSettings):
    """What every process with a part of the desk can be told. Costs below these bounds are refused."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    data_dir: Path = Path("var")
    database_url: str = Field(default_factory=_default_database_url, repr=False)
    desk_pepper: SecretStr | None = None
    desk_kdf_memory_mib: int = Field(default=64, ge=64, le=1024)
    desk_kdf_passes: int = Field(default=4, ge=3, le=64)
    desk_kdf_places: int = Field(default=2, ge=1, le=16)
    desk_kdf_queue: int = Field(default=32, ge=0, le=1000)
    office_hours: str = "mon-fri 09:00-17:00"
    desk_retention_days: int = Field(default=90, ge=7, le=90)
    topics_file: Path = Path(__file__).parent.parent / "knowledge" / "topics.yml"

    @field_validator("office_hours")
    @classmethod
    def _readable_hours(cls, value: str) -> str:
        read_hours(value)
        return value

    @field_validator("database_url")
    @classmethod
    def _with_our_driver(cls, value: str) -> str:
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", value)


def read_settings() -> DeskSettings:
    """Read the settings of this process from its environment; raise pydantic's `ValidationError`."""
    given_in_code: dict[str, Any] = {}
    return DeskSettings(**given_in_code)
