"""What a process says of itself through talos.component.v1, if it serves that: its contracts, its identity."""

from __future__ import annotations

from typing import Any

import msgspec
from google.protobuf import descriptor_pb2 as pb
from google.protobuf.message import DecodeError

from libtalos.contracts import lock
from libtalos.contracts.descriptors import Types, package_closure
from libtalos.contracts.generate import package_digest
from libtalos.contracts.target import Target

PACKAGE = "talos.component.v1"
SERVICE = f"{PACKAGE}.ComponentService"


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """A process: who it is, since when, and the digest of each contract that it serves."""

    name: str
    pid: int
    started_at: str
    digests: dict[str, str]

    @property
    def identity(self) -> tuple[int, str]:
        """Differs between a process and the one that took its place."""
        return self.pid, self.started_at

    def problem(self, contract: str, files: pb.FileDescriptorSet, *, allow_newer: bool = False) -> str | None:
        """Return why this is not what a process that serves the recorded contract says, or None."""
        if contract not in self.digests:
            return f"{self.name} does not say that it serves {contract}, only: {', '.join(sorted(self.digests))}"
        recorded = package_digest(file for file in files.file if file.package == contract)
        if self.digests[contract] != recorded and not allow_newer:
            return f"{self.name} serves {contract} {self.digests[contract]}, recorded is {recorded}"
        return None


def describe(target: Target) -> Description | None:
    """Ask the process; None if it does not serve talos.component.v1 or does not answer."""
    answer = target.call(f"/{SERVICE}/Describe", b"")
    if answer.status != "OK" or not answer.messages:
        return None
    types = Types(package_closure(lock.packaged(), PACKAGE))
    try:
        response: Any = types.message(f"{PACKAGE}.DescribeResponse").FromString(answer.messages[0])
    except DecodeError:
        return None  # the contract talos.component.v1 itself is broken: its own check says so
    return Description(
        name=response.name,
        pid=response.pid,
        started_at=response.started_at.ToJsonString(),
        digests={item.package: item.digest for item in response.serves},
    )
