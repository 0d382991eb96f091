"""What the stand-in bot says in the browser tests, by what is typed or chosen; one per look of the page."""

from tests.support.stand_in_bot import RECEIPT, Said, say

WELCOME = "Hoi! Ik ben Wijzer, een chatbot. Ik ben dus geen mens."

ANSWER_TEXT = (
    "Niet elk bedrijf betaalt een stagevergoeding. Het hoeft niet van de wet.\n\n"
    "Wat je kunt krijgen:\n- een bedrag per maand\n- reiskosten\n\n"
    "Kijk op https://www.rijksoverheid.nl/stage (uitleg), of bel 0800-0880. In 2023 deden 112 scholen mee."
)
ANSWER = say(
    ANSWER_TEXT,
    kind="answer",
    article="stage/vergoeding",
    source={"title": "Stagepact MBO", "url": "https://www.rijksoverheid.nl/stagepact", "as_of": "2023-02"},
    buttons=[
        {"title": "Meer uitleg", "payload": "/meer"},
        {"title": "Stagemarkt", "url": "https://stagemarkt.nl"},
    ],
    more=True,
)
OLD_SOURCE = say(
    "De gemeente betaalt 500 euro.",
    kind="answer",
    article="stage/gemeente-utrecht",
    source={"title": "Stagebeleid Utrecht", "url": None, "as_of": "2020"},
)
CHOICES = say(
    "Bedoel je een van deze?",
    kind="choices",
    buttons=[
        {"title": "Stage zoeken", "payload": "/zoeken"},
        {"title": "Stage betaald krijgen", "payload": "/stage_vergoeding"},
    ],
)
CRISIS = say(
    "Wat naar dat je je zo voelt. Goed dat je het zegt.\n\n"
    "Bel gratis 113 of 0800-0113, dag en nacht. Je kunt ook chatten op https://www.113.nl.\n\n"
    "Is er nu gevaar? Bel 112.",
    kind="crisis",
    article="hulp/crisis",
    buttons=[{"title": "Ik wil een mens spreken", "payload": "/mens"}],
)
REPORT = say("Je melding is binnen. Dank je dat je dit vertelt.", kind="report", receipt=RECEIPT)
LONG = say("\n\n".join(f"Alinea {number} van een lang antwoord over je stage." for number in range(1, 31)))
SNEAKY = say(
    '<img src=x onerror="document.title=1"> <b>vet</b>',
    buttons=[{"title": "<i>knop</i>", "payload": "/zoeken"}, {"title": "Val", "url": "javascript:alert(1)"}],
)

REPLIES: dict[str, list[Said]] = {
    "/begin": [say(WELCOME), say("Waar kan ik je mee helpen?")],
    "vergoeding": [ANSWER],
    "Krijg ik geld voor mijn stage?": [ANSWER],
    "/meer": [say("Hier is meer uitleg over je vergoeding.", kind="answer", article="stage/vergoeding")],
    "gemeente": [OLD_SOURCE],
    "welke": [CHOICES],
    "/zoeken": [say("Kijk op stagemarkt.nl.")],
    "nood": [CRISIS],
    "melden": [REPORT],
    "lang": [LONG],
    "stiekem": [SNEAKY],
}
