"""Named errors of the desk. Each edge turns them into a Dutch sentence; none carries content or names."""

from datetime import datetime


class DeskError(Exception):
    """Anything the desk refuses or cannot do."""


# --- the vault ---------------------------------------------------------------------------------------------


class VaultError(DeskError):
    """Keys and sealing."""


class WrongReceiptError(VaultError):
    """No report has this receipt: mistyped, withdrawn, expired, or never given out."""


class WrongKeyError(VaultError):
    """This key does not open it: it was sealed for someone else, or for a key that was replaced since."""


class TamperedError(VaultError):
    """What was stored was changed, cut short or moved to another place."""


class WrongPasswordError(VaultError):
    """Unknown account, wrong password or an account that was switched off: the caller cannot tell which."""


class WrongRecoveryKeyError(VaultError):
    """The recovery key does not open this account's private key."""


class WeakPasswordError(VaultError):
    """The password is shorter than the desk accepts."""


class VaultBusyError(VaultError):
    """Too many receipts or passwords are being checked at this moment; try again later."""


class VaultMismatchError(VaultError):
    """The database was made with another pepper or other costs: receipts given out would stop working."""


class TooLargeError(VaultError):
    """More than one sealed blob may hold."""


# --- the store ---------------------------------------------------------------------------------------------


class DeskUnavailableError(DeskError):
    """The database does not answer. Nothing was stored; the same call can be made again."""


# --- handing in --------------------------------------------------------------------------------------------


class NoReaderError(DeskError):
    """There is nobody who could read it, so it was not accepted: say so, and point to other places."""


class NoReaderLeftError(NoReaderError):
    """There are readers, but the reporter excluded all of them."""


class EmptyReportError(DeskError):
    """Not one field is filled."""


class AlreadyFiledError(DeskError):
    """This submission was filed before and its receipt can no longer be shown."""


class WeakSubmissionIdError(DeskError):
    """A submission id must be unguessable: use the token of the draft, or `new_submission_id()`."""


class DraftGoneError(DeskError):
    """The unfinished report does not exist (any more)."""


class EmptyTextError(DeskError):
    """A message without text."""


class TextTooLongError(DeskError):
    """A message longer than the desk accepts."""


class ReceiptInTextError(DeskError):
    """The message holds the receipt itself, which nobody but the reporter may know."""


# --- cases -------------------------------------------------------------------------------------------------


class CaseGoneError(DeskError):
    """There is no such case (any more)."""


class NotAReaderError(DeskError):
    """This account has no key to this case."""


class ExcludedReaderError(DeskError):
    """The reporter does not want this account, or its organisation, to read the case."""


class LastReaderError(DeskError):
    """Nobody would be left who can open the case."""


class MoveNotAllowedError(DeskError):
    """The workflow has no such step."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__(f"{before} -> {after}")
        self.before = before
        self.after = after


class AlreadyClaimedError(DeskError):
    """A colleague was first: the case is theirs."""


class NotTheOwnerError(DeskError):
    """The case is a colleague's, or nobody's."""


class CaseMovedOnError(DeskError):
    """A newer message came in, or a colleague answered, since this page was opened."""


class UnknownLabelError(DeskError):
    """There is no such label (any more)."""


class UnknownFieldError(DeskError):
    """The case has no such field, or it is empty."""


class TitleTakenError(DeskError):
    """There is one with this title already."""


class AuditBrokenError(DeskError):
    """The audit log was changed: an entry differs, or entries are missing."""

    def __init__(self, sequence: int) -> None:
        super().__init__(f"entry {sequence}")
        self.sequence = sequence


# --- the review queue --------------------------------------------------------------------------------------


class NotAReviewerError(DeskError):
    """This account may not read the review queue."""


class NoReviewKeyError(DeskError):
    """This account has no review key yet: a colleague who has it must open the queue once."""


class QuestionGoneError(DeskError):
    """There is no such question (any more)."""


class InvalidVerdictError(DeskError):
    """A topic comes with the verdict "topic" and with no other, as an article's id."""


# --- live chats --------------------------------------------------------------------------------------------


class DeskClosedError(DeskError):
    """Outside office hours nobody can be asked for; a message can be left."""


class LiveTakenError(DeskError):
    """The live chat is no longer where this step starts: over, gone, or someone was faster."""


class MailFailedError(DeskError):
    """The mail server cannot be reached, refuses us, or takes no single address."""


class NotYourLiveError(DeskError):
    """Another counsellor holds this live chat."""


# --- accounts ----------------------------------------------------------------------------------------------


class AccountExistsError(DeskError):
    """There is an account with this e-mail address already."""


class UnknownAccountError(DeskError):
    """There is no such account, or it is switched off."""


class OwnAccountError(DeskError):
    """Nobody switches off or starts anew the account they are logged in with."""


class SchoolLoginError(DeskError):
    """The school's login did not go well, or what it says cannot be trusted."""


class SchoolLoginUnknownError(DeskError):
    """This person of the school belongs to no account of the desk."""


class SchoolLoginTakenError(DeskError):
    """This person of the school belongs to another account already."""


class SchoolLoginNeededError(DeskError):
    """This account comes in through its school only."""


class InvalidAccountError(DeskError):
    """The e-mail address, name or organisation of an account cannot be right."""


class WrongCodeError(DeskError):
    """The code of the authenticator app is wrong, too old, or was used before."""


class LockedOutError(DeskError):
    """Too many tries with this e-mail address, known or not; `until` says when the next one is possible."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until


# --- jobs --------------------------------------------------------------------------------------------------


class DeletionFailedError(DeskError):
    """Something that should be gone is still there."""


# --- masking -----------------------------------------------------------------------------------------------


class NamesModelMissingError(DeskError):
    """No pipeline that knows names is installed; without one nothing may be stored. `make setup` installs ours."""


# --- counting and learning ---------------------------------------------------------------------------------


class TopicsUnreadableError(DeskError):
    """The file with topics is missing or is no topics file."""


class UnknownTopicError(DeskError):
    """There is no topic or article with this id."""


class BracketsLeftError(DeskError):
    """A sentence to learn from still has a place where something was masked, or marks of training data."""


class PersonalTextError(DeskError):
    """A sentence to learn from still has something that looks like a person's name, number or address."""


class ArticlesUnreadableError(DeskError):
    """The folder with articles, or one of them, cannot be read."""


class CheckFailedError(DeskError):
    """The content checker could not be run."""


class ExportFailedError(DeskError):
    """The change could not be written; everything still waits."""
