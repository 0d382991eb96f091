"""The articles in a database: tables, loading and looking up."""
