"""What people of the desk may do. Which cases a role reads stands in `desk/cases/readers.py`."""

from enum import StrEnum


class Role(StrEnum):
    """An admin manages accounts and never gets a key to a case; an analyst sees counts only."""

    COUNSELLOR = "counsellor"
    COORDINATOR = "coordinator"
    EDITOR = "editor"
    ANALYST = "analyst"
    ADMIN = "admin"
