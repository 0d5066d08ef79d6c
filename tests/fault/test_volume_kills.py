"""The owner of the volumes is killed in each phase of one: the next one resumes, and what was there before stays."""

from __future__ import annotations

import pytest

from libtalos.resources.definitions.volumes import VolumeMount, VolumePhase, VolumeStatus
from tests.contract.filesystem.node import prepared
from tests.contract.filesystem.test_volumes import DATA, in_phase, with_init

pytestmark = pytest.mark.root
PHASES = (
    VolumePhase.WAITING,
    VolumePhase.MISSING,
    VolumePhase.PROVISIONED,
    VolumePhase.PREPARED,
    VolumePhase.READY,
)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.timeout(120)
async def test_a_death_in_any_phase_is_resumed(phase: VolumePhase) -> None:
    async with prepared() as node, with_init(node) as init:
        await node.process.start()
        await node.in_namespace(lambda: (node.root / "var/file").write_text("kept"))
        init.configure(DATA)
        await node.until(VolumeStatus, in_phase("u-data", phase))
        await node.process.kill()
        await node.process.start()
        found = await node.until(VolumeMount, lambda known: {"u-data", "EPHEMERAL"} <= known.keys())
        assert found["u-data"].target == "/var/mnt/data"
        targets = await node.targets()
        assert targets.count("/var/mnt/data") == targets.count("/var") == 1
        assert await node.in_namespace((node.root / "var/file").read_text) == "kept"
        await node.process.stop()
