"""The pepper is made once, kept from others, and belongs to one database."""

import stat
import threading
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from desk.desk import open_desk
from desk.errors import VaultMismatchError
from desk.settings import DeskSettings
from desk.vault.costs import Cost, Costs, costs_of
from desk.vault.pepper import FILE_NAME, given_pepper, keep_pepper
from tests.support.desk_house import CHEAP

HEX = "0123456789abcdef" * 3 + "fedcba9876543210"


def test_the_pepper_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = keep_pepper(tmp_path)
    assert keep_pepper(tmp_path) == first
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_processes_that_start_together_get_the_same_pepper(tmp_path: Path) -> None:
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(keep_pepper(tmp_path).secret)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_damaged_pepper_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"short")
    with pytest.raises(VaultMismatchError):
        keep_pepper(tmp_path)


@pytest.mark.parametrize("wrong", ["", "change-me", "00" * 32, HEX[:-2], "zz" * 32])
def test_a_placeholder_as_pepper_is_refused(wrong: str) -> None:
    with pytest.raises(VaultMismatchError):
        given_pepper(wrong)


def test_every_purpose_has_a_key_of_its_own() -> None:
    pepper = given_pepper(HEX)
    assert pepper.subkey("totp") != pepper.subkey("audit")
    assert pepper.mac("audit", b"x") != pepper.mac("audit-head", b"x")


def test_another_pepper_or_other_costs_are_refused_at_the_start(tmp_path: Path) -> None:
    settings = DeskSettings(data_dir=tmp_path)
    open_desk(settings, CHEAP).store.engine.dispose()
    with pytest.raises(VaultMismatchError, match="pepper"):
        open_desk(settings.model_copy(update={"desk_pepper": SecretStr(HEX)}), CHEAP)
    with pytest.raises(VaultMismatchError, match="costs"):
        open_desk(settings, Costs(Cost(3, 8), Cost(4, 8), Cost(1, 8)))
    open_desk(settings, Costs(CHEAP.receipt_lookup, CHEAP.receipt_key, Cost(2, 16))).store.engine.dispose()


def test_the_default_costs_are_safe_and_weaker_ones_are_refused() -> None:
    settings = DeskSettings()
    costs = costs_of(settings.desk_kdf_memory_mib, settings.desk_kdf_passes)
    assert costs.receipt_lookup == Cost(4, 65536)
    assert costs.receipt_key == Cost(5, 65536)
    for weak in ({"desk_kdf_memory_mib": 32}, {"desk_kdf_passes": 2}, {"desk_retention_days": 365}):
        with pytest.raises(ValidationError):
            DeskSettings.model_validate(weak)
