"""The clock of a container is its host's: nothing waits for it, nobody sets it."""

from __future__ import annotations

import pytest

from libtalos.resources.definitions.network import TimeServerStatus
from libtalos.resources.definitions.time import TimeStatus
from tests.contract.network.node import running

pytestmark = pytest.mark.root
CONFIG = """\
version: v1alpha1
machine:
  type: controlplane
  time:
    servers: [time.example.org]
"""


async def test_a_container_is_in_sync_once_its_config_is_known() -> None:
    async with running(config=CONFIG) as node:
        status = await node.until(TimeStatus, lambda known: bool(known) and known["node"].synced)
        assert status["node"] == TimeStatus(synced=True, epoch=0, sync_disabled=True)
        servers = await node.until(TimeServerStatus, bool)
        assert servers["timeservers"].time_servers == ("time.example.org",)
