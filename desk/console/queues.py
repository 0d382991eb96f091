"""The queues of the inbox, in order of urgency. One more queue is one more entry in `QUEUES`."""

from desk.accounts.roles import Role
from desk.cases.readers import CaseKind
from desk.console.case_queues import case_queue
from desk.console.live_queues import live_queue
from desk.console.queue import Queue
from desk.console.review_queue import review_queue

# Unanswered questions come last.
QUEUES: tuple[Queue, ...] = (
    live_queue("crisis", "Nood", crisis=True),
    live_queue("live", "Wacht op een mens", crisis=False),
    case_queue("reports", "Meldingen", CaseKind.REPORT),
    case_queue("messages", "Berichten van leerlingen en ouders", CaseKind.MESSAGE),
    case_queue("sme-messages", "Berichten van bedrijven", CaseKind.SME_MESSAGE),
    review_queue("questions", "Vragen zonder goed antwoord"),
)


def queues_for(role: Role) -> tuple[Queue, ...]:
    """Return the queues this role sees."""
    return tuple(queue for queue in QUEUES if role in queue.roles)
