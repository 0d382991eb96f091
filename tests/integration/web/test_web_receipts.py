"""Receipts, while no report can be filed: every one is unknown."""

import pytest

from tests.support.site import Site

URL = "/api/v1/receipts"


@pytest.mark.parametrize("receipt", ["1234 5678 9012 3456", "1234567890123456", "123", "", "abcd", "٣" * 16])
def test_every_receipt_is_404(site: Site, receipt: str) -> None:
    for path, body in ((URL, {"receipt": receipt}), (f"{URL}/messages", {"receipt": receipt, "text": "hoi"})):
        response = site.client.post(path, json=body)
        assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_receipt")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"receipt": 1234567890123456, "text": "hoi"}, 400, "wrong_type"),
        ({"receipt": "1234 5678 9012 3456", "text": ""}, 422, "text_empty"),
        ({"receipt": "1234 5678 9012 3456", "text": "a" * 2001}, 422, "text_too_long"),
        ({"text": "hoi"}, 422, "invalid_request"),
    ],
)
def test_a_strange_message_is_refused(site: Site, body: object, status: int, code: str) -> None:
    response = site.client.post(f"{URL}/messages", json=body)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
