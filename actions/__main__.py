"""Entry point of the action server: `python -m actions` loads the articles and listens on loopback."""

import logging

import uvicorn

from actions.server import create_app, make_executor
from actions.services import services
from actions.settings import ActionSettings
from knowledge.articles import read_articles
from knowledge.store.engine import make_engine, migrate
from knowledge.store.load import load

# Longer than the 15 s for which the bot keeps an idle connection (bot/components/action_calls.py): it hangs up first.
KEEP_ALIVE_SECONDS = 60


def main() -> None:
    """Migrate, load the articles, serve."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    logging.getLogger("bm25s").setLevel(logging.WARNING)
    settings = ActionSettings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = make_engine(settings.knowledge_url)
    migrate(engine)
    load(engine, read_articles())
    services()
    app = create_app(make_executor())
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=settings.actions_port,
        access_log=False,
        log_level="warning",
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )


if __name__ == "__main__":
    main()
