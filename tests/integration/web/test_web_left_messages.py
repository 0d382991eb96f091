"""Leaving a message for the desk through the website's API."""

import pytest

from desk.accounts.roles import Role
from desk.cases.access import opened
from desk.cases.casework import list_cases
from tests.support.office import Office, texts
from tests.support.site import Chat, eventually


def leave_message(chat: Chat, opening: str, text: str) -> list[dict[str, object]]:
    """Leave a message; return what is said after sending it."""
    chat.say(opening)
    (shown,) = chat.say(text)
    return chat.click(shown["buttons"][0]["payload"])


@pytest.mark.parametrize(
    ("opening", "role"),
    [("bericht achterlaten", Role.COUNSELLOR), ("bericht van een bedrijf", Role.COORDINATOR)],
)
def test_a_message_goes_without_contact_data_to_the_right_people(office: Office, opening: str, role: Role) -> None:
    reader = office.desk.reader("anna", role)
    chat = office.site.begin()
    (sent,) = leave_message(chat, opening, "Mijn stage stopt. Mail me op a.jansen@example.org")
    receipt = str(sent["receipt"])
    assert receipt in str(sent["text"])
    (only,) = list_cases(office.desk.desk, reader.account_id)
    with opened(office.desk.desk, reader, only.id, "case_read") as case:
        document = case.document()
    assert "Mijn stage stopt." in str(document.model_dump()["text"])
    assert "jansen" not in str(document.model_dump()).lower()
    assert office.desk.intake.receipt_status(receipt).status
    assert receipt not in texts(chat.history())


def test_what_is_taken_out_of_a_message_is_told(office: Office) -> None:
    office.counsellor()
    chat = office.site.begin()
    chat.say("bericht achterlaten")
    (shown,) = chat.say("Bel me op 06-12345678 over mijn stage")
    assert "een telefoonnummer weggelaten" in shown["text"]
    assert "12345678" not in shown["text"]


def test_sending_twice_gives_the_same_code_once(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("bericht achterlaten")
    (shown,) = chat.say("Mijn stage stopt.")
    button = shown["buttons"][0]["payload"]
    (first,) = chat.click(button)
    assert eventually(lambda: chat.click(button)[0]["receipt"] == first["receipt"])
    assert len(list_cases(office.desk.desk, anna.account_id)) == 1


def test_a_cry_for_help_is_no_message(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("bericht achterlaten")
    card, after = chat.say("nood")
    assert card["kind"] == "crisis"
    assert "niet als bericht bewaard" in after["text"]
    assert list_cases(office.desk.desk, anna.account_id) == []


def test_another_button_ends_the_writing(office: Office) -> None:
    office.counsellor()
    chat = office.site.begin()
    (choices,) = chat.say("keuze")
    chat.say("bericht achterlaten")
    chat.click(choices["buttons"][0]["payload"])
    assert texts(chat.say("hallo")) == "Je zei: hallo"


def test_without_anyone_to_read_it_a_message_is_not_kept(office: Office) -> None:
    chat = office.site.begin()
    assert "kan niemand je bericht lezen" in texts(leave_message(chat, "bericht achterlaten", "Mijn stage stopt."))
