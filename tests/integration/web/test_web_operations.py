"""Health, readiness, measures, the description, the pages and their headers."""

from pathlib import Path

import httpx
import pytest

from tests.support.served import free_port
from tests.support.site import API, Chat, Site, run_site
from tests.support.stand_in_bot import StandInBot


def test_healthz_says_that_the_process_lives(site: Site) -> None:
    assert site.client.get("/healthz").json() == {"status": "ok"}


def test_readyz_is_200_when_all_answer(site: Site, bot: StandInBot) -> None:
    response = site.client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok", "database": "ok", "assistant": "ok", "missing": None}


@pytest.mark.parametrize("missing", ["model", "actions"])
def test_readyz_says_what_the_bot_lacks(site: Site, bot: StandInBot, missing: str) -> None:
    bot.missing = missing
    response = site.client.get("/readyz")
    assert response.status_code == 503
    assert "retry-after" in response.headers
    body = response.json()
    assert (body["database"], body["assistant"], body["missing"]) == ("ok", "unavailable", missing)


def test_readyz_says_that_the_bot_is_gone(tmp_path: Path) -> None:
    with run_site(tmp_path, f"http://127.0.0.1:{free_port()}") as site:
        response = site.client.get("/readyz")
        assert (response.status_code, response.json()["missing"]) == (503, "bot")
        assert site.client.get("/healthz").status_code == 200


def test_readyz_says_that_the_database_does_not_answer(own_site: Site, bot: StandInBot) -> None:
    with own_site.house.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE chat_conversations RENAME TO elsewhere")
    response = own_site.client.get("/readyz")
    assert response.status_code == 503
    assert (response.json()["database"], response.json()["assistant"]) == ("unavailable", "ok")


def test_metrics_count_without_ids_or_texts(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    chat.say("vergoeding")
    chat.post(text="")
    own_site.client.get("/nope/" + chat.id)
    response = own_site.client.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    for line in (
        "wijzer_conversations_started_total 1.0",
        'wijzer_messages_total{kind="answer",sender="assistant"} 1.0',
        'wijzer_errors_total{code="text_empty"} 1.0',
        'route="/api/v1/conversations/{conversation_id}/messages"',
    ):
        assert line in response.text
    for secret in (chat.id, chat.token, "vergoeding"):
        assert secret not in response.text


def test_metrics_give_away_no_cry_for_help_and_no_coming_back(own_site: Site, bot: StandInBot) -> None:
    own_site.begin().say("nood")
    own_site.client.post("/api/v1/receipts", json={"receipt": "1234567812345678"})
    counted = own_site.client.get("/metrics").text
    assert 'wijzer_messages_total{kind="other",sender="assistant"}' in counted
    for telling in ('kind="crisis"', "/receipts", "_created"):
        assert telling not in counted


def test_the_description_is_served_and_nothing_of_other_sites(site: Site) -> None:
    described = site.client.get("/openapi.json").json()
    assert f"{API}/{{conversation_id}}/messages" in described["paths"]
    assert "HTTPValidationError" not in str(described)
    for path in ("/docs", "/redoc"):
        assert site.client.get(path).status_code == 404


def test_api_answers_are_not_stored_and_set_no_cookie(chat: Chat) -> None:
    for response in (chat.post(text="hoi"), chat.post(text=""), chat.call("GET", "/messages")):
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-content-type-options"] == "nosniff"
        assert "set-cookie" not in response.headers


@pytest.mark.parametrize("path", ["/", "/demo", "/melding", "/privacy", "/toegankelijkheid"])
def test_pages_have_a_strict_policy(site: Site, path: str) -> None:
    response = site.client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert response.headers["referrer-policy"] == "no-referrer"
    assert response.headers["cross-origin-opener-policy"] == "same-origin"
    assert "microphone=()" in response.headers["permissions-policy"]
    assert "set-cookie" not in response.headers
    assert site.client.head(path).status_code == 200


def test_only_the_chat_page_may_be_framed_and_only_by_the_sites_that_were_named(
    tmp_path: Path, bot: StandInBot, bot_url: str
) -> None:
    with run_site(tmp_path, bot_url, widget_origins="https://school.nl, https://*.mbo.nl") as site:
        page = site.client.get("/").headers
        assert page["content-security-policy"].endswith("frame-ancestors https://school.nl https://*.mbo.nl")
        assert "x-frame-options" not in page
        for path in ("/demo", "/healthz", API):
            headers = site.client.get(path).headers
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert headers["x-frame-options"] == "DENY"


def test_the_widget_and_the_logo_load_from_other_sites(site: Site) -> None:
    widget = site.client.get("/widget.js")
    assert widget.headers["content-type"] == "text/javascript; charset=utf-8"
    logo = site.client.get("/static/img/wijzer.svg")
    assert logo.headers["content-type"] == "image/svg+xml"
    for response in (widget, logo):
        assert response.status_code == 200
        assert response.headers["cross-origin-resource-policy"] == "cross-origin"


def test_static_files_come_compressed_and_say_when_they_changed(site: Site) -> None:
    response = site.client.get("/static/css/base.css")
    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert response.headers["content-encoding"] == "gzip"
    again = site.client.get("/static/css/base.css", headers={"If-None-Match": response.headers["etag"]})
    assert again.status_code == 304


def test_static_files_do_not_lead_outside_their_folder(site: Site) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py"):
        assert httpx.get(site.url + path).status_code == 404
