"""Sockets of the kernel, beside what ss(8) says of them."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import threading
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

import pytest

from services.network.sockets.listing import Found, Query, Sockets
from tests.integration.network.lab import NODE, Lab, lab

pytestmark = pytest.mark.root
STATES = {"ESTAB": 1, "TIME-WAIT": 6, "UNCONN": 7, "CLOSE-WAIT": 8, "LISTEN": 10, "FIN-WAIT-2": 5}


def by_ss() -> set[tuple[str, str, str, int, int, str]]:
    """Every socket: protocol, ends, state, receive queue, process; what ss says in columns."""
    command = ("ss", "-H", "-tuanpO")
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout
    found = set()
    for line in text.splitlines():
        protocol, state, receive, _, local, remote, *process = line.split(maxsplit=6)
        owner = re.search(r"pid=(\d+)", process[0]) if process else None
        found.add((protocol, local, remote, STATES[state], int(receive), owner[1] if owner else "0"))
    return found


def ours(found: list[Found]) -> set[tuple[str, str, str, int, int, str]]:
    """The same of what was found, in the words of ss."""
    return {
        (
            each.socket.protocol.removesuffix("6"),
            end(each.socket.local_address, each.socket.local_port),
            end(each.socket.remote_address, each.socket.remote_port),
            each.socket.state,
            each.socket.receive_queue,
            str(each.owner.pid if each.owner else 0),
        )
        for each in found
    }


def end(address: str, port: int) -> str:
    """An address and a port as ss has them."""
    return f"[{address}]:{port or '*'}" if ":" in address else f"{address}:{port or '*'}"


def inside(place: Lab, query: Query) -> list[Found]:
    """What is found in the node's namespace."""
    return place.node(lambda: Sockets(proc=Path("/proc"), netns=Path("/run/netns")).find(query))


def test_the_same_as_ss() -> None:
    with lab() as places, ExitStack() as stack:
        server = stack.enter_context(closing(places.serve(2000)))
        stack.enter_context(closing(places.serve(2001, NODE[1])))
        client = stack.enter_context(
            closing(places.peer(lambda: socket.create_connection((NODE[0], 2000), timeout=10)))
        )
        connection, _ = server.accept()
        stack.enter_context(closing(connection))
        client.sendall(b"not read")
        closing_one = places.peer(lambda: socket.create_connection((NODE[0], 2000), timeout=10))
        half, _ = server.accept()
        stack.enter_context(closing(half))
        closing_one.close()
        bound = stack.enter_context(closing(places.node(lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM))))
        bound.bind(("::1", 2002))
        places.settle()
        found = inside(places, Query(protocols=("tcp", "tcp6", "udp", "udp6"), owners=True))
        assert ours(found) == places.node(by_ss)
        assert {each.socket.state for each in found} == {1, 7, 8, 10}
        assert {each.owner.pid for each in found if each.owner} == {os.getpid()}
        connected = inside(places, Query(protocols=("tcp",), listening=False))
        assert {each.socket.local_port for each in connected} == {2000}
        listening = inside(places, Query(protocols=("tcp",), connected=False))
        assert [each.socket.local_port for each in listening] == [2000]


def test_raw_sockets_and_other_namespaces_by_their_names(tmp_path: Path) -> None:
    with lab() as places, ExitStack() as stack:
        raw = socket.socket
        stack.enter_context(closing(places.peer(lambda: raw(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP))))
        (tmp_path / "peer").touch()
        with mounted(places.peer.namespace, tmp_path / "peer"):
            sockets = Sockets(proc=Path("/proc"), netns=tmp_path)
            for query in (Query(host=False, namespaces=("peer",)), Query(host=False, everywhere=True)):
                found = places.node(partial(sockets.find, query))
                names = {(each.namespace, each.socket.protocol, each.socket.local_port) for each in found}
                assert names == {("peer", "udp", 9999), ("peer", "raw", 1)}
            before = threading.active_count()
            both = places.node(lambda: sockets.find(Query(everywhere=True)))
            assert {each.namespace for each in both} == {"", "peer"}
            assert threading.active_count() == before


def mounted(source: str, target: Path) -> ExitStack:
    """Bind a namespace to a name, as ip-netns does."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    stack = ExitStack()
    subprocess.run((str(mount), "--bind", source, str(target)), check=True, timeout=30)
    stack.callback(subprocess.run, (str(umount), str(target)), check=True, timeout=30)
    return stack
