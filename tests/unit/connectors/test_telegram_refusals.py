"""No report on Telegram, in whatever words; a question about one, or a cry for help, is answered."""

import pytest

from connectors.conversations.message import Draft
from connectors.telegram.refusals import refuse_all, refuse_reports, starts_report

WEBSITE = "https://wijzer.example/"
INFORMATION = Draft(sender="assistant", kind="answer", text="…", article="discriminatie/wat-is-het")
OTHER_ANSWER = Draft(sender="assistant", kind="answer", text="…", article="stage/vergoeding")
NOT_UNDERSTOOD = Draft(sender="assistant", kind="fallback", text="Dat begrijp ik niet.")
FORM = Draft(sender="assistant", kind="report", text="Wat is er gebeurd?")
CRISIS = Draft(sender="assistant", kind="crisis", text="Bel 113.")


def answers(text: str, *answer: Draft) -> list[Draft] | None:
    return refuse_reports(WEBSITE)(Draft(sender="user", text=text), list(answer))


@pytest.mark.parametrize(
    "text",
    [
        "ik wil een melding doen",
        "melding maken",
        "Ik wil discriminatie melden",
        "kan ik hier aangeven dat ik gediscrimineerd word",
        "ik wil een klacht indienen over mijn stagebedrijf",
        "kan ik hier racisme doorgeven",
        "i want to report discrimination",
        "ik wil graag iets melden over mijn stagebegeleider",
        "start een melding",
    ],
)
def test_who_asks_for_a_report_gets_the_reason_and_a_plain_link(text: str) -> None:
    refused = answers(text, NOT_UNDERSTOOD)
    assert refused is not None
    assert "kan niet via Telegram" in refused[0].text
    assert WEBSITE in refused[0].text.split()


@pytest.mark.parametrize("first", [FORM, OTHER_ANSWER.model_copy(update={"article": "discriminatie/melden"})])
def test_whatever_the_words_a_report_that_begins_is_refused(first: Draft) -> None:
    assert answers("hm", first) is not None


@pytest.mark.parametrize(
    "text",
    [
        "ze zeiden dat ik niet mocht komen vanwege mijn hoofddoek",
        "mijn stagebaas noemde mij een aap",
        "ik ben afgewezen omdat mijn achternaam buitenlands klinkt",
        "werd weggestuurd bij mijn stage omdat ik in een rolstoel zit",
    ],
)
def test_a_story_gets_a_kind_word_and_the_link(text: str) -> None:
    refused = answers(text, INFORMATION)
    assert refused is not None
    assert "mag niet" in refused[0].text
    assert WEBSITE in refused[0].text


@pytest.mark.parametrize(
    "text", ["wat is stagediscriminatie?", "mag een bedrijf mij weigeren om mijn hoofddoek?", "discriminatie"]
)
def test_a_question_about_discrimination_is_answered_as_everywhere(text: str) -> None:
    assert answers(text, INFORMATION) is None


@pytest.mark.parametrize("text", ["hoe meld ik me ziek op mijn stage", "ik wil me ziek melden", "hoeveel verdien ik"])
def test_other_questions_are_answered_as_everywhere(text: str) -> None:
    assert not starts_report(text)
    assert answers(text, OTHER_ANSWER) is None


def test_a_cry_for_help_is_never_refused() -> None:
    text = "ik wil een melding doen, ze noemden mij een aap en nu wil ik dood"
    assert answers(text, CRISIS) is None
    assert refuse_all(WEBSITE)(Draft(sender="user", text=text), [CRISIS]) is None


def test_words_behind_the_command_are_always_refused() -> None:
    assert refuse_all(WEBSITE)(Draft(sender="user", text="bij de bakker"), [NOT_UNDERSTOOD]) is not None


def test_the_assistants_own_refusal_is_passed_on_and_its_turn_dropped() -> None:
    own = Draft(sender="assistant", kind="report", keep="nothing", text="Gebruik je code niet hier op Telegram.")
    refused = answers("1234 5678 9012 3456", own)
    assert refused is not None
    assert [draft.text for draft in refused] == [own.text]
    assert refused[0].keep == "all"


@pytest.mark.parametrize("answer", [[], [Draft(sender="assistant", kind="handover", text="Je wacht.", escalated=True)]])
def test_what_is_said_to_a_counsellor_reaches_the_counsellor(answer: list[Draft]) -> None:
    assert answers("mijn stagebaas noemde mij een aap, ik wil dat melden", *answer) is None
