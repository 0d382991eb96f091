"""Mail to the desk, through a real SMTP server: when it goes out, to whom, and that it says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from desk.accounts.roles import Role
from desk.cases.readers import CaseKind
from desk.errors import MailFailedError
from desk.intake.live import HandOver, Level, Line, LiveDoor, Speaker
from desk.intake.reports import new_submission_id
from desk.jobs.mail import send_mail
from desk.live.counselling import claim, hand_on
from desk.live.queue import open_chats
from desk.mail.notices import mail_daily, mail_who_waits
from desk.mail.settings import MailSettings
from tests.support.desk_house import DeskHouse
from tests.support.served import free_port

SECRET = "Ik durf niet naar huis."


@dataclass
class PostOffice:
    """Keeps what it gets; refuses the addresses it is told to."""

    mails: list[tuple[str, Message]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any) -> str:  # noqa: N802
        if address in self.refused:
            return "550 unknown"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.mails += [(address, message_from_bytes(content)) for address in envelope.rcpt_tos]
        return "250 OK"

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.mails]

    def contents(self) -> set[tuple[str, str]]:
        return {(str(mail["Subject"]), str(mail.get_payload(decode=True))) for _, mail in self.mails}


@pytest.fixture
def post() -> PostOffice:
    return PostOffice()


@pytest.fixture
def settings(post: PostOffice) -> Iterator[MailSettings]:
    server = Controller(post, hostname="127.0.0.1", port=free_port())
    server.start()
    yield MailSettings(smtp_host="127.0.0.1", smtp_port=server.port, smtp_security="none", smtp_digest_hour=12)
    server.stop()


def ask(house: DeskHouse, level: Level | None = None) -> str:
    line = Line(Speaker.USER, SECRET, "2026-11-21T12:00:00+01:00")
    return LiveDoor(house.desk).hand_over(HandOver((line,), level))


def test_every_counsellor_hears_once_that_somebody_waits(
    house: DeskHouse, post: PostOffice, settings: MailSettings
) -> None:
    house.reader("anna")
    house.reader("bram")
    house.reader("cora", Role.COORDINATOR)
    ask(house)
    assert mail_who_waits(house.desk, settings) == 2
    assert mail_who_waits(house.desk, settings) == 0
    assert post.addresses == ["anna@desk.example", "bram@desk.example"]


def test_the_letter_is_the_same_for_everything_that_waits(
    house: DeskHouse, post: PostOffice, settings: MailSettings
) -> None:
    house.reader("anna")
    ask(house)
    mail_who_waits(house.desk, settings)
    ask(house, Level.DANGER)
    mail_who_waits(house.desk, settings)
    assert len(post.mails) == 2
    ((subject, text),) = post.contents()
    assert subject == "Wijzer: er wacht iemand"
    assert SECRET not in text


def test_a_chat_that_is_handed_on_is_told_again(house: DeskHouse, post: PostOffice, settings: MailSettings) -> None:
    anna = house.reader("anna")
    live_id = ask(house)
    mail_who_waits(house.desk, settings)
    claim(house.desk, anna, live_id)
    assert mail_who_waits(house.desk, settings) == 0
    hand_on(house.desk, anna, live_id)
    assert mail_who_waits(house.desk, settings) == 1
    assert len(post.mails) == 2


def test_a_server_that_is_away_is_tried_again(house: DeskHouse, post: PostOffice, settings: MailSettings) -> None:
    anna = house.reader("anna")
    ask(house)
    away = settings.model_copy(update={"smtp_port": free_port()})
    with pytest.raises(MailFailedError):
        mail_who_waits(house.desk, away)
    with pytest.raises(MailFailedError):
        mail_daily(house.desk, away)
    assert mail_who_waits(house.desk, settings) == 1
    assert mail_daily(house.desk, settings) == 1
    assert len(open_chats(house.desk, anna.account_id)) == 1


def test_one_refused_address_does_not_keep_the_others_waiting(
    house: DeskHouse, post: PostOffice, settings: MailSettings
) -> None:
    house.reader("anna")
    house.reader("bram")
    post.refused.add("anna@desk.example")
    ask(house)
    assert mail_who_waits(house.desk, settings) == 1
    assert post.addresses == ["bram@desk.example"]


def test_the_daily_letter_goes_out_once_at_its_hour_whatever_there_is(
    house: DeskHouse, post: PostOffice, settings: MailSettings
) -> None:
    house.reader("anna")
    house.reader("cora", Role.COORDINATOR)
    house.reader("edit", Role.EDITOR)
    house.clock.pass_by(hours=-1)
    assert mail_daily(house.desk, settings) == 0
    house.clock.pass_by(hours=1)
    assert mail_daily(house.desk, settings) == 2
    assert mail_daily(house.desk, settings) == 0
    house.intake.file_message(CaseKind.MESSAGE, SECRET, new_submission_id())
    house.clock.pass_by(days=1)
    assert mail_daily(house.desk, settings) == 2
    assert post.addresses == ["anna@desk.example", "cora@desk.example"] * 2
    assert len(post.contents()) == 1


def test_without_a_server_no_mail_is_sent_and_nothing_fails(house: DeskHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SMTP_HOST", raising=False)
    house.reader("anna")
    ask(house)
    assert send_mail(house.desk).succeeded
    assert mail_who_waits(house.desk, MailSettings()) == 0
