"""What all tests of the bus with foreign programs share: generated messages, a certificate, places for sockets."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.bus.messages import Messages, generated
from tests.integration.bus.target import Identity, made_identity

# the cases assert what they find, and are no test module themselves
pytest.register_assert_rewrite("tests.integration.bus.cases")


@pytest.fixture(scope="session")
def messages(tmp_path_factory: pytest.TempPathFactory) -> Messages:
    """The messages of the interop suite."""
    return generated(tmp_path_factory.mktemp("messages"))


@pytest.fixture(scope="session")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    """A certificate for servers of this host."""
    return made_identity(tmp_path_factory.mktemp("identity"))


@pytest.fixture
def sockets() -> Iterator[Path]:
    """A directory whose path leaves room for the name of a socket (unix(7): 107 bytes)."""
    directory = Path(tempfile.mkdtemp(prefix="ib-"))
    yield directory
    shutil.rmtree(directory)
