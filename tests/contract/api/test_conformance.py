"""The edge's process against the recorded contracts: what it reflects, what it answers, what it stands."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libtalos.contracts import lock
from libtalos.contracts.conformance import Conformance
from libtalos.contracts.fuzz import fuzz
from libtalos.contracts.layout import Finding
from libtalos.contracts.process import ComponentProcess
from libtalos.contracts.target import Target

if TYPE_CHECKING:
    from tests.contract.api.conftest import Node

CONTRACTS = ["machine", "storage", "talos.api.v1", "talos.component.v1", "talos.resource.v1", "talos.supervisor.v1"]


def examine(socket: Path, contract: str) -> list[Finding]:
    with Target(socket, timeout=10) as target:
        conformance = Conformance(target, lock.packaged(), contract, stream_timeout=0.2)
        found = [finding for check in conformance.checks().values() for finding in check()]
        return found + fuzz(conformance, examples=10, unsafe=True) + conformance.check_health()


@pytest.mark.parametrize("contract", CONTRACTS)
async def test_the_edge_conforms(node: Node, contract: str) -> None:
    assert await asyncio.to_thread(examine, node.process.socket, contract) == []


@pytest.mark.parametrize("contract", CONTRACTS)
async def test_the_edge_conforms_without_a_node_behind_it(tmp_path: Path, contract: str) -> None:
    async with ComponentProcess("api", bus_dir=tmp_path) as process:
        assert await asyncio.to_thread(examine, process.socket, contract) == []
