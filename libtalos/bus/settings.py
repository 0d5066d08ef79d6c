"""Every limit of the bus in one place, with unit, reason and default; None, where it may be, switches a limit off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

import msgspec

TransportName = Literal["http2", "grpclib"]
TRANSPORT_VARIABLE = "TALOS_BUS_TRANSPORT"
DEFAULT_TRANSPORT: TransportName = "http2"
# how many connections may wait while a component restarts
BACKLOG = 512

KIB = 1024
MIB = 1024 * KIB


class BusSettings(msgspec.Struct, frozen=True):
    """Limits of servers and channels. Times are in seconds, sizes in bytes."""

    # "http2" is the bus's own, "grpclib" the second one, for comparison (docs/decisions/0014-own-transport.md)
    transport: TransportName = DEFAULT_TRANSPORT

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
    # see BACKLOG
    backlog: int = BACKLOG

    # The limits below are those of the "http2" transport.

    # what a peer may send of one stream before its messages are taken: it bounds the memory that one slow reader costs
    stream_window: int = MIB
    # the same of all streams of one connection; given back at once unless connection_buffer is full
    connection_window: int = 16 * MIB
    # what one connection may have sent and nobody has taken, over all its streams; twice the largest message at least.
    # And what may wait to be written to a peer that does not read
    connection_buffer: int = 64 * MIB
    # one frame: a chunk of 64 KiB and its prefix fit, and other streams need not wait long for their turn
    max_frame_size: int = 256 * KIB
    # names and values of one header list (RFC 9113, 6.5.2); call id, timeout and a few metadata need some hundred
    max_header_list: int = 64 * KIB
    # open calls of one connection; callers of ours wait for a place, others are refused (REFUSED_STREAM).
    # None: as many as there are stream ids
    max_streams: int | None = 16_384
    # connections from one address over TCP; None: as many as there are descriptors
    max_connections_per_address: int | None = 256
    # seconds until a new connection has to have said that it speaks HTTP/2; None: for ever
    handshake_timeout: float | None = 10.0
    # without a byte for so long a connection with calls is asked for a sign of life (PING); None: never
    keepalive_interval: float | None = 30.0
    # and after so long without one it is lost
    keepalive_timeout: float = 10.0

    # What costs us more than it costs a peer, each so often within flood_period; a connection that does more of it ends
    # with ENHANCE_YOUR_CALM. None: no limit.
    flood_period: float = 10.0
    # calls that are begun and given up (CVE-2023-44487, rapid reset)
    max_resets: int | None = 10_000
    # PING, each of which wants an answer (CVE-2019-9512)
    max_pings: int | None = 1_000
    # SETTINGS, each of which wants an answer (CVE-2019-9515)
    max_settings: int | None = 100
    # frames that carry nothing: DATA without an end, PRIORITY, WINDOW_UPDATE by a byte (CVE-2019-9518)
    max_empty_frames: int | None = 10_000
    # CONTINUATION frames of one header block (CVE-2024-27316)
    max_continuations: int | None = 64


def settings_from(environment: Mapping[str, str]) -> BusSettings:
    """The settings of a process; the variable TALOS_BUS_TRANSPORT chooses its transport. Raises ValueError."""
    name = environment.get(TRANSPORT_VARIABLE, DEFAULT_TRANSPORT)
    if name not in ("http2", "grpclib"):
        raise ValueError(f'{TRANSPORT_VARIABLE} is {name!r}: it has to be "http2" or "grpclib"')
    return BusSettings(transport=cast("TransportName", name))
