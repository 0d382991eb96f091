"""`python -m desk.store` brings the tables of the desk to the newest step."""

from desk.settings import read_settings
from desk.store.engine import open_store
from desk.store.migrate import migrate

if __name__ == "__main__":
    migrate(open_store(read_settings().database_url))
