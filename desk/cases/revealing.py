"""Looking at one field of a case that its page keeps covered: logged by name, never with what it says."""

from desk.accounts.unlocking import Unlocked
from desk.cases.access import opened
from desk.cases.messages import read_messages
from desk.desk import Desk
from desk.errors import UnknownFieldError

MESSAGE = "message-"
EXCLUSION = "may_not_read."


def reveal(desk: Desk, reader: Unlocked, case_id: str, name: str) -> None:
    """Write down that this reader looks at a field, "company", or a message, "message-2".

    Raise `UnknownFieldError` when the case has no such thing, and what `opened` raises.
    """
    with opened(desk, reader, case_id, f"revealed:{name[:40]}") as case:
        if name.startswith(MESSAGE):
            known = {f"{MESSAGE}{one.sequence}" for one in read_messages(case.session, case_id, case.key)}
        else:
            filled = case.document().model_dump(exclude_defaults=True)
            known = {*filled, *(EXCLUSION + part for part in filled.get("may_not_read", ()))}
        if name not in known:
            raise UnknownFieldError
