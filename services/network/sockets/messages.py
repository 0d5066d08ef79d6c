"""Sockets and counters on the wire."""

from __future__ import annotations

import msgspec

from libtalos.gen.talos.network import v1
from services.network.sockets.devices import Counters
from services.network.sockets.listing import Found, Query
from services.network.sockets.table import PROTOCOLS


def read_query(message: v1.ListSocketsRequest) -> Query:
    """Return what is asked for."""
    either = message.connected or message.listening
    return Query(
        protocols=tuple(message.protocols) or PROTOCOLS,
        connected=message.connected or not either,
        listening=message.listening or not either,
        owners=message.processes,
        host=message.host_namespace or not (message.namespaces or message.all_namespaces),
        namespaces=tuple(message.namespaces),
        everywhere=message.all_namespaces,
    )


def socket_message(found: Found) -> v1.Socket:
    """Return a socket."""
    owner = found.owner
    return v1.Socket(
        **msgspec.structs.asdict(found.socket),
        pid=0 if owner is None else owner.pid,
        process_name="" if owner is None else owner.name,
        namespace=found.namespace,
    )


def counters_message(counters: Counters) -> v1.DeviceCounters:
    """Return the counters of a device."""
    return v1.DeviceCounters(**msgspec.structs.asdict(counters))
