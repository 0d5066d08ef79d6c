"""The filesystem component over its socket: contract, tree, files, resources, restarts and failures."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.bus.errors import (
    BusError,
    FailedPreconditionError,
    InvalidArgumentError,
    NotFoundError,
)
from libtalos.contracts import lock
from libtalos.contracts.conformance import Conformance
from libtalos.contracts.fuzz import fuzz
from libtalos.contracts.layout import Finding
from libtalos.contracts.process import ProcessError
from libtalos.contracts.target import Target
from libtalos.gen.grpc.health.v1 import HealthCheckRequest, HealthCheckResponseServingStatus, HealthStub
from libtalos.gen.talos.filesystem.v1 import (
    CopyFilesRequest,
    DiskUsageRequest,
    FileType,
    ListFilesRequest,
    PlanRequest,
    ReadFileRequest,
    StatMountsRequest,
    WriteEtcFileRequest,
)
from libtalos.resources.definitions.runtime import EtcFileStatus, MountStatus
from libtalos.resources.definitions.volumes import VolumeStatus
from tests.contract.filesystem.node import Node, prepared, running

pytestmark = pytest.mark.root
MOUNTS = {
    "EPHEMERAL",
    "STATE",
    "/dev/shm",
    "/dev/mqueue",
    "/etc/kubernetes",
    "/etc/cni",
    "/usr/libexec/kubernetes",
    "/opt",
}
FILES = {"hosts", "hostname", "resolv.conf", "machine-id"}


async def test_the_contract_holds() -> None:
    """Reflection, health, answers and generated requests, writes among them: they reach a scratch root only."""

    def check(node: Node) -> list[Finding]:
        with Target(node.process.socket) as target:
            conformance = Conformance(target, lock.packaged(), "talos.filesystem.v1")
            findings = [item for run in conformance.checks().values() for item in run()]
            return findings + fuzz(conformance, examples=20, unsafe=True)

    async with running() as node:
        assert await asyncio.to_thread(check, node) == []


async def test_ready_means_that_the_tree_is_complete() -> None:
    async with running() as node:
        assert (await node.service.plan(PlanRequest())).operations == []
        targets = await node.targets()
        assert set(targets) >= {"/var", "/system/state", "/opt", "/etc/hosts", "/etc/machine-id", "/dev/shm"}
        assert len(targets) == len(set(targets))
        assert await node.listing(ListFilesRequest(root="/var")) == [".", "lib", "log", "mnt", "run", "system"]
        assert len(await node.read("/etc/machine-id")) == 33


async def test_a_file_under_etc_is_rewritten_and_published() -> None:
    async with running() as node:
        before = (await node.until(EtcFileStatus, lambda known: set(known) == FILES))["hosts"]
        request = WriteEtcFileRequest(name="hosts", contents=b"127.0.0.1 localhost node\n")
        assert (await node.service.write_etc_file(request)).changed
        assert await node.read("/etc/hosts") == b"127.0.0.1 localhost node\n"
        await node.until(EtcFileStatus, lambda known: "hosts" in known and known["hosts"] != before)
        assert not (await node.service.write_etc_file(request)).changed
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b""))
        assert await node.read("/etc/hosts") == b""


@pytest.mark.parametrize(
    ("request_", "error", "message"),
    [
        (WriteEtcFileRequest(name="passwd"), NotFoundError, "/etc/passwd: not a declared file; there are hostname"),
        (WriteEtcFileRequest(name="../etc/hosts"), NotFoundError, "not a declared file"),
        (WriteEtcFileRequest(name="machine-id"), FailedPreconditionError, "made once, kept in /var/system/machine-id"),
        (WriteEtcFileRequest(name="hosts", contents=bytes((1 << 20) + 1)), InvalidArgumentError, "1048577 bytes"),
    ],
)
async def test_a_write_is_refused_with_the_reason(
    request_: WriteEtcFileRequest, error: type[BusError], message: str
) -> None:
    async with running() as node:
        with pytest.raises(error, match=message):
            await node.service.write_etc_file(request_)


async def test_files_are_listed_and_read() -> None:
    async with running() as node:
        big = os.urandom(5 * (64 << 10) + 17)
        await node.in_namespace(lambda: prepare(node.root, big))
        await check_listings(node)
        parts = [part.data async for part in node.service.read_file(ReadFileRequest(path="/opt/t/big"))]
        assert b"".join(parts) == big
        assert max(map(len, parts)) == 64 << 10
        await check_refusals(node)


def prepare(root: Path, big: bytes) -> None:
    """Fill /opt/t, which is on an overlay."""
    place = root / "opt/t"
    (place / "d/e").mkdir(parents=True)
    (place / "big").write_bytes(big)
    (place / "link").symlink_to("d/e")
    os.mkfifo(place / "pipe")
    Path(os.fsdecode(os.fsencode(place) + b"/\xff")).write_text("no UTF-8")


async def check_listings(node: Node) -> None:
    """Depth, kinds, and a name that no protobuf string can hold."""
    everything = [".", "big", "d", "d/e", "link", "pipe", "\ufffd"]
    assert await node.listing(ListFilesRequest(root="/opt/t", recurse=True)) == everything
    assert await node.listing(ListFilesRequest(root="/opt/t")) == [name for name in everything if name != "d/e"]
    assert await node.listing(ListFilesRequest(root="/opt", recurse=True, recursion_depth=2)) == [
        ".",
        *("t" if name == "." else f"t/{name}" for name in everything if name != "d/e"),
    ]
    links = ListFilesRequest(root="/opt/t", recurse=True, types=[FileType.SYMLINK, FileType.OTHER])
    assert await node.listing(links) == ["link", "pipe"]
    assert await node.listing(ListFilesRequest(root="/opt/t/big")) == ["."]
    entries = [part.entry async for part in node.service.list_files(ListFilesRequest(root="/opt/t/"))]
    (link,) = [entry for entry in entries if entry is not None and entry.link]
    assert (link.path, link.link, link.mode >> 12, link.error) == ("/opt/t/link", "d/e", 0o12, "")


async def check_refusals(node: Node) -> None:
    """Every path that cannot be read has its own reason."""
    for path, error in {
        "/absent": NotFoundError,
        "/opt/t/big/below": NotFoundError,
        "/opt": InvalidArgumentError,
        "/opt/t/pipe": InvalidArgumentError,
        "opt": InvalidArgumentError,
        "": InvalidArgumentError,
        "/a\0b": InvalidArgumentError,
        "/" + "a" * 5000: InvalidArgumentError,
    }.items():
        with pytest.raises(error):
            await node.read(path)
    for request in (ListFilesRequest(root="relative"), ListFilesRequest(recurse=True, recursion_depth=-1)):
        with pytest.raises(InvalidArgumentError):
            await node.listing(request)
    with pytest.raises(NotFoundError, match="/absent: No such file or directory"):
        await node.listing(ListFilesRequest(root="/absent"))


async def test_a_batched_listing_is_the_same() -> None:
    async with running() as node:
        await node.in_namespace(lambda: many(node.root / "opt/many", 600))
        alone = [part.entry async for part in node.service.list_files(ListFilesRequest(root="/opt/many"))]
        request = ListFilesRequest(root="/opt/many", batched=True)
        parts = [part.entries async for part in node.service.list_files(request)]
        assert [entry for entries in parts for entry in entries] == alone
        assert (len(alone), max(map(len, parts))) == (601, 256)


def many(place: Path, count: int) -> None:
    """Make a directory with files."""
    place.mkdir()
    for number in range(count):
        (place / str(number)).write_bytes(b"x" * number)


async def test_a_copy_is_what_gnu_tar_unpacks(tmp_path: Path) -> None:
    async with running() as node:
        big = os.urandom(5 * (64 << 10) + 17)
        await node.in_namespace(lambda: prepare(node.root, big))
        parts = [part async for part in node.service.copy_files(CopyFilesRequest(path="/opt/t"))]
        assert max(len(part.data) for part in parts) <= 256 << 10
        assert [part.error for part in parts if part.error] == []
        archive = b"".join(part.data for part in parts)
        await asyncio.to_thread(untar, archive, tmp_path)
        assert sorted(os.fsencode(entry.name) for entry in tmp_path.iterdir()) == [
            b"big",
            b"d",
            b"link",
            b"pipe",
            b"\xff",
        ]
        assert (tmp_path / "big").read_bytes() == big
        assert (tmp_path / "link").readlink() == Path("d/e")
        assert (tmp_path / "pipe").is_fifo()
        for path, error in {"/absent": NotFoundError, "opt": InvalidArgumentError, "": InvalidArgumentError}.items():
            with pytest.raises(error):
                await anext(node.service.copy_files(CopyFilesRequest(path=path)))


def untar(archive: bytes, place: Path) -> None:
    """Unpack as GNU tar does."""
    subprocess.run(["tar", "xzp", "-C", str(place)], input=archive, check=True)


async def test_disk_usage_is_that_of_du() -> None:
    async with running() as node:
        await node.in_namespace(lambda: prepare(node.root, os.urandom(1 << 20)))
        command = ["du", "-aB1", str(node.root / "opt/t")]
        output = await node.in_namespace(lambda: subprocess.run(command, check=True, capture_output=True).stdout)
        lines = [line.split("\t") for line in output.decode(errors="replace").splitlines()]
        expected = {name.removeprefix(str(node.root)): int(size) for size, name in lines}
        request = DiskUsageRequest(paths=["/opt/t"], all=True)
        found = [entry async for part in node.service.disk_usage(request) for entry in part.entries]
        assert {entry.path: entry.size for entry in found} == expected
        with pytest.raises(InvalidArgumentError):
            await anext(node.service.disk_usage(DiskUsageRequest(recursion_depth=-1)))


async def test_links_stay_below_the_root() -> None:
    """The process's own root is the host's: a link of the node must not lead there."""

    def prepare_links(place: Path) -> None:
        (place / "absolute").symlink_to("/etc/passwd")
        (place / "up").symlink_to("../" * 20 + "etc/passwd")
        (place / "proc").symlink_to("/proc/self/root")

    async with running() as node:
        assert not (node.root / "etc/passwd").exists()
        await node.in_namespace(lambda: prepare_links(node.root / "opt"))
        for path in ("/opt/absolute", "/opt/up", "/opt/proc/etc/passwd", "/../../../etc/passwd"):
            with pytest.raises(NotFoundError):
                await node.read(path)


async def test_a_client_that_is_slow_or_leaves_costs_nothing(tmp_path: Path) -> None:
    """64 MiB that do not compress wait in the process for nobody, and the walk ends with its client."""
    async with running() as node:
        await node.in_namespace(lambda: (node.root / "opt/big").write_bytes(os.urandom(64 << 20)))
        await anext(node.service.copy_files(CopyFilesRequest(path="/etc/machine-id")))
        before = resident(node)
        parts = node.service.copy_files(CopyFilesRequest(path="/opt/big"))
        await anext(parts)
        # as far as the process gets ahead of a reader that takes nothing: the windows of the bus, and then no further
        await settled(lambda: read_bytes(node))
        assert resident(node) - before < 24 << 20
        assert read_bytes(node) < 60 << 20
        await parts.aclose()  # type: ignore[attr-defined] # it is an async generator
        await settled(lambda: len(opened(node, "/opt/big")))
        assert opened(node, "/opt/big") == []


def resident(node: Node) -> int:
    """Bytes of memory of the process."""
    text = Path(f"/proc/{node.process.pid}/status").read_text()
    return int(text.split("VmRSS:")[1].split()[0]) << 10


def read_bytes(node: Node) -> int:
    """Bytes that the process has read so far."""
    return int(Path(f"/proc/{node.process.pid}/io").read_text().split("rchar:")[1].split()[0])


def opened(node: Node, path: str) -> list[str]:
    """Its descriptors of a file."""
    links = [str(entry.readlink()) for entry in Path(f"/proc/{node.process.pid}/fd").iterdir() if entry.is_symlink()]
    return [link for link in links if link.endswith(path)]


async def settled(value: Callable[[], int]) -> None:
    """Wait until a value stays the same for a while."""
    last = -1
    while (now := value()) != last:
        last = now
        await asyncio.sleep(0.3)


async def test_mounts_have_sizes() -> None:
    async with running() as node:
        found = {stat.target: stat for stat in (await node.service.stat_mounts(StatMountsRequest())).mounts}
        assert set(found) == {"/", *await node.targets()}
        volume = found["/var"]
        assert volume.filesystem == "xfs"
        assert 200 << 20 < volume.size < 300 << 20
        assert 0 < volume.available <= volume.size


async def test_mounts_are_published_and_followed() -> None:
    async with running() as node:
        known = await node.until(MountStatus, lambda known: set(known) >= MOUNTS)
        assert (known["EPHEMERAL"].target, known["EPHEMERAL"].filesystem_type) == ("/var", "xfs")
        assert {"nodev", "nosuid"} <= set(known["EPHEMERAL"].options)


async def test_a_restart_finds_everything_in_place() -> None:
    async with running() as node:
        await node.service.write_etc_file(WriteEtcFileRequest(name="hosts", contents=b"rendered\n"))
        before = await node.targets()
        files = await node.until(EtcFileStatus, lambda known: set(known) == FILES)
        await node.process.restart()
        assert await node.targets() == before
        assert await node.read("/etc/hosts") == b"rendered\n"
        assert await node.until(EtcFileStatus, lambda known: set(known) == FILES) == files
        assert '"steps": 0' in node.process.stderr


async def test_a_kill_while_the_volume_is_made_is_repaired_by_the_next_start(tmp_path: Path) -> None:
    mark = tmp_path / "killed"
    path = fake_mkfs(tmp_path, f'if [ ! -e {mark} ]; then : >{mark}; : >"$6"; kill -9 $PPID; exit 1; fi')
    async with prepared({"PATH": path}) as node:
        with pytest.raises(ProcessError, match="before it was ready"):
            await node.process.start()
        assert mark.exists()
        await node.process.kill()
        assert "/system/state" not in await node.targets()
        async with node.process:
            assert (await node.service.plan(PlanRequest())).operations == []
            assert {"/var", "/opt", "/etc/hosts"} <= set(await node.targets())
            assert sorted(path.name for path in node.disks.iterdir()) == ["EPHEMERAL.img", "STATE.img"]


async def test_a_step_that_fails_ends_the_process_with_the_reason_in_the_log() -> None:
    async with prepared() as node:
        await node.in_namespace((node.root / "run/lock").parent.mkdir)
        await node.in_namespace((node.root / "run/lock").touch)
        with pytest.raises(ProcessError, match="ended with exit code 1 before it was ready") as caught:
            await node.process.start()
        await node.process.kill()
        assert "/run/lock (directory): cannot look at what is there" in str(caught.value)
        assert "has to be a directory but is none; remove it" in str(caught.value)
        assert "/var" not in await node.targets()


async def test_a_volume_that_fails_is_told_by_a_process_that_stays_and_is_not_ready(tmp_path: Path) -> None:
    path = fake_mkfs(tmp_path, "echo 'disk is on fire' >&2; exit 1")
    async with prepared({"PATH": path}) as node:
        starting = asyncio.create_task(node.process.start())
        await asyncio.sleep(0)  # it binds the socket first, and whoever calls waits there
        try:
            known = await node.until(VolumeStatus, lambda seen: any(each.error_message for each in seen.values()))
            assert "exit status 1: disk is on fire" in known["STATE"].error_message
            assert "/system/state" not in await node.targets()
            assert not starting.done()
        finally:
            starting.cancel()
            await node.process.kill()


@pytest.mark.parametrize(
    ("env", "message"),
    [
        ({"TALOS_EPHEMERAL_SIZE": "plenty"}, "TALOS_EPHEMERAL_SIZE: 'plenty' is not a size"),
        ({"TALOS_ROOT": "nowhere"}, "TALOS_ROOT=nowhere: has to be an absolute path of a directory"),
        ({"TALOS_MOUNT_TABLE": "/absent.toml"}, "No such file or directory: '/absent.toml'"),
    ],
)
async def test_a_wrong_environment_is_refused_at_once(env: dict[str, str], message: str) -> None:
    async with prepared(env) as node:
        with pytest.raises(ProcessError, match="ended with exit code 2 before it was ready") as caught:
            await node.process.start()
        await node.process.kill()
        assert message in str(caught.value)
        assert "Traceback" not in str(caught.value)


async def test_a_write_that_comes_too_early_waits_for_the_tree(tmp_path: Path) -> None:
    gate, entered = tmp_path / "gate", tmp_path / "entered"
    for fifo in (gate, entered):
        os.mkfifo(fifo)
    async with prepared({"PATH": fake_mkfs(tmp_path, held(entered, gate))}) as node:
        starting = asyncio.create_task(node.process.start())
        try:
            await asyncio.to_thread(entered.read_text)
            health = await node.channel.stub(HealthStub).check(HealthCheckRequest())
            assert health.status == HealthCheckResponseServingStatus.NOT_SERVING
            assert (await node.service.plan(PlanRequest())).operations != []
            request = WriteEtcFileRequest(name="hosts", contents=b"early\n")
            writing = asyncio.create_task(node.service.write_etc_file(request))
            done, _ = await asyncio.wait([writing], timeout=0.2)
            assert not done
            await asyncio.to_thread(gate.write_text, "go\n")
            await starting
            assert (await writing).changed
            assert await node.read("/etc/hosts") == b"early\n"
        finally:
            starting.cancel()
            await node.process.kill()


def held(entered: Path, gate: Path) -> str:
    """Say that the making of /var has begun, and wait until it may go on."""
    return f'case "$*" in *EPHEMERAL*) echo now >{entered}; read go <{gate};; esac'


def fake_mkfs(directory: Path, prologue: str) -> str:
    """Put a mkfs.xfs first that does something else before, or instead of, its work; the PATH to find it."""
    script = directory / "bin/mkfs.xfs"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\n{prologue}\nexec {shutil.which("mkfs.xfs")} "$@"\n')
    script.chmod(0o755)
    return f"{script.parent}:{os.environ['PATH']}"
