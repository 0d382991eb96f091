"""The description of the API against the running application: what it says must be true."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from pydantic import SecretStr
from schemathesis import Case
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.parameters import ParameterLocation

from connectors.settings import WebSettings
from connectors.web.app import create_app
from tests.support.served import serve
from tests.support.site import QUICK, Chat, Site, run_site
from tests.support.stand_in_bot import TOKEN, StandInBot

load_all_checks()
LEFT_OUT: list[Any] = CHECKS.get_by_names(
    [
        # These expect 401; the contract says 404 for a wrong token, as for an unknown conversation.
        "ignored_auth",
        "missing_required_header",
        # A payload or receipt of the right form is refused unless we gave it out.
        "positive_data_acceptance",
    ]
)

unconnected = WebSettings(bot_token=SecretStr(TOKEN), database_url="postgresql://127.0.0.1/never-connected")
described = create_app(unconnected).openapi()
schema = schemathesis.openapi.from_dict(described)
quickly = settings(max_examples=15, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


def left_out(case: Case[Any]) -> list[Any]:
    """Do not expect a refusal of a wrong id or token when a right one takes its place."""
    replaced = (ParameterLocation.PATH, ParameterLocation.HEADER)
    parts = case.meta.components if case.meta else {}
    if any(part.mode.is_negative for where, part in parts.items() if where in replaced):
        return [*LEFT_OUT, *CHECKS.get_by_names(["negative_data_rejection"])]
    return LEFT_OUT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give a site whose streams end at once."""
    folder = tmp_path_factory.mktemp("contract")
    timing = replace(QUICK, stream=0.01)
    with serve(StandInBot().app) as bot_url, run_site(folder, bot_url, timing=timing) as running:
        yield running


@pytest.fixture(scope="module")
def chat(site: Site) -> Chat:
    """Give a conversation that lasts as long as these tests."""
    return site.begin()


def test_the_description_that_is_served_is_the_one_that_is_tested(site: Site) -> None:
    assert site.client.get("/openapi.json").json() == described


@schema.parametrize()
@quickly
def test_every_answer_is_as_described(case: Case[Any], site: Site) -> None:
    case.call_and_validate(base_url=site.url, excluded_checks=LEFT_OUT)


@schema.include(path_regex="conversation_id").exclude(method="DELETE").parametrize()
@quickly
def test_every_answer_in_a_conversation_is_as_described(case: Case[Any], site: Site, chat: Chat) -> None:
    case.path_parameters["conversation_id"] = chat.id
    if "message_id" in case.path_parameters:
        case.path_parameters["message_id"] = chat.messages[0]["id"]
    case.call_and_validate(base_url=site.url, headers=chat.headers, excluded_checks=left_out(case))


@schema.include(path_regex="conversation_id", method="DELETE").parametrize()
@quickly
def test_every_deletion_is_as_described(case: Case[Any], site: Site) -> None:
    chat = site.begin()
    case.path_parameters["conversation_id"] = chat.id
    case.call_and_validate(base_url=site.url, headers=chat.headers, excluded_checks=left_out(case))
