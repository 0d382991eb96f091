"""The migrations make exactly the tables that the code expects, beside those of other rooms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from connectors.conversations.database import open_database
from connectors.conversations.tables import Base
from connectors.migrations.run import VERSION_TABLE, migrate
from connectors.settings import WebSettings
from tests.support.postgres import run_postgres
from tests.support.stand_in_bot import TOKEN


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Give an empty database of each kind."""
    if request.param == "sqlite":
        yield open_database(f"sqlite:///{tmp_path}/deeper/connectors.sqlite3")
        return
    with run_postgres() as url:
        made = open_database(WebSettings(bot_token=TOKEN, database_url=url).database_url)
        yield made
        made.dispose()


def url_of(engine: Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


def test_migrating_twice_gives_the_tables_of_the_code(engine: Engine) -> None:
    migrate(url_of(engine))
    migrate(url_of(engine))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == "0004"


def test_all_tables_carry_the_prefix_and_those_of_others_are_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE desk_cases (id integer)"))
    migrate(url_of(engine))
    names = set(inspect(engine).get_table_names())
    assert {"desk_cases", VERSION_TABLE} < names
    assert all(name.startswith("chat_") for name in names - {"desk_cases", VERSION_TABLE})
