"""h2spec, a conformance test of HTTP/2 and HPACK by others, against servers and clients of the bus: every case."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from libtalos.bus.server import Server
from tests.integration.bus import call_once
from tests.integration.bus.go_peer import run
from tests.integration.bus.target import HOST, Identity, bound
from tests.tools.built import tool

# how many cases h2spec 2.2.1 has for servers, with the strict ones, and for clients
SERVER_CASES = 146
CLIENT_CASES = 0
SUMMARY = re.compile(r"^(\d+) tests, (\d+) passed, (\d+) skipped, (\d+) failed$", re.MULTILINE)
# h2specd listens at a port for each case, from here on: below those that the kernel gives to others
FIRST_PORT = 20000 + os.getpid() % 100 * 100


@asynccontextmanager
async def served(identity: Identity | None) -> AsyncIterator[int]:
    """A server without a service, which HTTP/2 does not care about; its port."""
    sock = bound(None)
    port = sock.getsockname()[1]
    server = Server([])
    await server.start(sock, tls=identity.server_context() if identity else None)
    try:
        yield port
    finally:
        await server.drain(0.0)


def assert_all_passed(said: str, cases: int) -> None:
    """Every case has passed; none is left out, and none is skipped."""
    summary = SUMMARY.search(said)
    assert summary is not None, said
    failures = said.partition("Failures:")[2]
    assert [int(count) for count in summary.groups()] == [cases, cases, 0, 0], failures or said


@pytest.mark.parametrize("transport", ["tcp", "tls"])
async def test_server(transport: str, identity: Identity) -> None:
    """The server answers what is no call with a text, so that h2spec can try all that needs an answer."""
    tls = transport == "tls"
    async with served(identity if tls else None) as port:
        options = ["--tls"] if tls else []
        trust = {"SSL_CERT_FILE": str(identity.ca)}
        command = [f"--host={HOST}", f"--port={port}", "--strict", *options]
        code, said = await run(tool("h2spec"), *command, environment=trust)
    assert_all_passed(said, SERVER_CASES)
    assert code == 0


async def test_client() -> None:
    """h2specd starts a client for every case, which makes one call."""
    client = f"{sys.executable} {Path(call_once.__file__)}"
    _, said = await run(tool("h2specd"), f"--host={HOST}", f"--from-port={FIRST_PORT}", "--strict", f"--exec={client}")
    assert_all_passed(said, CLIENT_CASES)
