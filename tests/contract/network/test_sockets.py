"""Sockets and counters of the component's node over its socket."""

from __future__ import annotations

import os
import socket
from contextlib import closing

import pytest

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen.talos.network.v1 import ListSocketsRequest
from tests.contract.network.node import running

pytestmark = pytest.mark.root


async def test_sockets_in_the_components_namespace_with_their_processes() -> None:
    async with running() as node:
        with closing(await node.in_namespace(lambda: socket.create_server(("127.0.0.1", 4000)))):
            request = ListSocketsRequest(protocols=["tcp"], listening=True, processes=True)
            (found,) = (await node.network.list_sockets(request)).sockets
            assert (found.protocol, found.local_address, found.local_port, found.state) == (
                "tcp",
                "127.0.0.1",
                4000,
                10,
            )
            # the component has no more than its capabilities and is allowed to see it all the same
            assert found.pid == os.getpid()
            assert found.namespace == ""
            assert (
                await node.network.list_sockets(ListSocketsRequest(protocols=["tcp"], connected=True))
            ).sockets == []


async def test_what_is_not_there_is_refused() -> None:
    async with running() as node:
        with pytest.raises(InvalidArgumentError, match='"sctp" is not a protocol: use tcp, tcp6'):
            await node.network.list_sockets(ListSocketsRequest(protocols=["sctp"]))
        with pytest.raises(InvalidArgumentError, match='there is no network namespace "pod" in /run/netns'):
            await node.network.list_sockets(ListSocketsRequest(namespaces=["pod"]))


async def test_counters_of_devices() -> None:
    async with running() as node:

        def talk() -> None:
            with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as one:
                one.bind(("127.0.0.1", 4001))
                one.sendto(b"x" * 100, ("127.0.0.1", 4001))
                one.recv(200)

        (before,) = (await node.network.list_device_counters()).devices
        await node.in_namespace(talk)
        (after,) = (await node.network.list_device_counters()).devices
        assert (before.name, after.name) == ("lo", "lo")
        assert (after.rx_packets - before.rx_packets, after.tx_bytes - before.tx_bytes) == (1, 128)
