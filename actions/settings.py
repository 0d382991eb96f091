"""Settings of the action server, read once at start."""

import re
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ActionSettings(BaseSettings):
    """From the environment; see .env.example for the meaning of each."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True)

    data_dir: Path = Path("var")
    database_url: str | None = None
    web_public_url: str | None = None
    web_port: int = Field(default=8000, gt=0, lt=65536)
    actions_port: int = Field(default=5055, gt=0, lt=65536)

    @property
    def website(self) -> str:
        """Address of the website, for people who came in another way."""
        return self.web_public_url or f"http://127.0.0.1:{self.web_port}/"

    @property
    def code_page(self) -> str:
        """Address of the page where a reporter comes back with the code."""
        return f"{self.website.rstrip('/')}/melding"

    @property
    def knowledge_url(self) -> str:
        """Address of the database with the articles."""
        url = self.database_url or f"sqlite:///{self.data_dir / 'knowledge.sqlite3'}"
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url)
