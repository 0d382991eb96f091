"""The review key: one pair for all kept questions. The public half seals, the private half is wrapped to reviewers.

The pair is made when the first reviewer chooses a password. Later reviewers get the private half from one who holds
it, the next time that one opens the queue or chooses a password. An account gets it only after its own password was
chosen, so whoever made the account never holds it. When nobody holds it any more, a new pair takes its place and the
questions that no one could open are deleted.
"""

from nacl.public import PrivateKey
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.accounts.roles import Role
from desk.errors import TamperedError, WrongKeyError
from desk.store.tables import AccountRow, QuestionRow, ReviewKeyRow, ReviewWrapRow
from desk.vault.sealing import key_id, unwrap_key, wrap_key

REVIEWERS = frozenset({Role.COUNSELLOR, Role.EDITOR})
ONLY = 1  # the id of the one row


def carry_review_key(session: Session, account: AccountRow, before: PrivateKey) -> None:
    """Seal the review key to the account's new public key, or make the pair when nobody holds it.

    Called in the transaction that replaced the account's key pair; `before` is the private half it had until then.
    """
    if account.role not in REVIEWERS:
        return
    pair = _pair(session)
    private = _held(session, account.id, before)
    if private is None and not _other_holders(session, account.id):
        private = _begin(session, pair)
    if private is not None:
        _give(session, account, private)


def share_review_key(session: Session, private: PrivateKey) -> int:
    """Give the review key to every reviewer who chose a password and lacks it; return to how many.

    What former reviewers had is taken away. Accounts are held first, then the pair: the same order as in
    `carry_review_key`, so that neither waits for the other.
    """
    reviewers = _reviewers(session)
    _pair(session)
    lacking = [account for account in reviewers if not _holds(session, account)]
    for account in lacking:
        _give(session, account, private)
    entitled = [account.id for account in reviewers]
    session.execute(delete(ReviewWrapRow).where(ReviewWrapRow.account_id.not_in(entitled)))
    return len(lacking)


def public_review_key(session: Session) -> bytes | None:
    """The 32 bytes that questions are sealed to, or None while nobody could read them."""
    return session.scalar(select(ReviewKeyRow.public_key).where(ReviewKeyRow.id == ONLY))


def _pair(session: Session) -> ReviewKeyRow:
    """The only row, held until the transaction ends; the migration made it."""
    return session.scalars(select(ReviewKeyRow).where(ReviewKeyRow.id == ONLY).with_for_update()).one()


def _reviewers(session: Session) -> list[AccountRow]:
    """Active reviewers with a password of their own, held so that none chooses another meanwhile."""
    chosen = select(AccountRow).where(
        AccountRow.active, AccountRow.role.in_(REVIEWERS), ~AccountRow.must_choose_password
    )
    return list(session.scalars(chosen.order_by(AccountRow.id).with_for_update(read=True)))


def _other_holders(session: Session, account_id: str) -> bool:
    others = select(AccountRow).where(AccountRow.active, AccountRow.role.in_(REVIEWERS), AccountRow.id != account_id)
    return any(_holds(session, other) for other in session.scalars(others))


def _holds(session: Session, account: AccountRow) -> bool:
    wrap = session.get(ReviewWrapRow, account.id)
    return wrap is not None and wrap.key_id == key_id(account.public_key)


def _held(session: Session, account_id: str, private: PrivateKey) -> PrivateKey | None:
    """The review key as this account had it; None when it had none, or it does not open."""
    wrap = session.get(ReviewWrapRow, account_id)
    if wrap is None:
        return None
    try:
        return PrivateKey(unwrap_key(wrap.wrapped_key, private))
    except (WrongKeyError, TamperedError):
        return None


def _begin(session: Session, pair: ReviewKeyRow) -> PrivateKey:
    """A new pair; what was sealed to the old one opens for nobody and goes."""
    private = PrivateKey.generate()
    session.execute(delete(ReviewWrapRow))
    session.execute(delete(QuestionRow))
    pair.public_key = bytes(private.public_key)
    return private


def _give(session: Session, account: AccountRow, private: PrivateKey) -> None:
    session.merge(
        ReviewWrapRow(
            account_id=account.id,
            key_id=key_id(account.public_key),
            wrapped_key=wrap_key(bytes(private), account.public_key),
        )
    )
