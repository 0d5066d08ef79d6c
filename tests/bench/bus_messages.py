"""What is sent: messages of the node's own contracts, in generated betterproto2 classes and in protobuf's own.

Small is one service of talos.supervisor.v1 with its health and its last event; List are 44 metrics of
talos.component.v1 with three labels each; Services are 44 services, which are 220 objects within each other.

A call is answered with its request, so that the same message goes both ways; a stream's request (StreamLogsRequest)
with as many chunks (StreamLogsResponse) as its tail_lines says.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

import betterproto2
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from libtalos.gen.index import DEPENDENCIES, FILES, SYMBOLS
from libtalos.gen.talos.component import v1 as component
from libtalos.gen.talos.supervisor import v1

SERVICE = "talos.bench.v1.BenchService"
SMALL, LIST, SERVICES, STREAM = "Small", "List", "Services", "Stream"
LISTED = 44
CHUNK_SIZE = 64 * 1024
# what one call of a stream brings: 25 MiB
CHUNKS = 400
ECHOED: Mapping[str, type[betterproto2.Message]] = {
    SMALL: v1.Service,
    LIST: component.GetMetricsResponse,
    SERVICES: v1.ListServicesResponse,
}
_TIME = dt.datetime(2026, 11, 18, 12, 26, 40, 123456, tzinfo=dt.UTC)


def path(method: str) -> str:
    """The method's path on the wire."""
    return f"/{SERVICE}/{method}"


def request(method: str) -> betterproto2.Message:
    """The request of a method: 180 bytes, 8 KB, or the few of a stream's."""
    if method == SMALL:
        return _service()
    if method == LIST:
        return component.GetMetricsResponse(metrics=[_metric(number) for number in range(LISTED)])
    if method == SERVICES:
        return v1.ListServicesResponse(services=[_service() for _ in range(LISTED)])
    return v1.StreamLogsRequest(id="etcd", tail_lines=CHUNKS)


def _service() -> v1.Service:
    return v1.Service(
        id="kubelet-supervisor",
        component="init",
        state=v1.ServiceState.RUNNING,
        health=v1.ServiceHealth(healthy=True, last_message="Health check successful", last_change=_TIME),
        events=[
            v1.ServiceEvent(
                message='Process Process(["/usr/bin/python3.11"]) started with PID 4711',
                state=v1.ServiceState.RUNNING,
                time=_TIME,
            )
        ],
        pid=4711,
        restarts=2,
        depends_on=["filesystem", "containerd"],
    )


def _metric(number: int) -> component.Metric:
    labels = {
        "cgroup": f"/sys/fs/cgroup/kubepods/burstable/pod{number:04}/sandbox",
        "component": "kubelet",
        "process": f"containerd-shim-runc-v2 {number:02}",
    }
    return component.Metric(
        name="supervised_process_resident_memory_bytes", labels=labels, value=1.5e7 + number, unit="bytes"
    )


class Google:
    """protobuf's classes of the same messages, from the recorded descriptors."""

    def __init__(self) -> None:
        self._pool = descriptor_pool.DescriptorPool()
        self._added: set[str] = set()

    @cache  # noqa: B019 - there is one object per process
    def of(self, ours: type[betterproto2.Message]) -> Any:
        """protobuf's class beside a generated one."""
        # libtalos.gen.talos.supervisor.v1 holds the messages of talos.supervisor.v1
        name = f"{ours.__module__.removeprefix('libtalos.gen.')}.{ours.__name__}"
        self._add(SYMBOLS[name])
        return message_factory.GetMessageClass(self._pool.FindMessageTypeByName(name))

    def _add(self, file: str) -> None:
        """Add a file, after those that it imports."""
        if file not in self._added:
            self._added.add(file)
            for imported in DEPENDENCIES[file]:
                self._add(imported)
            self._pool.Add(descriptor_pb2.FileDescriptorProto.FromString(FILES[file]))
