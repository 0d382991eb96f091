"""Nothing secret is in the repository, and the net that looks for it catches something."""

import pytest

from tests.structure.find_secrets import found_in
from tests.structure.house import ROOT, tracked

MADE_UP = {
    "private key": "-----BEGIN " + "PRIVATE KEY-----",
    "Telegram token": "1234567890:" + "A" * 35,
    "access key": "ghp_" + "a1" * 18,
    "TOTP secret": "otpauth://totp/x?secret=" + "ABCD" * 4,
    "setting with a value": "DESK_PEPPER=" + "0f" * 32,
    "password in an address": "postgresql://wijzer:" + "geheim@db/wijzer",
}


def test_no_file_holds_a_secret() -> None:
    found = {
        str(path.relative_to(ROOT)): kinds
        for path in tracked()
        if (kinds := found_in(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert found == {}


@pytest.mark.parametrize("kind", MADE_UP)
def test_each_kind_of_secret_is_found(kind: str) -> None:
    assert found_in(f"a line before\n{MADE_UP[kind]}\n") == [kind]
