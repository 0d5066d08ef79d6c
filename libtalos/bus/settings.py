"""Every limit of the bus in one place, each with its unit, reason and default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MIB = 1024 * 1024


@dataclass(frozen=True)
class BusSettings:
    """Limits of servers and channels. Times are in seconds, sizes in bytes."""

    # "http2" is the bus's own, "grpclib" the second one, for comparison (docs/decisions/0014-own-transport.md)
    transport: Literal["http2", "grpclib"] = "grpclib"

    # upstream's constants.GRPCMaxMessageSize: what talosctl accepts and sends
    max_message_size: int = 32 * MIB
    # a unary call whose caller names no deadline; long enough to outlast the restart of a component
    call_deadline: float = 20.0
    # a stream whose caller names no deadline; watchers resume with their bookmark after it
    stream_deadline: float = 3600.0
    # how long calls under way may go on after SIGTERM; the process manager kills after 10 s
    drain_timeout: float = 5.0
    # how long calls that were ended may take to answer so, before their connections are closed
    end_timeout: float = 0.5
    # first and longest pause between tries to reach a component that does not answer
    retry_initial: float = 0.02
    retry_maximum: float = 1.0
    # how many connections may wait while a component restarts
    backlog: int = 512
