"""Who is at the other end of a unix socket: SO_PEERCRED gives pid and uid, the pid's cgroup gives the component."""

from __future__ import annotations

import asyncio
import re
import socket
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

INIT = 1
_UCRED = struct.Struct("3i")
# /proc/<pid>/cgroup: "0::/system/network" on v2, "6:freezer:/system/network" on v1
_COMPONENT_GROUP = re.compile(r"^\d+:[^:]*:(?:.*)/system/([a-z]+)$", re.MULTILINE)
_WORKLOAD_GROUP = re.compile(r"^\d+:[^:]*:(?:.*)/(?:podruntime|kubepods[^/]*|system/runtime)(?:/|$)", re.MULTILINE)


class Certificate(msgspec.Struct, frozen=True):
    """What a verified certificate says of its owner; organizations are roles, as upstream has it."""

    common_name: str = ""
    organizations: tuple[str, ...] = ()


class Peer(msgspec.Struct, frozen=True):
    """The other end. pid is 0 for a process outside of this pid namespace: somebody on the host with access."""

    pid: int
    uid: int
    # name of the component, or None for anybody else
    component: str | None = None
    # a process of the node's workloads, which has no business on the bus
    workload: bool = False
    # a process that ended before it could be looked up: it may have been anybody
    gone: bool = False
    # over TCP: where it is, and what its certificate says if it showed one
    address: str = ""
    certificate: Certificate | None = None

    def __str__(self) -> str:
        if self.address:
            return self.address
        return self.component or (f"pid {self.pid}" if self.pid else f"host uid {self.uid}")


UNKNOWN_PEER = Peer(pid=0, uid=-1)


def read_cgroups(pid: int) -> str:
    """The text of /proc/<pid>/cgroup, or nothing if the process is gone."""
    try:
        return Path(f"/proc/{pid}/cgroup").read_text()
    except OSError:
        return ""


def identify(pid: int, uid: int, cgroups: Callable[[int], str] = read_cgroups) -> Peer:
    """Map a peer's credentials to a component by its cgroup; process 1 of a node is init."""
    if pid == 0:
        return Peer(pid=pid, uid=uid)
    if pid == INIT:
        return Peer(pid=pid, uid=uid, component="init")
    text = cgroups(pid)
    if not text:
        return Peer(pid=pid, uid=uid, gone=True)
    match = _COMPONENT_GROUP.search(text)
    component = match.group(1) if match and match.group(1) != "runtime" else None
    return Peer(pid=pid, uid=uid, component=component, workload=bool(_WORKLOAD_GROUP.search(text)))


def peer_of(transport: asyncio.BaseTransport) -> Peer:
    """The peer of a connection: over TCP known by its address and, if it showed one, by its certificate."""
    sock = transport.get_extra_info("socket")
    if sock is None or sock.family != socket.AF_UNIX:
        return _remote_peer(transport)
    pid, uid, _gid = _UCRED.unpack(sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _UCRED.size))
    return identify(pid, uid)


def _remote_peer(transport: asyncio.BaseTransport) -> Peer:
    name = transport.get_extra_info("peername")
    if not isinstance(name, tuple):
        return UNKNOWN_PEER
    tls = transport.get_extra_info("ssl_object")
    shown = None if tls is None else tls.getpeercert()
    # an IPv4 peer of a socket for both families has its address mapped (RFC 4291, 2.5.5.2)
    address = str(name[0]).removeprefix("::ffff:")
    return Peer(pid=0, uid=-1, address=address, certificate=_certificate(shown) if shown else None)


def _certificate(shown: Mapping[str, Any]) -> Certificate:
    """Read what `ssl.SSLSocket.getpeercert` gives for a certificate that was verified."""
    names = [pair for part in shown.get("subject", ()) for pair in part]
    return Certificate(
        common_name=next((value for name, value in names if name == "commonName"), ""),
        organizations=tuple(value for name, value in names if name == "organizationName"),
    )
