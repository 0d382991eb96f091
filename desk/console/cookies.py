"""The one cookie: who is logged in. `__Host-` and Secure, but on plain http to this machine itself."""

from fastapi import Request
from fastapi.responses import Response

from desk.console.settings import is_loopback

SECURE_NAME = "__Host-desk"
LOCAL_NAME = "desk"


def read_token(request: Request) -> str:
    """Return the token of the session, or nothing."""
    return request.cookies.get(_name(request), "")


def give_token(request: Request, response: Response, token: str) -> None:
    """Set the cookie; it goes when the browser closes, and never to or from another site."""
    secure = is_secure(request)
    response.set_cookie(_name(request), token, httponly=True, secure=secure, samesite="strict", path="/")


def take_token(request: Request, response: Response) -> None:
    """Remove the cookie."""
    response.delete_cookie(_name(request), httponly=True, secure=is_secure(request), samesite="strict", path="/")


def _name(request: Request) -> str:
    return SECURE_NAME if is_secure(request) else LOCAL_NAME


def is_secure(request: Request) -> bool:
    """Return whether cookies may be bound to https; only plain http to this machine itself goes without."""
    return request.url.scheme == "https" or not is_loopback(request.url.hostname or "")
