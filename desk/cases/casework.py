"""What a counsellor does with a case: look, read, answer, move on, let a colleague in, shut one out."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked
from desk.cases.access import Opened, opened
from desk.cases.document import CaseDocument
from desk.cases.filing import wrap_for
from desk.cases.history import Step, read_history, take_step
from desk.cases.messages import Author, Message, add_message, checked_text, read_messages
from desk.cases.readers import READS, CaseKind, is_excluded
from desk.cases.rekeying import hold_readers, rekey
from desk.cases.work import CaseWork, leave, read_work
from desk.cases.workflow import Status
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import ExcludedReaderError, LastReaderError, UnknownAccountError
from desk.store.tables import AccountRow, CaseRow, MessageRow, WrapRow
from desk.store.work_tables import CaseWorkRow


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What the inbox shows without opening anything. `unseen`: messages of the reporter nobody opened yet.

    `owner_id` is the account of the colleague whose it is, `None` while it is nobody's.
    """

    id: str
    kind: CaseKind
    status: Status
    filed_on: date
    last_activity_on: date
    unseen: int
    owner_id: str | None = None


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case as its reader sees it. `readers` are the account ids that have a key."""

    id: str
    kind: CaseKind
    status: Status
    filed_on: date
    history: tuple[Step, ...]
    readers: tuple[str, ...]
    document: CaseDocument = field(repr=False)
    messages: tuple[Message, ...] = field(repr=False)
    work: CaseWork = field(repr=False)


def list_cases(desk: Desk, account_id: str) -> list[CaseSummary]:
    """Return the cases this account has a key to, longest waiting first; others it does not even see."""
    unseen = (
        select(func.count())
        .where(MessageRow.case_id == CaseRow.id, ~MessageRow.seen, MessageRow.author == Author.REPORTER)
        .scalar_subquery()
    )
    chosen = (
        select(CaseRow, unseen, CaseWorkRow.owner_id)
        .join(WrapRow, WrapRow.case_id == CaseRow.id)
        .outerjoin(CaseWorkRow, CaseWorkRow.case_id == CaseRow.id)
        .where(WrapRow.account_id == account_id)
        .order_by(CaseRow.last_activity_on, CaseRow.id)
    )
    with desk.store.reading() as session:
        return [_summary(*found) for found in session.execute(chosen)]


def open_case(desk: Desk, reader: Unlocked, case_id: str) -> OpenCase:
    """Read a whole case; a new one becomes read. Raises what `opened` raises."""
    with opened(desk, reader, case_id, "case_opened") as case:
        document, messages = case.document(), read_messages(case.session, case_id, case.key)
        if case.row.status == Status.NEW:
            _step(desk, case, reader, Status.READ)
        seen = update(MessageRow).where(MessageRow.case_id == case_id, ~MessageRow.seen)
        case.session.execute(seen.values(seen=True))
        row = case.row
        return OpenCase(
            id=row.id,
            kind=CaseKind(row.kind),
            status=Status(row.status),
            filed_on=row.filed_on,
            history=read_history(case.session, case_id),
            readers=tuple(wrap.account_id for wrap in _wraps(case.session, case_id)),
            document=document,
            messages=messages,
            work=read_work(case, reader.account_id),
        )


def reply(desk: Desk, reader: Unlocked, case_id: str, text: str) -> None:
    """Answer the reporter, who sees it with the receipt. Raise `EmptyTextError`, `TextTooLongError`."""
    checked = checked_text(text)
    with opened(desk, reader, case_id, "case_answered") as case:
        on = day_of(desk.clock())
        add_message(case.session, case.row, case.key, Author.COUNSELLOR, checked, on, reader.account_id)


def move(desk: Desk, reader: Unlocked, case_id: str, after: Status) -> None:
    """Take a step of the workflow; raise `MoveNotAllowedError`."""
    with opened(desk, reader, case_id, f"case_{after}") as case:
        _step(desk, case, reader, after)


def add_reader(desk: Desk, reader: Unlocked, case_id: str, account_id: str) -> None:
    """Let a colleague read; only who can open the case can do this.

    Raise `ExcludedReaderError`, `UnknownAccountError` (none, switched off, or a role that reads no such case).
    """
    with opened(desk, reader, case_id, f"reader_added:{account_id}") as case:
        account = case.session.get(AccountRow, account_id, with_for_update={"read": True})
        if account is None or not account.active or Role(account.role) not in READS[CaseKind(case.row.kind)]:
            raise UnknownAccountError
        if is_excluded(account, case.document().may_not_read):
            raise ExcludedReaderError
        case.session.merge(wrap_for(account, case_id, case.key))


def remove_reader(desk: Desk, reader: Unlocked, case_id: str, account_id: str) -> None:
    """Shut a reader out: the whole case gets a new key, so that a kept old key opens nothing of it.

    Raise `LastReaderError` when nobody else has a key, `UnknownAccountError` when this account has none.
    """
    with opened(desk, reader, case_id, f"reader_removed:{account_id}") as case:
        hold_readers(case)
        wraps = _wraps(case.session, case_id)
        gone = [wrap for wrap in wraps if wrap.account_id == account_id]
        if not gone:
            raise UnknownAccountError
        if len(wraps) == 1:
            raise LastReaderError
        case.session.delete(gone[0])
        leave(case, account_id)
        case.session.flush()
        rekey(case)


def _step(desk: Desk, case: Opened, reader: Unlocked, after: Status) -> None:
    take_step(case.session, case.row, after, reader.role, reader.account_id, day_of(desk.clock()))


def _wraps(session: Session, case_id: str) -> list[WrapRow]:
    return list(session.scalars(select(WrapRow).where(WrapRow.case_id == case_id).order_by(WrapRow.account_id)))


def _summary(row: CaseRow, unseen: int, owner_id: str | None) -> CaseSummary:
    kind, status = CaseKind(row.kind), Status(row.status)
    return CaseSummary(row.id, kind, status, row.filed_on, row.last_activity_on, unseen, owner_id)
