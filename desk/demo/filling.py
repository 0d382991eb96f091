"""Fills an empty desk with invented people and cases, through the same doors as real ones."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp
import yaml

from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.totp import check_code
from desk.accounts.unlocking import Unlocked, choose_password, unlock
from desk.cases.answering import answer
from desk.cases.casework import list_cases, open_case
from desk.cases.document import ReportDocument
from desk.cases.readers import CaseKind
from desk.clock import amsterdam_now, stamp_of
from desk.demo.past import count_past_months, publish_past_reports
from desk.desk import Desk
from desk.intake.live import HandOver, Level, Line, LiveDoor, Speaker
from desk.intake.questions import Reason, keep_question
from desk.intake.reports import Intake, new_submission_id
from desk.review.reading import list_questions
from desk.shelf.canned import add_canned

PLAN = Path(__file__).parent / "demo.yml"
SPEAKERS = (Speaker.ASSISTANT, Speaker.USER)


@dataclass(slots=True)
class DemoClock:
    """Tells the time that something invented happened; afterwards the real time."""

    now: datetime = field(default_factory=amsterdam_now)

    def __call__(self) -> datetime:
        return self.now

    def days_ago(self, days: int) -> None:
        """Go to noon, so many days before today."""
        self.now = amsterdam_now().replace(hour=12, minute=0, second=0, microsecond=0) - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Someone invented who can log in. The password is for this demonstration only."""

    person: Person
    password: str = field(repr=False)
    totp_secret: str = field(repr=False)
    unlocked: Unlocked = field(repr=False)


def fill(desk: Desk, clock: DemoClock) -> tuple[DemoAccount, ...]:
    """Fill an empty desk that was opened with this clock; return who can log in."""
    plan: dict[str, Any] = yaml.safe_load(PLAN.read_text(encoding="utf-8"))
    clock.days_ago(30)
    accounts = tuple(_account(desk, clock, Person(**{**one, "role": Role(one["role"])})) for one in plan["accounts"])
    by_role = {one.person.role: one.unlocked for one in reversed(accounts)}
    for one in plan["canned"]:
        add_canned(desk, by_role[Role.COUNSELLOR], one["title"], one["text"])
    for days, do in sorted(_events(desk, plan, by_role[Role.COUNSELLOR]), key=lambda event: -event[0]):
        clock.days_ago(days)
        do()
    clock.now = amsterdam_now()
    count_past_months(desk, plan, clock.now)
    publish_past_reports(desk, by_role[Role.ANALYST], clock.now)
    for one in plan["live"]:
        _live(desk, one)
    list_questions(desk, by_role[Role.COUNSELLOR])  # this hands the key of the questions on to the others
    return accounts


def _account(desk: Desk, clock: DemoClock, person: Person) -> DemoAccount:
    made = create_account(desk, person)
    password = secrets.token_urlsafe(12)
    chosen = choose_password(desk, unlock(desk, person.email, made.one_time_password), password)
    check_code(desk, made.id, pyotp.TOTP(made.totp_secret).at(clock()))
    return DemoAccount(person, password, made.totp_secret, chosen.unlocked)


def _events(desk: Desk, plan: dict[str, Any], counsellor: Unlocked) -> Iterator[tuple[int, Any]]:
    """Everything that came in: how many days ago, and what to do then."""
    intake = Intake(desk)
    for one in plan["reports"]:
        yield one["days"], lambda one=one: _report(desk, intake, counsellor, one)
    for one in plan["messages"]:
        yield one["days"], lambda one=one: intake.file_message(CaseKind(one["kind"]), one["text"], new_submission_id())
    for one in plan["questions"]:
        kept = (one["text"], one.get("answered_with"), Reason(one["reason"]))
        yield one["days"], lambda kept=kept: keep_question(desk, *kept)


def _report(desk: Desk, intake: Intake, counsellor: Unlocked, one: dict[str, Any]) -> None:
    known = {case.id for case in list_cases(desk, counsellor.account_id)}
    intake.file_report(ReportDocument.model_validate(one["report"]), new_submission_id())
    if "answer" in one:
        (new,) = [case.id for case in list_cases(desk, counsellor.account_id) if case.id not in known]
        answer(desk, counsellor, new, one["answer"], len(open_case(desk, counsellor, new).messages))


def _live(desk: Desk, one: dict[str, Any]) -> None:
    at = stamp_of(desk.clock())
    lines = tuple(Line(SPEAKERS[number % 2], text, at) for number, text in enumerate(one["lines"]))
    LiveDoor(desk).hand_over(HandOver(lines, Level(one["level"]) if one["level"] else None))
