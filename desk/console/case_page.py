"""Puts the page of one case together."""

from fastapi import Request
from fastapi.responses import Response

from desk.cases.casework import OpenCase, open_case
from desk.cases.colleagues import circle_of, names_of
from desk.cases.workflow import MOVES, Status
from desk.console.case_queues import case_title
from desk.console.case_texts import STEPS
from desk.console.case_view import shown_fields, shown_messages
from desk.console.deps import Visitor
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.watches import state_id
from desk.shelf.canned import all_canned
from desk.shelf.labels import all_labels


def case_page(
    request: Request,
    house: ConsoleHouse,
    visitor: Visitor,
    case_id: str,
    *,
    status: int = 200,
    problem: str | None = None,
    typed: str | None = None,
) -> Response:
    """Open a case and show it; `typed` is an answer that could not be sent. Raises what `open_case` raises."""
    desk = house.desk
    case = open_case(desk, visitor.unlocked, case_id)
    house.looking.look(case_id, visitor.account_id)
    names, revealed = names_of(desk), visitor.session.revealed.get(case_id, set())
    looking = [names.get(one, "?") for one in house.looking.others(case_id, visitor.account_id)]
    return render(
        request,
        "case/case.html",
        status=status,
        case=case,
        watched=state_id(house, visitor, "case", case_id),
        title=case_title(case.kind, case.id),
        fields=shown_fields(case, revealed, names),
        messages=shown_messages(case, revealed, names),
        last=case.messages[-1].sequence if case.messages else 0,
        circle=circle_of(desk, case),
        names=names,
        looking=looking,
        steps=_steps(case),
        labels=all_labels(desk),
        canned=all_canned(desk),
        problem=problem,
        typed=case.work.draft if typed is None else typed,
    )


def _steps(case: OpenCase) -> list[tuple[Status, str]]:
    """The steps that the workflow has from here, in its own order."""
    return [(after, STEPS[after]) for after in Status if after in MOVES[case.status]]
