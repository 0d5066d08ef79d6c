"""A real etcd under the component: snapshots, deaths, certificates."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import signal
from contextlib import aclosing
from pathlib import Path
from typing import Any, cast

import pytest

from libtalos.gen.talos.etcd.v1 import GetStatusRequest, ListMembersRequest, SnapshotRequest
from libtalos.resources.definitions.etcd import PKIStatus
from tests.contract.etcd.node import Node, healthy, running

pytestmark = pytest.mark.root
SECRETS = "/system/secrets/etcd"
ENDPOINT = "https://10.5.0.2:2379"
ADMIN = (f"--cacert={SECRETS}/ca.crt", f"--cert={SECRETS}/admin.crt", f"--key={SECRETS}/admin.key")
SHA256_LENGTH = 32


async def started(node: Node) -> int:
    """Configure the node and wait until etcd is healthy; its pid."""
    node.configure()
    node.mount()
    node.assign()
    return await pid_of(node)


async def pid_of(node: Node, *, other_than: int = 0) -> int:
    """Wait for a healthy etcd; its pid."""
    service = await node.until_service(
        lambda service: healthy(service) and service is not None and service.pid != other_than
    )
    assert service is not None
    return service.pid


async def etcdctl(node: Node, *arguments: str) -> tuple[int, str]:
    """Run etcdctl on the node; exit code and output."""
    enter = ("nsenter", f"--target={node.process.pid}", "--net", "--mount", "--root", "--wd=/")
    command = ("etcdctl", f"--endpoints={ENDPOINT}", "--dial-timeout=2s", "--command-timeout=4s", *arguments)
    process = await asyncio.create_subprocess_exec(
        *enter,
        *command,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={"ETCDCTL_API": "3", "PATH": os.environ["PATH"]},
    )
    output, _ = await process.communicate()
    return process.returncode or 0, output.decode()


async def take_snapshot(node: Node) -> bytes:
    """The whole stream."""
    return b"".join([reply.data async for reply in node.etcd.snapshot(SnapshotRequest())])


def etcds_of(node: Node) -> set[int]:
    """The processes named etcd in the component's mount namespace."""
    namespace = (Path(f"/proc/{node.process.pid}") / "ns/mnt").readlink()
    processes = [path for path in Path("/proc").iterdir() if path.name.isdigit()]
    return {int(path.name) for path in processes if _is_etcd_in(path, namespace)}


def _is_etcd_in(process: Path, namespace: Path) -> bool:
    try:
        return (process / "comm").read_text() == "etcd\n" and (process / "ns/mnt").readlink() == namespace
    except OSError:  # it has ended meanwhile
        return False


async def test_a_snapshot_is_whole_and_etcd_can_read_it(tmp_path: Path) -> None:
    async with running() as node:
        await started(node)
        assert (await etcdctl(node, *ADMIN, "put", "greeting", "hello"))[0] == 0
        data = await take_snapshot(node)
    assert hashlib.sha256(data[:-SHA256_LENGTH]).digest() == data[-SHA256_LENGTH:]
    file = tmp_path / "snapshot.db"
    file.write_bytes(data)
    program = shutil.which("etcdctl")
    assert program is not None
    process = await asyncio.create_subprocess_exec(
        program, "snapshot", "status", str(file), env={"ETCDCTL_API": "3"}, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    assert process.returncode == 0
    assert len(output.split(b",")) == 4  # hash, revision, keys, size


async def test_a_caller_that_goes_away_in_the_middle_of_a_snapshot_leaves_etcd_and_the_component_working() -> None:
    async with running() as node:
        await started(node)
        for _ in range(5):
            replies = cast("Any", node.etcd.snapshot(SnapshotRequest()))
            async with aclosing(replies):
                assert (await anext(replies)).data
        assert (await node.etcd.get_status(GetStatusRequest())).leader
        assert len(await take_snapshot(node)) > SHA256_LENGTH


async def test_who_has_no_certificate_is_refused() -> None:
    async with running() as node:
        await started(node)
        code, output = await etcdctl(node, ADMIN[0], "get", "greeting")
        assert code != 0
        assert "hello" not in output
        code, output = await etcdctl(node, *ADMIN, "endpoint", "health")
        assert (code, "is healthy" in output) == (0, True)


async def test_a_killed_etcd_comes_back_with_its_data() -> None:
    async with running() as node:
        pid = await started(node)
        assert (await etcdctl(node, *ADMIN, "put", "greeting", "hello"))[0] == 0
        member = (await node.etcd.get_status(GetStatusRequest())).member_id
        os.kill(pid, signal.SIGKILL)
        await pid_of(node, other_than=pid)
        assert (await node.etcd.get_status(GetStatusRequest())).member_id == member
        assert (await etcdctl(node, *ADMIN, "get", "greeting", "--print-value-only"))[1] == "hello\n"


async def test_a_killed_component_leaves_one_etcd_after_its_restart() -> None:
    async with running(exit_codes=(0, -signal.SIGKILL)) as node:
        pid = await started(node)
        os.kill(node.process.pid, signal.SIGKILL)
        await node.process.restart()
        now = await pid_of(node, other_than=pid)
        assert etcds_of(node) == {now}
        assert len((await node.etcd.list_members(ListMembersRequest())).members) == 1


async def test_a_new_address_gets_into_the_certificates_without_a_restart() -> None:
    async with running() as node:
        pid = await started(node)
        before = (await node.until(PKIStatus, bool))["etcd"].version
        node.assign("10.5.0.77/24")
        await node.until(PKIStatus, lambda known: bool(known) and known["etcd"].version != before)
        assert await pid_of(node) == pid
        text = await _certificate(node, "server")
        assert "IP Address:10.5.0.77" in text
        assert "IP Address:127.0.0.1" in text
        assert "DNS:localhost" in text
        assert (await node.etcd.get_status(GetStatusRequest())).leader
        assert "DNS:localhost" not in await _certificate(node, "peer")


async def test_a_component_that_stops_takes_etcd_with_it() -> None:
    async with running() as node:
        pid = await started(node)
        assert await node.process.stop() == 0
        assert not Path(f"/proc/{pid}").exists()


async def _certificate(node: Node, name: str) -> str:
    file = node.root / f"system/secrets/etcd/{name}.crt"
    process = await asyncio.create_subprocess_exec(
        "openssl", "x509", "-noout", "-text", "-in", str(file), stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    return output.decode()
