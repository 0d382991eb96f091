"""What every test may use: one real assistant for the whole run."""

from collections.abc import Iterator

import pytest

from tests.support.assistant import Assistant, Talk, run_assistant


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The whole assistant with the trained model (`make train`), started once."""
    with run_assistant(tmp_path_factory.mktemp("assistant") / "data") as running:
        yield running


@pytest.fixture
def talk(assistant: Assistant) -> Talk:
    """A fresh conversation with it."""
    return assistant.talk()
