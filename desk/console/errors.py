"""From named errors to pages: a status, a Dutch sentence and a way on."""

from urllib.parse import quote

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from desk.console.pages import render
from desk.console.sessions import Step
from desk.console.texts import ERRORS, SESSION_OVER, UNEXPECTED
from desk.errors import DeskError

STATUS: dict[str, int] = {
    "AccountExistsError": 409,
    "AlreadyClaimedError": 409,
    "CaseGoneError": 404,
    "CaseMovedOnError": 409,
    "DeskUnavailableError": 503,
    "ExcludedReaderError": 403,
    "ForbiddenError": 403,
    "LastReaderError": 409,
    "LockedOutError": 429,
    "LiveTakenError": 409,
    "MoveNotAllowedError": 409,
    "NotAReaderError": 403,
    "NotFoundError": 404,
    "NoReviewKeyError": 403,
    "NotAReviewerError": 403,
    "NotTheOwnerError": 409,
    "NotYourLiveError": 409,
    "OwnAccountError": 409,
    "SchoolLoginError": 502,
    "SchoolLoginNeededError": 403,
    "SchoolLoginTakenError": 409,
    "SchoolLoginUnknownError": 403,
    "QuestionGoneError": 404,
    "StaleFormError": 403,
    "TamperedError": 500,
    "TitleTakenError": 409,
    "UnknownAccountError": 404,
    "UnknownTopicError": 404,
    "VaultBusyError": 503,
    "WrongKeyError": 403,
}
BY_HTTP_STATUS = {403: "ForbiddenError", 404: "NotFoundError", 405: "NotFoundError", 422: "WrongFormError"}
STEP_PATHS: dict[Step, str] = {
    Step.CHOOSE: "/welcome/password",
    Step.KEEP_RECOVERY_KEY: "/welcome/recovery-key",
    Step.CONFIRM_CODE: "/welcome/code",
    Step.KEEP_CODES: "/welcome/recovery-codes",
    Step.READY: "/",
}

log = structlog.get_logger()


class ConsoleError(DeskError):
    """What only the pages can meet."""


class NotLoggedInError(ConsoleError):
    """Nobody is logged in, or the session has ended."""


class StepFirstError(ConsoleError):
    """Something of the first login has to be done before."""

    def __init__(self, step: Step) -> None:
        super().__init__(step)
        self.step = step


class ForbiddenError(ConsoleError):
    """This role has no business here."""


class StaleFormError(ConsoleError):
    """The form carries no token of this session."""


class NotFoundError(ConsoleError):
    """There is no such page or thing."""


class WrongFormError(ConsoleError):
    """A field of the form is missing or cannot be right."""


def add_error_handlers(app: FastAPI) -> None:
    """Register an answer for everything that can go wrong below the outermost layer."""
    app.add_exception_handler(DeskError, _on_desk_error)
    app.add_exception_handler(NotLoggedInError, _on_not_logged_in)
    app.add_exception_handler(StepFirstError, _on_step_first)
    app.add_exception_handler(RequestValidationError, _on_wrong_form)
    app.add_exception_handler(HTTPException, _on_http_error)


def status_of(error: DeskError) -> int:
    """Return the HTTP status of an error."""
    return STATUS.get(type(error).__name__, 422)


def sentence_of(error: DeskError) -> str:
    """Return what a person reads about an error."""
    return ERRORS.get(type(error).__name__, UNEXPECTED)


async def _on_desk_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, DeskError):
        raise error
    status = status_of(error)
    if status >= 500:
        log.error("desk_error", error=type(error).__name__)
    return _page(request, sentence_of(error), status)


async def _on_not_logged_in(request: Request, _error: Exception) -> Response:
    if request.headers.get("sec-fetch-dest", "document") != "document":
        return PlainTextResponse(SESSION_OVER, 401)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    wanted = here if request.method == "GET" else "/"
    return RedirectResponse("/login" if wanted == "/" else f"/login?next={quote(wanted, safe='')}", 303)


async def _on_step_first(_request: Request, error: Exception) -> Response:
    step = error.step if isinstance(error, StepFirstError) else Step.READY
    return RedirectResponse(STEP_PATHS[step], 303)


async def _on_wrong_form(request: Request, _error: Exception) -> Response:
    return _page(request, ERRORS["WrongFormError"], 422)


async def _on_http_error(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _page(request, ERRORS.get(BY_HTTP_STATUS.get(status, ""), UNEXPECTED), status)


def _page(request: Request, sentence: str, status: int) -> Response:
    return render(request, "error.html", status=status, sentence=sentence)
