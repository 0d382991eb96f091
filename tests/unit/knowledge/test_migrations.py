"""The tables of this room: made where there are none, left alone where there are, beside those of other rooms."""

from concurrent.futures import ThreadPoolExecutor

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from knowledge.store.engine import MIGRATIONS, VERSION_TABLE, make_engine, migrate
from knowledge.store.load import load
from knowledge.store.lookup import all_articles
from knowledge.store.tables import Base
from tests.support.articles import article

TABLES = {"knowledge_articles", "knowledge_revisions", "knowledge_sources", VERSION_TABLE}


def test_an_empty_database_gets_exactly_the_tables_of_the_code(empty: Engine) -> None:
    migrate(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def test_migrating_again_keeps_what_is_there(store: Engine) -> None:
    kept = [article("hulp/geld"), article("stage/bpv")]
    load(store, kept)
    migrate(store)
    assert all_articles(store) == kept


def test_tables_of_other_rooms_are_left_alone(empty: Engine) -> None:
    with empty.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num varchar(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('of another room')"))
    migrate(empty)
    with empty.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "of another room"
    assert set(inspect(empty).get_table_names()) == TABLES | {"alembic_version"}


def test_processes_that_start_together_all_get_their_tables(empty: Engine, url: str) -> None:
    engines = [make_engine(url) for _ in range(4)]
    with ThreadPoolExecutor(len(engines)) as pool:
        assert list(pool.map(migrate, engines)) == [None] * 4
    assert set(inspect(empty).get_table_names()) == TABLES
    for engine in engines:
        engine.dispose()


def test_going_back_to_the_beginning_leaves_nothing(store: Engine) -> None:
    with store.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        command.downgrade(config, "base")
    assert set(inspect(store).get_table_names()) == {VERSION_TABLE}
    migrate(store)
    assert set(inspect(store).get_table_names()) == TABLES
