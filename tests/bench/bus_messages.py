"""The two answers that are sent, for generated betterproto2 classes and for protobuf's own from the same contract.

The contract is talos.supervisor.v1: StopService answers with one service (180 bytes), ListServices with 44 of them
(8 KB). Every answer is built anew from plain values, as a server does.
"""

import datetime as dt
from functools import cache
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from libtalos.gen.talos.supervisor import v1

PACKAGE = "talos.supervisor.v1"
SMALL = "StopService"
LIST = "ListServices"
LISTED = 44
_ID, _COMPONENT, _HEALTHY = "kubelet-supervisor", "init", "Health check successful"
_STARTED = 'Process Process(["/usr/bin/python3.11"]) started with PID 4711'
_DEPENDS_ON = ("filesystem", "containerd")
_PID, _RUNNING = 4711, 5
_SECONDS, _NANOS = 1_795_000_000, 123_456_000
_TIME = dt.datetime.fromtimestamp(_SECONDS, tz=dt.UTC) + dt.timedelta(microseconds=_NANOS // 1000)


def path(method: str) -> str:
    """The method's path on the wire."""
    return f"/{PACKAGE}.SupervisorService/{method}"


def our_service() -> v1.Service:
    """One service in a generated class."""
    return v1.Service(
        id=_ID,
        component=_COMPONENT,
        state=v1.ServiceState.RUNNING,
        health=v1.ServiceHealth(healthy=True, last_message=_HEALTHY, last_change=_TIME),
        events=[v1.ServiceEvent(message=_STARTED, state=v1.ServiceState.RUNNING, time=_TIME)],
        pid=_PID,
        restarts=2,
        depends_on=list(_DEPENDS_ON),
    )


class Google:
    """protobuf's classes of the same contract, from its descriptors."""

    def __init__(self, descriptors: bytes) -> None:
        self._pool = descriptor_pool.DescriptorPool()
        self._files = {file.name: file for file in descriptor_pb2.FileDescriptorSet.FromString(descriptors).file}
        for name in [name for name in self._files if name.startswith(PACKAGE.replace(".", "/"))]:
            self._add(name)

    def _add(self, name: str) -> None:
        """Add a file, after those that it imports."""
        file = self._files.pop(name, None)
        if file is not None:
            for imported in file.dependency:
                self._add(imported)
            self._pool.Add(file)

    @cache  # noqa: B019 - there is one object per process
    def message(self, name: str) -> Any:
        """A class by its name in the package."""
        return message_factory.GetMessageClass(self._pool.FindMessageTypeByName(f"{PACKAGE}.{name}"))

    def service(self) -> Any:
        """The same service in protobuf's class."""
        at = {"seconds": _SECONDS, "nanos": _NANOS}
        return self.message("Service")(
            id=_ID,
            component=_COMPONENT,
            state=_RUNNING,
            health={"healthy": True, "last_message": _HEALTHY, "last_change": at},
            events=[{"message": _STARTED, "state": _RUNNING, "time": at}],
            pid=_PID,
            restarts=2,
            depends_on=_DEPENDS_ON,
        )
