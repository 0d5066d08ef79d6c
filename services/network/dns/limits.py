"""The bounds of the host DNS, each with its reason."""

from __future__ import annotations

import msgspec

from libtalos.resources.backoff import BackoffPolicy

# How soon an upstream that failed is asked again: soon, for a lost packet is no outage, and then ever less often.
PROBES = BackoffPolicy(first=0.5, limit=30.0)


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Times are in seconds, sizes in bytes.

    try_timeout: how long one upstream may take to answer. Three tries fit into query_timeout.
    query_timeout: how long a query may take in all: below the 5 s after which the C library asks again.
    upstream_payload: the UDP answer that upstreams are allowed: it fits into one packet of any network (DNS flag day
    2020), since fragments can be forged.
    client_payload: the most that a client over UDP gets, if it allows as much; clients are on this node.
    strays: how many datagrams that are no answer to the question are overlooked before it is asked over TCP, which
    nobody from outside can guess his way into.
    concurrent: questions that are put to upstreams at a time. Each has a socket, of the 1024 files that a process has.
    queries: queries that wait for an answer at a time; those for the same name wait for one question.
    connections: TCP clients at a time, and idle_timeout until one that is silent is closed (RFC 7766, section 6.2.3:
    "on the order of a few seconds").
    entries, cache_size: answers that are kept, and their sizes summed up: the memory of a small component doubles at
    most.
    max_ttl, max_negative_ttl: the longest that an answer is believed, as CoreDNS has it.
    """

    try_timeout: float = 1.5
    query_timeout: float = 4.5
    upstream_payload: int = 1232
    client_payload: int = 4096
    strays: int = 16
    concurrent: int = 256
    queries: int = 1024
    connections: int = 64
    idle_timeout: float = 10.0
    entries: int = 10_000
    cache_size: int = 4 << 20
    max_ttl: int = 3600
    max_negative_ttl: int = 1800
