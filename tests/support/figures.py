"""A year of a busy desk, for tests of what is published: counted and reported through the doors that others use."""

from collections import Counter
from datetime import datetime

from desk.accounts.unlocking import Unlocked
from desk.cases.document import Ground, Phase, ReportDocument
from desk.clock import AMSTERDAM
from desk.intake.counting import Counted
from desk.intake.reports import new_submission_id
from desk.statistics.counts import Key, add_counts, keys_of, wait_keys
from desk.statistics.publishing import publish_what_is_over
from tests.support.desk_house import DeskHouse

OCTOBER = datetime(2026, 10, 5, 10, tzinfo=AMSTERDAM)
AFTERWARDS = datetime(2027, 1, 4, 12, tzinfo=AMSTERDAM)
TIMES: dict[tuple[Counted, str | None], int] = {
    (Counted.CONVERSATION, None): 46,
    (Counted.ANSWERED, "stage/vergoeding"): 31,
    (Counted.ANSWERED, "stage/vinden"): 12,
    (Counted.ANSWERED, "discriminatie/melden"): 3,
    (Counted.CHOICES, None): 8,
    (Counted.NOT_KNOWN, None): 2,
    (Counted.HELPFUL, "stage/vergoeding"): 9,
    (Counted.NOT_HELPFUL, "stage/vergoeding"): 5,
}


def busy_half_year(house: DeskHouse, analyst: Unlocked) -> None:
    """Count and report in October, and let the half year be over. A counsellor must be there to read reports."""
    house.clock.now = OCTOBER
    publish_what_is_over(house.desk, analyst)
    _chat(house)
    for number in range(17):
        ground = Ground.ORIGIN if number < 13 else Ground.AGE
        phase = Phase.INTERVIEW if number < 9 else Phase.SEARCHING
        told = {"phase": phase, "sector": "thuiszorg" if number < 15 else "bouw", "grounds": (ground,)}
        house.intake.file_report(ReportDocument.model_validate(told), new_submission_id())
    house.clock.now = AFTERWARDS


def _chat(house: DeskHouse) -> None:
    counts: Counter[Key] = Counter()
    for (what, topic), times in TIMES.items():
        for key in keys_of(what, house.clock(), topic):
            counts[key] += times
    for seconds in (20, 30, 200, 250, 260, 270, 290, 400, 1000, 1100, 2000, None, 240, 280, 250, 30, 40, 50, 30):
        counts.update(wait_keys(seconds, house.clock()))
    with house.desk.store.writing() as session:
        add_counts(session, counts, house.clock())
