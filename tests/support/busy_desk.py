"""A desk on a busy day: what a counsellor with thirty open cases sees. Everything here is made up."""

from dataclasses import dataclass

from desk.accounts.roles import Role
from desk.cases import work
from desk.cases.answering import answer
from desk.cases.casework import list_cases, move, open_case
from desk.cases.document import Exclusions, Ground, Phase, ReportDocument, StudyLevel, Wish
from desk.cases.readers import CaseKind
from desk.cases.workflow import Status
from desk.intake.reports import new_submission_id
from desk.shelf.canned import add_canned
from desk.shelf.labels import add_label, all_labels
from tests.support.console import DeskPerson, RunningConsole

REPORTS = 24
MESSAGES = 6
STORY = (
    "Ik had een stagegesprek bij een bakker. Toen ik binnenkwam zei Jan de Boer dat mijn hoofddoek niet bij de winkel "
    "past. Thuis kreeg ik een mail dat ze al iemand hadden, maar de plek staat nog online. Mijn nummer is 06-12345678."
)
GROUNDS = (Ground.HEADSCARF, Ground.ORIGIN, Ground.SEX, Ground.DISABILITY, Ground.RELIGION, Ground.UNKNOWN)
SECTORS = ("bakkerij", "zorg", "techniek", "winkel", "horeca", "kinderopvang")


@dataclass(frozen=True)
class BusyDesk:
    """Who works there, and the case that is looked at most."""

    anna: DeskPerson
    bea: DeskPerson
    case: str
    receipt: str


def busy_desk(console: RunningConsole) -> BusyDesk:
    """Fill a console that has nobody yet."""
    anna, bea = console.person("Anna de Vries"), console.person("Bea Jansen")
    console.person("Carla Bos", Role.COORDINATOR)
    _shelf(console, anna)
    receipts = [_report(console, number) for number in range(REPORTS)]
    for number in range(MESSAGES):
        text = f"Kan ik volgende week langskomen over mijn stage? Vraag {number + 1}."
        console.house.intake.file_message(CaseKind.MESSAGE, text, new_submission_id())
        console.house.clock.pass_by(hours=3)
    ids = [one.id for one in list_cases(console.house.desk, anna.id) if one.kind is CaseKind.REPORT]
    receipt = next(one for one in receipts if _is_of(console, one, anna, ids[0]))
    _work(console, anna, bea, ids)
    console.house.intake.write_back(receipt, "Ja, het was in maart. Mag mijn naam erbuiten blijven?")
    return BusyDesk(anna, bea, f"/cases/{ids[0]}", receipt)


def _is_of(console: RunningConsole, receipt: str, anna: DeskPerson, case_id: str) -> bool:
    """Whether a receipt belongs to a case: a message with it shows there."""
    seen = {one.id: one.unseen for one in list_cases(console.house.desk, anna.id)}
    console.house.intake.write_back(receipt, "Dit was in de winkel in het centrum.")
    now = {one.id: one.unseen for one in list_cases(console.house.desk, anna.id)}
    return now[case_id] > seen[case_id]


def _shelf(console: RunningConsole, anna: DeskPerson) -> None:
    for title in ("wacht op school", "spoed", "stagebureau"):
        add_label(console.house.desk, anna.unlocked, title)
    thanks = "Dank je voor je melding. We lezen hem goed en schrijven je hier terug."
    add_canned(console.house.desk, anna.unlocked, "Eerste reactie", thanks)


def _report(console: RunningConsole, number: int) -> str:
    document = ReportDocument(
        what_happened=STORY,
        phase=list(Phase)[number % len(Phase)],
        grounds=(GROUNDS[number % len(GROUNDS)],),
        sector=SECTORS[number % len(SECTORS)],
        period="2026-03",
        study_level=StudyLevel.MBO_3,
        study="Verkoopspecialist",
        company="Bakkerij Voorbeeld",
        town="Utrecht",
        wish=Wish.ADVICE,
        may_not_read=Exclusions(in_own_words="mijn stagebegeleider") if number == 0 else Exclusions(),
    )
    console.house.clock.pass_by(hours=9)
    return console.house.intake.file_report(document, new_submission_id())


def _work(console: RunningConsole, anna: DeskPerson, bea: DeskPerson, ids: list[str]) -> None:
    desk = console.house.desk
    for case_id in ids[:12]:
        open_case(desk, anna.unlocked, case_id)
    for case_id in ids[1:5]:
        work.claim(desk, bea.unlocked, case_id)
    first, last = ids[0], len(open_case(desk, anna.unlocked, ids[0]).messages)
    answer(desk, anna.unlocked, first, "Dank je. Wil je vertellen wanneer dit was?", after=last)
    work.add_note(desk, bea.unlocked, first, "Het stagebureau weet nog van niets. Eerst de melder vragen.")
    labels = {one.title: one.id for one in all_labels(desk)}
    work.set_labels(desk, anna.unlocked, first, {labels["wacht op school"]})
    move(desk, anna.unlocked, ids[5], Status.REFERRED)
