"""The two letters. Each is always the same, to the letter: whoever reads along learns nothing about anyone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and text of a mail."""

    subject: str
    text: str


WAITING = Letter(
    "Wijzer: er wacht iemand",
    "Er wacht iemand op een mens in de chat van Wijzer.\n\n"
    "Log in op de balie om het gesprek over te nemen.\n\n"
    "In deze mail staat niets over het gesprek. Antwoorden op deze mail kan niet.\n",
)
DAILY = Letter(
    "Wijzer: kijk vandaag in de postbak",
    "Dit bericht komt elke dag, ook als er niets wacht.\n\n"
    "Log in op de balie om te zien of er meldingen, berichten of vragen zijn.\n\n"
    "In deze mail staat met opzet niets over wat er wacht. Antwoorden op deze mail kan niet.\n",
)
