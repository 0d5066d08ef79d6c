"""The systemd protocols between a component and whoever starts it: sockets in, readiness out."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping

FIRST_FD = 3  # SD_LISTEN_FDS_START


class ActivationError(Exception):
    """The process was not started as the protocol asks; the message says what is missing."""


def listening_sockets(environment: Mapping[str, str], pid: int) -> dict[str, socket.socket]:
    """The inherited listening sockets by their LISTEN_FDNAMES name. Raises ActivationError."""
    if environment.get("LISTEN_PID") != str(pid):
        raise ActivationError(
            f"LISTEN_PID is {environment.get('LISTEN_PID')!r} and not this process ({pid}): "
            "components are started by init, or in tests by libtalos.contracts.process"
        )
    text = environment.get("LISTEN_FDS", "0")
    if not text.isdecimal():
        raise ActivationError(f"LISTEN_FDS is {text!r}: it has to be a number")
    count = int(text)
    names = environment.get("LISTEN_FDNAMES", "").split(":") if count else []
    if len(names) != count:
        raise ActivationError(f"LISTEN_FDS is {count} but LISTEN_FDNAMES names {len(names)}")
    return {name: _adopt(FIRST_FD + index) for index, name in enumerate(names)}


def own_socket(environment: Mapping[str, str], pid: int, component: str) -> socket.socket:
    """The socket `<component>.sock` among the inherited ones. Raises ActivationError."""
    sockets = listening_sockets(environment, pid)
    name = f"{component}.sock"
    if name not in sockets:
        raise ActivationError(f"{name} is not among the inherited sockets {sorted(sockets)}")
    return sockets[name]


def notify(environment: Mapping[str, str], state: str) -> bool:
    """Send a state such as "READY=1" to NOTIFY_SOCKET; False if nobody asked for it."""
    address = environment.get("NOTIFY_SOCKET")
    if not address:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sock:
        sock.sendto(state.encode(), "\0" + address[1:] if address.startswith("@") else address)
    return True


def _adopt(fd: int) -> socket.socket:
    os.set_inheritable(fd, False)
    return socket.socket(fileno=fd)
