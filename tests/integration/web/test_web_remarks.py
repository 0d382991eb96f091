"""Who types a number or address in free chat is told kindly that nobody needs it."""

import pytest

from tests.support.site import Chat


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("bel mij op 06-48213377 over vergoeding", "een telefoonnummer"),
        ("mijn bsn is 123456782 maar ik wil weten over vergoeding", "een burgerservicenummer (BSN)"),
        ("ik woon op de Croeselaan 212, postcode 3521 BN, over vergoeding", "een adres en een postcode"),
        ("mail jan punt de vries apestaart gmail punt com over vergoeding", "een e-mailadres"),
    ],
)
def test_a_number_or_address_gets_a_remark_beside_the_answer(chat: Chat, typed: str, named: str) -> None:
    answer, remark = chat.say(typed)
    assert answer["kind"] == "answer"
    assert f"In je bericht staat, denk ik, {named}." in remark["text"]
    assert "Wis dan dit gesprek" in remark["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "in 2024 kreeg ik 300 euro per maand over vergoeding",
        "ik belde 0800-0432 en 113 over vergoeding",
        "crebo 25655, niveau 4, over vergoeding",
        "Fatima vraagt iets over vergoeding",
    ],
)
def test_other_numbers_and_names_get_none(chat: Chat, typed: str) -> None:
    assert len(chat.say(typed)) == 1


def test_a_form_a_cry_for_help_and_a_person_are_not_interrupted(chat: Chat) -> None:
    assert len(chat.say("bel 06-48213377, dit is voor het meldformulier")) == 1
    assert [said["kind"] for said in chat.say("nood")] == ["crisis", "info"]
