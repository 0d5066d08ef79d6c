"""The filesystem component dies while it brings its tree about, or cannot write: the next start has all of it."""

from __future__ import annotations

import asyncio
import itertools
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from libtalos.bus.errors import BusError, FailedPreconditionError, ResourceExhaustedError
from libtalos.contracts.process import ComponentProcess, ProcessError
from libtalos.gen.talos.filesystem.v1 import PlanRequest, UnmountTableRequest, WriteEtcFileRequest
from libtalos.linux.mount import MS_REMOUNT, mount
from libtalos.resources.definitions.volumes import VolumePhase, VolumeStatus
from tests.contract.filesystem.node import Node, prepared
from tests.contract.filesystem.test_volumes import in_phase

pytestmark = pytest.mark.root
# The component, which kills itself when the step of that number is done: nothing of it runs after that, not even the
# line that says so.
DYING = """
import os, runpy, signal, sys
from libtalos.mounts import carryout
from services.filesystem.volumes.work import Worker

class Last:
    def __init__(self, step):
        self.step = step
    def describe(self):
        return self.step.describe()
    def undo(self):
        self.step.undo()
    def execute(self):
        self.step.execute()
        LEFT.pop()
        if not LEFT:
            os.kill(os.getpid(), signal.SIGKILL)

LEFT = [None] * int(sys.argv.pop(1))
execute = carryout._execute
carryout._execute = lambda row, steps: execute(row, [Last(step) for step in steps])
perform = Worker._perform
Worker._perform = lambda self, volume, steps: perform(self, volume, [Last(step) for step in steps])
runpy.run_module("services.filesystem", run_name="__main__")
"""
# before a contents-bearing file is renamed into its place, before a bind is moved to its target, and before an old bind
# is taken away from the new one below it
IN_THE_MIDDLE = """
import os, pathlib, runpy, signal, sys
from libtalos.linux import fsmount, mount

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

moment = sys.argv.pop(1)
if moment == "rename":
    pathlib.Path.rename = die
elif moment == "bind":
    fsmount.move_mount = die
else:
    mount.umount2 = die
runpy.run_module("services.filesystem", run_name="__main__")
"""


def dying(node: Node, program: str, argument: str) -> ComponentProcess:
    """The component on this node, with a death before it."""
    process = node.process
    return ComponentProcess(
        "filesystem",
        bus_dir=process.socket.parent,
        command=(sys.executable, "-c", program, argument),
        wrapper=process._wrapper,
        env=process._env,
    )


async def targets_of_a_start() -> Sequence[str]:
    """What a first start mounts."""
    async with prepared() as node, node.process:
        return await node.targets()


async def check_whole(node: Node, targets: Sequence[str]) -> None:
    """Start as usual; everything is there, once, and nothing is left over."""
    async with node.process:
        assert (await node.service.plan(PlanRequest())).operations == []
        assert await node.targets() == targets
        assert len(await node.read("/etc/machine-id")) == 33
        assert await node.in_namespace(lambda: leftovers(node.root)) == []


def leftovers(root: Path) -> list[str]:
    """Files that were written aside."""
    return [str(path) for place in ("system", "etc", "var") for path in (root / place).rglob(".*.new")]


async def dies(process: ComponentProcess) -> bool:
    """Whether it kills itself before it is ready; if not it has done all its steps."""
    try:
        await process.start()
    except ProcessError:
        assert process.exit_code == -9, process.stderr
        return True
    finally:
        await process.kill()
    return False


@pytest.mark.timeout(600)
async def test_a_death_at_any_step_is_made_good_by_the_next_start() -> None:
    targets = await targets_of_a_start()
    for step in itertools.count(1):
        async with prepared() as node:
            if not await dies(dying(node, DYING, str(step))):
                break
            await check_whole(node, targets)
    assert step > 50


@pytest.mark.parametrize("moment", ["rename", "bind"])
async def test_a_death_in_the_middle_of_a_step_is_made_good(moment: str) -> None:
    targets = await targets_of_a_start()
    async with prepared() as node:
        for _ in range(3):  # a start that dies where the one before it died
            process = dying(node, IN_THE_MIDDLE, moment)
            with pytest.raises(ProcessError):
                await process.start()
            assert process.exit_code == -9
            await process.kill()
        await check_whole(node, targets)


async def test_a_death_between_a_new_bind_and_the_end_of_the_old_one_is_made_good() -> None:
    targets = await targets_of_a_start()
    async with prepared() as node:
        process = dying(node, IN_THE_MIDDLE, "unbind")
        await process.start()
        try:
            with pytest.raises(BusError):
                await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b"written\n"))
            assert await process.ended() == -9
        finally:
            await process.kill()
        # and so does the next start, which makes that good
        assert await dies(dying(node, IN_THE_MIDDLE, "unbind"))
        assert (await node.targets()).count("/etc/hosts") > 1
        await check_whole(node, targets)
        async with node.process:
            assert await node.read("/etc/hosts") == b"written\n"


async def test_a_file_that_does_not_fit_changes_nothing() -> None:
    async with prepared() as node, node.process:
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b"before\n"))

        def resize(size: str) -> None:
            mount("scratch", node.root, "tmpfs", MS_REMOUNT, f"size={size}")

        await node.in_namespace(lambda: resize("128k"))
        with pytest.raises(ResourceExhaustedError, match=r"/etc/hosts .file.: cannot write .*No space left on device"):
            await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=bytes(1 << 20)))
        assert await node.read("/etc/hosts") == b"before\n"
        assert await node.in_namespace(lambda: leftovers(node.root)) == []
        assert (await node.service.plan(PlanRequest())).operations == []
        await node.in_namespace(lambda: resize("64M"))
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=bytes(1 << 20)))
        assert await node.read("/etc/hosts") == bytes(1 << 20)


async def test_a_read_only_place_is_said_and_the_old_file_stays() -> None:
    async with prepared() as node, node.process:
        before = await node.read("/etc/hosts")
        await node.in_namespace(lambda: mount("scratch", node.root, "tmpfs", MS_REMOUNT | 1))
        with pytest.raises(FailedPreconditionError, match=r"/etc/hosts .file.: cannot write .*Read-only file system"):
            await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b"new\n"))
        assert await node.read("/etc/hosts") == before
        await node.in_namespace(lambda: mount("scratch", node.root, "tmpfs", MS_REMOUNT))
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b"new\n"))
        assert await node.read("/etc/hosts") == b"new\n"


async def test_a_disk_that_fails_is_named_and_taken_up_when_it_is_back() -> None:
    """The end of the image is gone under the loop device: reads of it are EIO."""
    async with prepared() as node:
        async with node.process:
            machine_id = await node.read("/etc/machine-id")
            await node.service.unmount_table(UnmountTableRequest())
        image = node.disks / "EPHEMERAL.img"
        whole = image.read_bytes()
        image.write_bytes(whole[: 1 << 20])
        starting = asyncio.create_task(node.process.start())
        try:
            failed = await node.until(VolumeStatus, in_phase("EPHEMERAL", VolumePhase.FAILED))
            assert re.search(r"cannot mount xfs in .*EPHEMERAL\.img", failed["EPHEMERAL"].error_message)
            assert "/var" not in await node.targets()
            image.write_bytes(whole)
            await starting
            assert (await node.service.plan(PlanRequest())).operations == []
            assert await node.read("/etc/machine-id") == machine_id
        finally:
            starting.cancel()
            await asyncio.wait([starting])
            await node.process.kill()
