"""The routers of the console, each with the pages of one room. One more is one more line in both lists."""

from fastapi import APIRouter

from desk.console.routes import (
    account,
    accounts,
    articles,
    audit,
    case,
    cases,
    changes,
    figures,
    inbox,
    live,
    login,
    operations,
    recover,
    review,
    school,
    shelf,
    start,
    welcome,
)

ROUTERS: tuple[APIRouter, ...] = (
    operations.router,
    login.router,
    recover.router,
    school.router,
    welcome.router,
    start.router,
    account.router,
    inbox.router,
    live.router,
    cases.router,
    case.router,
    changes.router,
    shelf.router,
    figures.router,
    review.router,
    articles.router,
    accounts.router,
    audit.router,
)
