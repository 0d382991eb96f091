"""A person takes a conversation over: through the website's API on one side and the desk's services on the other."""

from pathlib import Path

from desk.intake.live import Level, LiveDoor, Owner
from desk.live.counselling import answer, end, give_back
from desk.live.hours import NEVER
from tests.support.office import Office, arrives, texts
from tests.support.site import eventually, files_with
from tests.support.stand_in_bot import StandInBot

SECRET = "Ik durf het thuis niet te vertellen."


def test_a_counsellor_reads_what_was_handed_over_and_answers(office: Office, bot: StandInBot) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say(SECRET)
    (waiting,) = chat.say("haal een mens")
    assert waiting["escalated"]
    assert waiting["kind"] == "handover"
    live_id = office.take(anna)
    assert SECRET in office.lines(anna, live_id)
    assert arrives(chat, "Een medewerker is er nu bij")
    answer(office.desk.desk, anna, live_id, "Hoi, vertel maar.")
    assert arrives(chat, "Hoi, vertel maar.")
    assert [m["from"] for m in chat.history() if m["text"] == "Hoi, vertel maar."] == ["counsellor"]
    heard = len(bot.heard)
    assert chat.say("Dank je") == []
    assert office.lines(anna, live_id)[-1] == "Dank je"
    assert len(bot.heard) == heard


def test_without_consent_nothing_of_the_conversation_goes_along(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say(SECRET)
    chat.say("een mens zonder dit gesprek")
    assert office.lines(anna, office.take(anna)) == []


def test_an_anonymous_report_never_goes_along(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("vergoeding")
    chat.say("melding")
    chat.say("Mijn verhaal voor de melding")
    chat.say("keuze")
    chat.say("haal een mens")
    lines = office.lines(anna, office.take(anna))
    assert "vergoeding" in lines
    assert "keuze" in lines
    assert not [line for line in lines if "melding" in line]


def test_giving_back_lets_the_assistant_speak_again(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("haal een mens")
    live_id = office.take(anna)
    give_back(office.desk.desk, anna, live_id)
    assert texts(chat.say("hallo")) == "Je zei: hallo"
    assert arrives(chat, "Je praat weer met mij, de chatbot")
    assert eventually(lambda: office.queue(anna) == ())


def test_a_cry_for_help_is_answered_by_both_and_moves_the_chat_up(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("haal een mens")
    live_id = office.take(anna)
    (card,) = chat.say("nood")
    assert (card["kind"], card["buttons"]) == ("crisis", [])
    assert office.lines(anna, live_id)[-2:] == ["nood", "Bel 113."]
    assert office.queue(anna)[0].level == Level.SUICIDE


def test_a_cry_for_help_is_never_lost_when_the_assistant_cannot_say_its_card(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("haal een mens")
    live_id = office.take(anna)
    (card,) = chat.say("nood stuk")
    assert card["kind"] == "crisis"
    assert "112" in card["text"]
    assert "0800-0113" in card["text"]
    assert "nood stuk" in office.lines(anna, live_id)
    assert office.queue(anna)[0].level == Level.SUICIDE


def test_a_cry_for_help_before_puts_the_chat_on_top(office: Office) -> None:
    anna, first, urgent = office.counsellor(), office.site.begin(), office.site.begin()
    first.say("haal een mens")
    urgent.say("nood")
    urgent.say("een mens zonder dit gesprek")
    assert [one.level for one in office.queue(anna)] == [Level.SUICIDE, None]


def test_while_waiting_what_is_typed_is_kept_for_the_counsellor(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("haal een mens")
    (reply,) = chat.say("Het gaat over mijn stage")
    assert "staat klaar voor de medewerker" in reply["text"]
    assert "Het gaat over mijn stage" in office.lines(anna, office.take(anna))


def test_who_stops_waiting_talks_to_the_assistant(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    (waiting,) = chat.say("haal een mens")
    chat.click(waiting["buttons"][0]["payload"])
    assert office.queue(anna) == ()
    assert texts(chat.say("hallo")) == "Je zei: hallo"


def test_the_answer_waits_for_who_is_gone(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("haal een mens")
    live_id = office.take(anna)
    answer(office.desk.desk, anna, live_id, "Ik wacht op je.")
    end(office.desk.desk, anna, live_id)
    assert arrives(chat, "Ik wacht op je.")
    assert arrives(chat, "afgerond")


def test_a_deleted_conversation_is_gone_at_the_desk_too(office: Office) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say("haal een mens")
    live_id = office.take(anna)
    assert chat.delete().status_code == 204
    assert office.queue(anna) == ()
    assert LiveDoor(office.desk.desk).owner(live_id) == Owner.ENDED


def test_outside_hours_nobody_is_asked_and_that_is_said(office: Office) -> None:
    object.__setattr__(office.desk.desk, "hours", NEVER)
    anna, chat = office.counsellor(), office.site.begin()
    assert "geen medewerker beschikbaar" in texts(chat.say("haal een mens"))
    assert office.queue(anna) == ()
    assert texts(chat.say("hallo")) == "Je zei: hallo"


def test_the_assistant_answers_when_the_desk_cannot_be_opened(office: Office) -> None:
    chat = office.site.begin()
    office.desk.desk.store.engine.dispose()
    broken = office.desk.desk.store.engine.url.database
    assert broken
    Path(broken).unlink()
    Path(broken).mkdir()
    assert "Dat ligt aan ons" in texts(chat.say("haal een mens"))
    assert texts(chat.say("hallo")) == "Je zei: hallo"


def test_nothing_that_was_said_lies_open_on_disk(office: Office, tmp_path: Path) -> None:
    anna, chat = office.counsellor(), office.site.begin()
    chat.say(SECRET)
    chat.say("haal een mens")
    answer(office.desk.desk, anna, office.take(anna), "Dat begrijp ik heel goed")
    assert arrives(chat, "Dat begrijp ik")
    chat.say("bericht achterlaten")
    assert files_with(tmp_path, SECRET) == []
    assert files_with(tmp_path, "Dat begrijp ik heel goed") == []
