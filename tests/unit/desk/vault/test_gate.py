"""Derivations wait their turn: never more at once than there are places, and nobody waits for ever."""

import threading

import pytest

from desk.errors import VaultBusyError
from desk.vault.gate import Gate


def test_never_more_inside_than_there_are_places() -> None:
    gate, inside, most, lock = Gate(places=2, waiting=20), 0, 0, threading.Lock()
    step = threading.Event()

    def enter() -> None:
        nonlocal inside, most
        with gate.entered():
            with lock:
                inside += 1
                most = max(most, inside)
            step.wait(0.01)
            with lock:
                inside -= 1

    threads = [threading.Thread(target=enter) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_a_full_queue_is_refused_at_once() -> None:
    gate = Gate(places=1, waiting=0)
    with gate.entered(), pytest.raises(VaultBusyError), gate.entered():
        pass
    with gate.entered():
        pass


def test_nobody_waits_longer_than_the_patience() -> None:
    gate = Gate(places=1, waiting=5, patience=0.01)
    with gate.entered(), pytest.raises(VaultBusyError), gate.entered():
        pass
    with gate.entered():
        pass


def test_a_place_comes_free_after_an_error() -> None:
    gate = Gate(places=1, waiting=0)
    with pytest.raises(RuntimeError), gate.entered():
        raise RuntimeError
    with gate.entered():
        pass
