"""Upstream's machine API on api.sock."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, TypeVar

import pytest

from libtalos.bus.errors import InvalidArgumentError, NotFoundError, PermissionDeniedError, ResourceExhaustedError
from libtalos.gen import machine as m
from libtalos.gen.talos.filesystem.v1 import FileType

if TYPE_CHECKING:
    from tests.contract.api.conftest import Node

T = TypeVar("T")


@pytest.fixture
def stub(node: Node) -> m.MachineServiceStub:
    return node.channel.stub(m.MachineServiceStub)


async def take(stream: AsyncIterator[T], count: int) -> list[T]:
    return [await asyncio.wait_for(anext(stream), 5) for _ in range(count)]


async def test_version_names_the_platform(stub: m.MachineServiceStub) -> None:
    (version,) = (await stub.version()).messages
    assert version.version is not None
    assert version.platform is not None
    assert version.version.tag.startswith("v")
    assert (version.version.os, version.platform.name, version.platform.mode) == ("linux", "container", "container")


async def test_hostname_and_memory_are_the_kernels(stub: m.MachineServiceStub) -> None:
    assert (await stub.hostname()).messages[0].hostname == socket.gethostname()
    memory = (await stub.memory()).messages[0].meminfo
    assert memory is not None
    assert memory.memtotal * 1024 == os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    assert 0 < memory.memavailable <= memory.memtotal


async def test_services_of_all_supervisors_are_sorted(stub: m.MachineServiceStub) -> None:
    (listing,) = (await stub.service_list()).messages
    assert [service.id for service in listing.services] == ["api", "etcd", "ext-hello", "kubelet", "network"]
    service = listing.services[1]
    assert service.state == "Running"
    assert service.health is not None
    assert (service.health.healthy, service.health.last_message) == (True, "ok")
    assert service.events is not None
    assert [(event.msg, event.state) for event in service.events.events] == [("Started", "Running")]


async def test_verbs_reach_the_supervisor_of_the_service(node: Node, stub: m.MachineServiceStub) -> None:
    restarted = await stub.service_restart(m.ServiceRestartRequest(id="kubelet"))
    started = await stub.service_start(m.ServiceStartRequest(id="ext-hello"))
    stopped = await stub.service_stop(m.ServiceStopRequest(id="ext-hello"))
    assert restarted.messages[0].resp == 'Service "kubelet" restarted'
    assert started.messages[0].resp == 'Service "ext-hello" started'
    assert stopped.messages[0].resp == 'Service "ext-hello" stopped'
    assert node["kubelet"].supervisor.told == ["restart kubelet", "start ext-hello", "stop ext-hello"]


async def test_upstreams_permissions_hold(node: Node, stub: m.MachineServiceStub) -> None:
    with pytest.raises(PermissionDeniedError, match='service "etcd" doesn\'t support restart operation via API'):
        await stub.service_restart(m.ServiceRestartRequest(id="etcd"))
    with pytest.raises(PermissionDeniedError, match='service "kubelet" doesn\'t support stop operation via API'):
        await stub.service_stop(m.ServiceStopRequest(id="kubelet"))
    with pytest.raises(PermissionDeniedError, match='service "api" doesn\'t support start operation via API'):
        await stub.service_start(m.ServiceStartRequest(id="api"))
    with pytest.raises(NotFoundError, match='service "nope" not defined'):
        await stub.service_restart(m.ServiceRestartRequest(id="nope"))
    assert [node[name].supervisor.told for name in ("init", "etcd", "kubelet")] == [[], [], []]


async def test_logs_come_from_whoever_keeps_them(node: Node, stub: m.MachineServiceStub) -> None:
    for number in range(4):
        node["etcd"].supervisor.write("etcd", b"line %d\n" % number)

    async def read(tail: int, namespace: str = "system") -> bytes:
        request = m.LogsRequest(namespace=namespace, id="etcd", tail_lines=tail)
        return b"".join([data.bytes async for data in stub.logs(request)])

    assert await read(-1) == b"line 0\nline 1\nline 2\nline 3\n"
    assert await read(2) == b"line 2\nline 3\n"
    assert await read(0, namespace="") == b""
    assert (await stub.logs_containers()).messages[0].ids == ["api", "etcd", "ext-hello", "kubelet", "network"]


async def test_logs_of_what_is_not_kept_are_not_found(stub: m.MachineServiceStub) -> None:
    with pytest.raises(NotFoundError, match='log "nope" was not registered'):
        await anext(stub.logs(m.LogsRequest(namespace="system", id="nope")))
    with pytest.raises(NotFoundError, match=r'container "etcd" not found in namespace "k8s\.io"'):
        await anext(stub.logs(m.LogsRequest(namespace="k8s.io", id="etcd")))


async def test_the_kubelets_log_is_found_in_any_namespace(node: Node, stub: m.MachineServiceStub) -> None:
    node["kubelet"].supervisor.write("kubelet", b"hello\n")
    request = m.LogsRequest(namespace="k8s.io", id="kubelet", tail_lines=-1)
    assert (await anext(stub.logs(request))).bytes == b"hello\n"


async def test_following_a_log_outlasts_its_keeper(node: Node, stub: m.MachineServiceStub) -> None:
    supervisor = node["etcd"].supervisor
    supervisor.write("etcd", b"before\n")
    lines = stub.logs(m.LogsRequest(namespace="system", id="etcd", follow=True, tail_lines=-1))
    assert [data.bytes for data in await take(lines, 1)] == [b"before\n"]
    supervisor.write("etcd", b"live\n")
    assert [data.bytes for data in await take(lines, 1)] == [b"live\n"]
    await node.restart("etcd")
    following = asyncio.create_task(take(lines, 1))
    while not following.done():
        supervisor.write("etcd", b"after\n")
        await asyncio.sleep(0.01)
    assert [data.bytes for data in following.result()] == [b"after\n"]


async def test_listing_has_gos_modes(node: Node, stub: m.MachineServiceStub) -> None:
    request = m.ListRequest(root="etc", recurse=True, recursion_depth=3, types=[m.ListRequestType.SYMLINK])
    directory, link = [info async for info in stub.list(request)]
    assert (directory.name, directory.relative_name, directory.is_dir) == ("/etc", ".", True)
    assert (directory.mode, directory.modified) == (1 << 31 | 0o755, 1_767_225_600)
    assert (link.mode, link.link, link.is_dir) == (1 << 27 | 0o777, "/proc/mounts", False)
    (asked,) = node["filesystem"].filesystem.listed
    assert (asked.root, asked.recurse, asked.recursion_depth, asked.types) == ("/etc", True, 3, [FileType.SYMLINK])


async def test_a_filesystem_that_does_not_batch_is_listed_as_well(node: Node, stub: m.MachineServiceStub) -> None:
    node["filesystem"].filesystem.batched = False
    assert [info.name async for info in stub.list(m.ListRequest(root="/etc"))] == ["/etc", "/etc/mtab"]
    (asked,) = node["filesystem"].filesystem.listed
    assert asked.batched


async def test_a_copy_has_errors_among_its_data(stub: m.MachineServiceStub) -> None:
    first, error, second = [part async for part in stub.copy(m.CopyRequest(root_path="/etc"))]
    assert (first.bytes, second.bytes) == (b"first", b"second")
    assert error.metadata is not None
    assert (error.bytes, error.metadata.error) == (b"", "socket: cannot be archived")
    with pytest.raises(NotFoundError, match="/nope: no such file"):
        await anext(stub.copy(m.CopyRequest(root_path="/nope")))


async def test_disk_usage_is_asked_for_and_told_as_upstream_does(node: Node, stub: m.MachineServiceStub) -> None:
    request = m.DiskUsageRequest(paths=["etc", "/absent"], recursion_depth=2, all=True, threshold=-5)
    below, absent = [info async for info in stub.disk_usage(request)]
    assert (below.name, below.relative_name, below.size, below.error) == ("/etc/cni", "cni", 4096, "")
    assert (absent.name, absent.error) == ("/absent", "no such file")
    (asked,) = node["filesystem"].filesystem.counted
    assert (asked.paths, asked.recursion_depth, asked.all, asked.threshold) == (["/etc", "/absent"], 2, True, -5)


async def test_meta_is_written_and_deleted(node: Node, stub: m.MachineServiceStub) -> None:
    filesystem = node["filesystem"].filesystem
    assert (await stub.meta_write(m.MetaWriteRequest(key=10, value=b"\xff"))).messages == [m.MetaWrite()]
    assert filesystem.meta == {10: b"\xff"}
    with pytest.raises(ResourceExhaustedError, match="11 bytes do not fit, 10 are left"):
        await stub.meta_write(m.MetaWriteRequest(key=10, value=bytes(11)))
    assert (await stub.meta_delete(m.MetaDeleteRequest(key=10))).messages == [m.MetaDelete()]
    with pytest.raises(NotFoundError, match="key 0x0a has no value"):
        await stub.meta_delete(m.MetaDeleteRequest(key=10))
    assert filesystem.meta == {}


async def test_read_and_mounts(stub: m.MachineServiceStub) -> None:
    data = [chunk.bytes async for chunk in stub.read(m.ReadRequest(path="/etc/hosts"))]
    assert b"".join(data) == b"127.0.0.1 localhost\n"
    with pytest.raises(NotFoundError, match="/nope: no such file"):
        await anext(stub.read(m.ReadRequest(path="/nope")))
    (mounts,) = (await stub.mounts()).messages
    assert [(s.filesystem, s.mounted_on, s.size, s.available) for s in mounts.stats] == [
        ("/dev/loop1", "/var", 1000, 400)
    ]


async def test_a_tail_is_asked_for_in_one_way(stub: m.MachineServiceStub) -> None:
    with pytest.raises(InvalidArgumentError, match="exclude each other"):
        await take(stub.events(m.EventsRequest(tail_events=1, tail_seconds=1)), 1)
    with pytest.raises(InvalidArgumentError, match="negative"):
        await take(stub.events(m.EventsRequest(tail_seconds=-1)), 1)
