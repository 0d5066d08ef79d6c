"""Packets of the component's node over its socket."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import aclosing, closing
from pathlib import Path

import pytest

from libtalos.bus.errors import InvalidArgumentError, NotFoundError, ResourceExhaustedError
from libtalos.bus.streams import as_generator
from libtalos.gen.talos.network.v1 import BpfInstruction, CapturePacketsRequest, CapturePacketsResponse
from tests.contract.network.node import Node, running
from tests.contract.watching import PATIENCE

pytestmark = pytest.mark.root

MARK = b"a packet of this test"
# what UDP to port 4001 over IPv4 is, behind a header of Ethernet and one of IP without options
TO_4001 = [
    BpfInstruction(op=0x28, k=12),
    BpfInstruction(op=0x15, jt=0, jf=3, k=0x0800),
    BpfInstruction(op=0x28, k=36),
    BpfInstruction(op=0x15, jt=0, jf=1, k=4001),
    BpfInstruction(op=0x06, k=262144),
    BpfInstruction(op=0x06, k=0),
]


def talk() -> None:
    """Send a datagram to a port that is captured, and one before it to another."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as one:
        for port in (4002, 4001):
            one.sendto(MARK, ("127.0.0.1", port))


async def begun(node: Node, request: CapturePacketsRequest) -> AsyncIterator[CapturePacketsResponse]:
    """A capture after the header of its file."""
    pieces = as_generator(node.network.capture_packets(request))
    header = await anext(pieces)
    assert (header.data[:4], len(header.data), header.dropped) == (b"\x4d\x3c\xb2\xa1", 24, 0)
    return pieces


async def test_packets_of_the_components_namespace_with_no_more_than_its_capabilities() -> None:
    async with running() as node, asyncio.timeout(PATIENCE):
        request = CapturePacketsRequest(interface="lo", promiscuous=True, bpf_filter=TO_4001)
        async with aclosing(as_generator(await begun(node, request))) as pieces:
            await node.in_namespace(talk)
            data = b""
            # over the loopback a packet passes twice, out and in
            while data.count(MARK) < 2:
                data += (await anext(pieces)).data
            assert data.count((4001).to_bytes(2, "big")) == 2
            assert (4002).to_bytes(2, "big") not in data


async def test_what_cannot_be_is_refused() -> None:
    async def refused(node: Node, request: CapturePacketsRequest, kind: type[Exception], said: str) -> None:
        with pytest.raises(kind, match=said):
            await begun(node, request)

    async with running() as node:
        await refused(node, CapturePacketsRequest(interface="nope0"), NotFoundError, 'there is no link "nope0"')
        await refused(node, CapturePacketsRequest(), InvalidArgumentError, "interface is empty")
        nonsense = CapturePacketsRequest(interface="lo", bpf_filter=[BpfInstruction(op=0xFFFF)])
        await refused(node, nonsense, InvalidArgumentError, "the kernel refuses the filter")


async def test_so_many_at_once_and_an_end_gives_the_socket_back() -> None:
    async with running() as node, asyncio.timeout(PATIENCE):
        request = CapturePacketsRequest(interface="lo", bpf_filter=TO_4001)
        captures = [as_generator(await begun(node, request)) for _ in range(8)]
        with pytest.raises(ResourceExhaustedError, match="8 captures run already"):
            await begun(node, request)
        assert packet_sockets(node) == 8
        for capture in captures:
            await capture.aclose()
        # a call begins before those that are cancelled with the same packet have ended, so one more goes there and back
        await node.network.list_device_counters()
        async with aclosing(as_generator(await begun(node, request))):
            assert packet_sockets(node) == 1


def packet_sockets(node: Node) -> int:
    """How many the component's namespace has; the component alone is in it."""
    return len(Path(f"/proc/{node.process.pid}/net/packet").read_text().splitlines()) - 1
