"""Tables and transactions of the desk: SQLite in a file, or PostgreSQL by its address."""
