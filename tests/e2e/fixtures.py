"""What tests of a whole node share: its processes, and channels to its components. Needs a fixture `lab`."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from libtalos.bus.directory import Bus, BusDirectory
from libtalos.bus.settings import BusSettings
from tests.e2e.lab import Lab
from tests.e2e.processes import Processes


@pytest.fixture
def processes(lab: Lab) -> Processes:
    """The node's processes."""
    return Processes(lab)


@pytest.fixture
async def bus(lab: Lab) -> AsyncIterator[Bus]:
    """Channels to the node's components."""
    bus = Bus(BusDirectory(lab.node.bus), BusSettings())
    yield bus
    bus.close()


@pytest.fixture
async def watched(lab: Lab) -> AsyncIterator[Bus]:
    """Channels of their own for watchers."""
    bus = Bus(BusDirectory(lab.node.bus), BusSettings())
    yield bus
    bus.close()
