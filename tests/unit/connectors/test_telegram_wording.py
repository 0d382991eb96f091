"""What a person reads in Telegram: plain text, long texts in pieces, small keyboards."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.conversations.house import AMSTERDAM
from connectors.conversations.message import Button, Message, Source
from connectors.telegram.keyboards import Pressed, keyboard, read_pressed
from connectors.telegram.rendering import render
from connectors.telegram.splitting import LIMIT, split_text, units
from connectors.telegram.texts import explanation, first_words, report_elsewhere

MESSAGE = Message(
    id="00000001abcdef12",
    sender="assistant",
    text="Vaak krijg je een vergoeding.",
    at=datetime(2026, 11, 21, 9, tzinfo=AMSTERDAM),
)
TELEGRAMS_LIMIT = 4096


def _with(**changes: object) -> Message:
    return MESSAGE.model_copy(update=changes)


def test_a_long_text_is_cut_between_paragraphs() -> None:
    first, second = "a" * 3000, "b" * 3000
    assert split_text(f"{first}\n\n{second}") == [first, second]


def test_a_paragraph_that_is_too_long_is_cut_between_sentences() -> None:
    sentence = "Dit is een zin."
    pieces = split_text(" ".join([sentence] * 600))
    assert len(pieces) > 1
    assert all(piece.endswith("zin.") for piece in pieces)


@given(st.text(st.sampled_from("ab .\n👍é"), max_size=300), st.integers(4, 40))
def test_pieces_fit_and_lose_only_white_space(text: str, limit: int) -> None:
    pieces = split_text(text, limit)
    assert all(0 < units(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_piece_fits_in_what_telegram_takes_also_with_emoji() -> None:
    pieces = split_text("👍" * 5000)
    assert LIMIT <= TELEGRAMS_LIMIT
    assert [units(piece) <= LIMIT for piece in pieces] == [True] * 3


def test_an_answer_carries_its_source_and_its_date() -> None:
    source = Source(title="Cao gemeenten", url="https://www.caogemeenten.nl", as_of="2026-02")
    text = render(_with(source=source))
    assert text.endswith("Bron: Cao gemeenten, februari 2026\nhttps://www.caogemeenten.nl")


@pytest.mark.parametrize(("as_of", "read"), [("2025", "2025"), ("2025-13", "2025"), (None, "Cao")])
def test_a_date_is_never_made_more_exact_than_it_is(as_of: str | None, read: str) -> None:
    assert render(_with(source=Source(title="Cao", as_of=as_of))).endswith(read)


def test_a_counsellor_is_named_as_a_person() -> None:
    assert render(_with(sender="counsellor", text="Hoi.")).startswith("Medewerker (een mens): Hoi.")


def test_a_button_of_the_website_is_called_by_its_command_here() -> None:
    assert render(_with(text='Kies "Wis gesprek" om te wissen.')) == "Kies /wis om te wissen."


def test_choices_carry_an_id_and_never_their_meaning() -> None:
    made = keyboard(_with(buttons=[Button(title="Stagevergoeding", payload="x" * 22)]))
    assert made is not None
    data = made.inline_keyboard[0][0].callback_data
    assert isinstance(data, str)
    assert len(data.encode()) <= 64
    assert read_pressed(data) == Pressed(button_id="x" * 22)


def test_an_answer_of_the_knowledge_base_can_be_rated() -> None:
    made = keyboard(_with(article="stage/vergoeding", kind="answer"))
    assert made is not None
    assert [read_pressed(str(button.callback_data)) for button in made.inline_keyboard[-1]] == [
        Pressed(rated=MESSAGE.id, helpful=True),
        Pressed(rated=MESSAGE.id, helpful=False),
    ]


def test_nobody_is_asked_to_rate_help_in_a_crisis() -> None:
    assert keyboard(_with(article="hulp/zelfmoord", kind="crisis")) is None


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://www.s-bb.nl/stage", True),
        ("http://localhost:8000/", False),
        ("http://127.0.0.1:8000/", False),
        ("http://intranet/", False),
    ],
)
def test_only_addresses_that_telegram_takes_become_links(url: str, is_link: bool) -> None:
    made = keyboard(_with(buttons=[Button(title="Website", payload="p", url=url)]))
    assert made is not None
    button = made.inline_keyboard[0][0]
    assert (button.url == url) is is_link
    assert (button.callback_data == "b:p") is not is_link


def test_two_short_choices_share_a_row_and_long_ones_do_not() -> None:
    titles = ["Ja", "Nee", "Ik weet het nog niet zeker", "Terug"]
    made = keyboard(_with(buttons=[Button(title=title, payload="p") for title in titles]))
    assert made is not None
    assert [[button.text for button in row] for row in made.inline_keyboard] == [titles[:2], titles[2:3], titles[3:]]


@pytest.mark.parametrize("data", [None, "", "b:", "b:" + "x" * 33, "q:abc", "b:é", "/stage_vergoeding", "y:a b"])
def test_callback_data_that_is_not_ours_means_nothing(data: str | None) -> None:
    assert read_pressed(data) is None


def test_who_begins_reads_what_telegram_sees_and_where_else_to_go() -> None:
    text = first_words("https://wijzer.example/")
    assert "Telegram is een bedrijf. Het ziet wie je bent" in text
    assert text.endswith("https://wijzer.example/")


def test_help_names_every_command_the_chatbot_and_the_emergency_numbers() -> None:
    text = explanation("https://wijzer.example/")
    for word in ("/start", "/stop", "/wis", "/help", "/melding", "chatbot", "112", "0800-0113"):
        assert word in text


def test_the_link_for_a_report_tells_nothing_about_who_follows_it() -> None:
    words = report_elsewhere("https://wijzer.example/").split()
    assert [word for word in words if word.startswith("http")] == ["https://wijzer.example/"]
