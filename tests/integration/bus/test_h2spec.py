"""h2spec, a conformance test of HTTP/2 and HPACK by others, against servers and clients of the bus: every case."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.integration.bus import call_once
from tests.integration.bus.bus_peer import listening
from tests.integration.bus.go_peer import run
from tests.integration.bus.target import HOST, Identity
from tests.tools.built import tool

# how many cases h2spec 2.2.1 has for servers, with the strict ones, and for clients
SERVER_CASES = 146
CLIENT_CASES = 0
SUMMARY = re.compile(r"^(\d+) tests, (\d+) passed, (\d+) skipped, (\d+) failed$", re.MULTILINE)
# h2specd listens at a port for each case, from here on: below those that the kernel gives to others
FIRST_PORT = 20000 + os.getpid() % 100 * 100


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
    async with listening([], identity=identity if tls else None) as target:
        options = ["--tls"] if tls else []
        trust = {"SSL_CERT_FILE": str(identity.ca)}
        command = [f"--host={HOST}", f"--port={target.port}", "--strict", *options]
        code, said = await run(tool("h2spec"), *command, environment=trust)
    assert_all_passed(said, SERVER_CASES)
    assert code == 0


async def test_client() -> None:
    """h2specd starts a client for every case, which makes one call."""
    client = f"{sys.executable} {Path(call_once.__file__)}"
    _, said = await run(tool("h2specd"), f"--host={HOST}", f"--from-port={FIRST_PORT}", "--strict", f"--exec={client}")
    assert_all_passed(said, CLIENT_CASES)
