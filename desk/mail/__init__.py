"""Mail to the people of the desk. It says that there is something to do, never what: content stays behind the login."""
