"""The owner of the volumes is killed in each phase of one: the next one resumes, and what was there before stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from libtalos.linux.mount import umount2
from libtalos.resources.definitions.volumes import VolumeMount, VolumePhase, VolumeStatus
from tests.contract.filesystem.node import prepared
from tests.contract.filesystem.test_volumes import DATA, in_phase, with_init
from tests.contract.filesystem.test_volumes_on_disks import METAL, SIZE, on
from tests.integration.filesystem.blank import blank

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


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.timeout(120)
async def test_a_death_in_any_phase_of_a_partition_is_resumed(phase: VolumePhase, tmp_path: Path) -> None:
    async with prepared(METAL) as node, with_init(node) as init:
        with blank(tmp_path, size=SIZE + (4 << 20)) as disk:
            await node.process.start()
            init.configure(on(disk.device))
            await node.until(VolumeStatus, in_phase("u-data", phase))
            await node.process.kill()
            await node.process.start()
            found = await node.until(VolumeMount, lambda known: {"u-data", "EPHEMERAL"} <= known.keys())
            assert found["u-data"].target == "/var/mnt/data"
            assert (await node.targets()).count("/var/mnt/data") == 1
            assert disk.labels() == ["u-data"]
            await node.process.stop()
            await node.in_namespace(lambda: umount2(node.root / "var/mnt/data"))
