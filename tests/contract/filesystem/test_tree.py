"""The filesystem component keeps its tree: what is lost or drifts comes back, with an event; up and down on demand."""

import errno
import os
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest
from libtalos.gen.talos.filesystem.v1 import (
    MountTableRequest,
    PlanRequest,
    ReadFileRequest,
    TreeRepairEvent,
    UnmountTableRequest,
    WriteEtcFileRequest,
)
from libtalos.linux import mountinfo
from libtalos.linux.mount import MNT_DETACH, MS_BIND, MS_REMOUNT, mount, umount2
from libtalos.resources.definitions.runtime import MountStatus
from tests.contract.filesystem.node import Node, running

pytestmark = pytest.mark.root
SELF = Path("/proc/thread-self/mountinfo")


@asynccontextmanager
async def repairs(node: Node) -> AsyncIterator[AsyncIterator[TreeRepairEvent]]:
    """The repairs that the component tells of."""
    stream = node.channel.stub(ComponentServiceStub).watch_events(WatchEventsRequest(tail_events=-1, follow=True))

    async def told() -> AsyncIterator[TreeRepairEvent]:
        async for part in stream:
            assert part.event is not None
            assert part.event.data is not None
            event = part.event.data.unpack()
            assert isinstance(event, TreeRepairEvent)
            yield event

    events = told()
    try:
        yield events
    finally:
        await events.aclose()  # type: ignore[attr-defined]  # a generator has it


async def until(events: AsyncIterator[TreeRepairEvent], targets: Sequence[str]) -> dict[str, TreeRepairEvent]:
    """Read until all of these are repaired; the last event of each target."""
    found: dict[str, TreeRepairEvent] = {}
    async for event in events:
        found[event.target] = event
        if set(found) >= set(targets) and not any(seen.error for seen in found.values()):
            break
    return found


async def planned(node: Node) -> list[str]:
    """What is missing."""
    return (await node.service.plan(PlanRequest())).operations


async def test_a_mount_that_is_lost_comes_back_with_an_event() -> None:
    async with running() as node, repairs(node) as events:
        await node.in_namespace(lambda: umount2(node.root / "opt"))
        event = (await until(events, ["/opt"]))["/opt"]
        assert event.kind == "overlay"
        assert [step.partition(" with ")[0] for step in event.steps] == [f"mount overlay overlay at {node.root}/opt"]
        assert await planned(node) == []
        await node.until(MountStatus, lambda known: "/opt" in known)


async def test_mounts_that_drift_are_put_right() -> None:
    async with running() as node, repairs(node) as events:

        def drift() -> None:
            mount(None, node.root / "dev/shm", flags=MS_REMOUNT | MS_BIND)
            mount(None, node.root / "etc/hosts", flags=MS_REMOUNT | MS_BIND)
            mount("cover", node.root / "var", "tmpfs")

        await node.in_namespace(drift)
        await until(events, ["/dev/shm", "/etc/hosts", "/var"])
        assert await planned(node) == []
        assert "lib" in {path.name for path in await node.in_namespace(lambda: list((node.root / "var").iterdir()))}


async def test_files_that_drift_or_are_lost_are_put_right_with_what_was_written() -> None:
    async with running() as node, repairs(node) as events:
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b"rendered\n"))
        etc = node.root / "system/etc"
        machine_id = await node.read("/etc/machine-id")

        def drift() -> None:
            (etc / "hosts").write_text("past the component")
            (etc / "machine-id").unlink()
            (etc / "hostname").chmod(0o666)

        await node.in_namespace(drift)
        await until(events, ["/etc/hosts", "/etc/machine-id", "/etc/hostname"])
        assert await planned(node) == []
        assert await node.read("/etc/hosts") == b"rendered\n"
        assert await node.read("/etc/machine-id") == machine_id
        assert await node.in_namespace(lambda: (etc / "hostname").stat().st_mode & 0o7777) == 0o644


def wipe(system: Path) -> None:
    """Remove all that is below /system and no mount of its own."""
    for path in system.iterdir():
        if not path.is_mount():
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()


async def test_all_of_system_comes_back() -> None:
    """Everything there is runtime state; the volumes mounted below are not, and stay."""
    async with running() as node, repairs(node) as events:
        files = {name: await node.read(f"/etc/{name}") for name in ("hosts", "hostname", "resolv.conf", "machine-id")}
        files["hosts"] = b"rendered\n"
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=files["hosts"]))
        await node.in_namespace(lambda: (node.root / "system/state/file").write_text("lasting"))
        await node.in_namespace(lambda: wipe(node.root / "system"))
        await until(events, ["/system/etc", "/system/var", *(f"/etc/{name}" for name in files)])
        assert await planned(node) == []
        assert {name: await node.read(f"/etc/{name}") for name in files} == files
        assert await node.read("/system/state/file") == b"lasting"


async def test_system_as_a_whole_comes_back_after_a_death() -> None:
    """What was wiped while nobody looked: the binds show still what the files held."""
    async with running() as node:
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b"rendered\n"))
        await node.process.kill()
        await node.in_namespace(lambda: wipe(node.root / "system"))
        await node.process.start()
        assert await planned(node) == []
        assert await node.read("/etc/hosts") == b"rendered\n"


async def test_what_cannot_be_repaired_is_told_and_tried_again() -> None:
    async with running() as node, repairs(node) as events:
        place = node.root / "run/lock"

        def damage() -> None:
            while place.is_dir():  # it may have come back in between
                place.rmdir()
                with suppress(IsADirectoryError):
                    place.write_text("in the way")

        await node.in_namespace(damage)
        async for event in events:
            # of one that was planned before the file came the error is another
            if event.error and "File exists" not in event.error:
                break
        assert event.target == "/run/lock"
        assert "has to be a directory but is none; remove it" in event.error
        await node.in_namespace(place.unlink)
        assert (await until_repaired(events, "/run/lock")).steps != []


async def until_repaired(events: AsyncIterator[TreeRepairEvent], target: str) -> TreeRepairEvent:
    """The first repair of a target that helped."""
    async for event in events:
        if event.target == target and not event.error:
            return event
    raise AssertionError("the component tells of nothing any more")


async def test_only_declared_files_of_etc_and_usr_are_writable() -> None:
    """Below a root that is read-only as a node's is: the overlays can be written to, and else nothing at all."""
    async with running() as node:

        def tries() -> dict[str, int]:
            for path in ("etc/passwd", "usr/bin/program", "usr/lib/os-release", "etc/deep/file"):
                (node.root / path).parent.mkdir(parents=True, exist_ok=True)
                (node.root / path).write_text("the image's")
            mount(None, node.root, flags=MS_REMOUNT | MS_BIND | 1)
            return {str(path.relative_to(node.root)): refusal(path) for path in below(node.root)}

        found = await node.in_namespace(tries)
        overlays = ("etc/kubernetes", "etc/cni", "usr/libexec/kubernetes")
        assert {path for path, number in found.items() if number == 0} == set(overlays)
        assert {number for path, number in found.items() if path not in overlays} == {errno.EROFS}
        assert {"etc/hosts", "etc/machine-id", "etc/passwd", "usr/bin/program", "etc", "usr", "usr/libexec"} <= set(
            found
        )


def below(root: Path) -> list[Path]:
    """Everything in /etc and /usr."""
    return [path for top in ("etc", "usr") for path in (root / top, *(root / top).rglob("*"))]


def refusal(path: Path) -> int:
    """The errno with which a write is refused, 0 if it is not: into a file, or a new one in a directory."""
    try:
        if path.is_dir():
            (path / "new").touch()
            (path / "new").unlink()
        else:
            os.close(os.open(path, os.O_WRONLY))
    except OSError as error:
        return error.errno or -1
    return 0


async def test_the_tree_is_taken_down_and_brought_about_on_demand() -> None:
    async with running() as node:
        before = await node.targets()
        down = (await node.service.unmount_table(UnmountTableRequest())).operations
        assert down[-1] == f"unmount {node.root}/dev/shm"
        assert await node.targets() == ["/system/disks"]
        missing = await planned(node)
        assert missing != []
        up = (await node.service.mount_table(MountTableRequest())).operations
        assert await node.targets() == before
        assert [step for step in up if step.startswith("mount")] == [
            step for step in missing if step.startswith("mount")
        ]
        assert (await node.service.mount_table(MountTableRequest())).operations == []


async def test_a_mount_in_use_keeps_the_tree_up() -> None:
    async with running() as node:
        before = await node.targets()
        opened = await node.in_namespace(lambda: (node.root / "var/file").open("wb"))
        with (
            opened,
            pytest.raises(
                FailedPreconditionError,
                match=r"/var .volume.: cannot unmount .*busy: .*process \d+ \(.*\) uses .*/var/file",
            ),
        ):
            await node.service.unmount_table(UnmountTableRequest())
        assert await planned(node) == []
        assert await node.targets() == before


async def test_the_plan_has_every_row_of_the_table() -> None:
    async with running() as node:
        rows = {(row.kind, row.target): row for row in (await node.service.plan(PlanRequest())).rows}
        var, hosts, run = rows["volume", "/var"], rows["file", "/etc/hosts"], rows["mount", "/run"]
        assert (var.source, var.type, var.mode, var.component) == (
            "/system/disks/EPHEMERAL.img",
            "xfs",
            0o755,
            "filesystem",
        )
        assert (hosts.source, hosts.type, hosts.options) == (
            "/system/etc/hosts",
            "bind",
            ["ro", "nosuid", "nodev", "noexec"],
        )
        assert run.component == "init"
        assert [row.target for row in rows.values() if row.component == "filesystem" and row.steps] == []


async def test_a_reader_sees_the_old_file_or_the_new_one() -> None:
    async with running() as node:
        texts = [b"a" * 70_000, b"b" * 90_000]
        for text in [*texts * 5, texts[0]]:
            reading = node.service.read_file(ReadFileRequest(path="/etc/hosts"))
            await anext(reading)
            await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=text))
            await reading.aclose()  # type: ignore[attr-defined]  # a generator has it
            assert await node.read("/etc/hosts") == text
        stack = await node.in_namespace(
            lambda: len([m for m in mountinfo.read(SELF) if m.target.endswith("/etc/hosts")])
        )
        assert stack == 1


async def test_a_lost_system_comes_back() -> None:
    """The whole of it, as a mount of its own that goes away lazily with the files in it."""
    async with running() as node, repairs(node) as events:

        def cover() -> None:
            mount("cover", node.root / "system/etc", "tmpfs")

        files = {name: await node.read(f"/etc/{name}") for name in ("hosts", "machine-id")}
        await node.in_namespace(cover)
        await until(events, [f"/etc/{name}" for name in files])
        assert {name: await node.read(f"/etc/{name}") for name in files} == files
        await node.in_namespace(lambda: umount2(node.root / "system/etc", MNT_DETACH))
        await until(events, [f"/etc/{name}" for name in files])
        assert {name: await node.read(f"/etc/{name}") for name in files} == files
        assert await planned(node) == []
