"""Everything under /system can be made anew: it is removed on a running node, which goes on and has it again."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from libtalos.bus.directory import Bus
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub, PlanRequest, TreeRepairEvent
from libtalos.provision.appear import appeared
from tests.e2e.lab import Lab
from tests.e2e.processes import Processes
from tests.e2e.sight import watching

pytestmark = pytest.mark.root


def contents(lab: Lab) -> dict[str, bytes | str]:
    """What is in the tmpfs at /system: files with contents, links with what they lead to, directories."""
    system = lab.file("/system")
    return {str(path.relative_to(system)): said(path) for path in own(system)}


def said(path: Path) -> bytes | str:
    """What tells a file from others."""
    if path.is_symlink():
        return str(path.readlink())
    return path.read_bytes() if path.is_file() else f"{path.stat().st_mode:o}"


def own(directory: Path) -> Iterator[Path]:
    """All that is on the file system of a directory, and not on what is mounted in it."""
    device = directory.stat().st_dev
    for path in directory.iterdir():
        if path.lstat().st_dev == device:
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from own(path)


def wipe(lab: Lab) -> None:
    """Remove it all."""
    for path in lab.file("/system").iterdir():
        if not path.is_dir():
            path.unlink()
        elif not path.is_mount():
            shutil.rmtree(path, ignore_errors=True)  # what comes back meanwhile is not to hold it up


async def repaired(bus: Bus, targets: set[str]) -> None:
    """Return once all of these are repaired."""
    request = WatchEventsRequest(tail_events=-1, follow=True)
    async for part in bus.channel("filesystem").stub(ComponentServiceStub).watch_events(request):
        event = part.event.data.unpack() if part.event and part.event.data else None
        assert isinstance(event, TreeRepairEvent)
        targets.discard(event.target)
        if not targets:
            return


async def test_system_is_made_anew(lab: Lab, bus: Bus, watched: Bus, processes: Processes) -> None:
    async with watching(watched) as sight:
        await sight.whole()
        before = contents(lab)
        assert {"run/bus", "etc/hosts", "secrets/etcd/server.key"} <= set(before)
        wipe(lab)
        files = {f"/etc/{name}" for name in ("hosts", "hostname", "resolv.conf", "machine-id")}
        await asyncio.wait_for(repaired(bus, files | {"/system/run/bus", "/system/etc", "/system/var"}), 30)
        for name in before:
            await asyncio.wait_for(appeared_below(lab.file("/system"), name), 30)
        assert contents(lab) == before
        plan = await bus.channel("filesystem").stub(FilesystemServiceStub).plan(PlanRequest())
        assert [row.target for row in plan.rows if row.steps] == []
        # whoever starts finds its socket, its peers, and where to say that it is ready
        pids = await sight.pids()
        processes.kill_all(pids.values())
        await sight.whole(instead_of=pids)
        assert set(contents(lab)) == set(before)


async def appeared_below(directory: Path, name: str) -> None:
    """Return once a path is there, all directories above it first."""
    for part in Path(name).parts:
        directory /= part
        if not directory.is_symlink():
            await appeared(directory)
