"""The migrations make exactly the tables that the code expects."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from desk.store.engine import open_store
from desk.store.migrate import VERSION_TABLE, migrate
from desk.store.tables import Base
from tests.support.desk_house import DeskHouse


def test_the_migrated_tables_are_those_of_the_code(house: DeskHouse) -> None:
    with house.desk.store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_again_changes_nothing_and_stays_in_our_own_tables(house: DeskHouse) -> None:
    migrate(house.desk.store)
    with house.desk.store.engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
    assert names == {*Base.metadata.tables, VERSION_TABLE}
    assert all(name.startswith("desk_") for name in Base.metadata.tables)


def test_desks_that_one_process_opens_at_the_same_moment_each_get_their_tables(tmp_path: Path) -> None:
    stores = [open_store(f"sqlite:///{tmp_path}/{number}.sqlite3") for number in range(4)]
    with ThreadPoolExecutor(len(stores)) as threads:
        list(threads.map(migrate, stores))
    for store in stores:
        assert set(inspect(store.engine).get_table_names()) == {*Base.metadata.tables, VERSION_TABLE}
        store.engine.dispose()
