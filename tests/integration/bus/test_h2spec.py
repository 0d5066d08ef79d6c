"""h2spec, a conformance test of HTTP/2 and HPACK by others, against servers and clients of the bus: every case."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from libtalos.bus.settings import BusSettings
from tests.integration.bus import call_once
from tests.integration.bus.bus_peer import listening
from tests.integration.bus.go_peer import run
from tests.integration.bus.target import HOST, Identity
from tests.tools.built import tool

# how many cases h2spec 2.2.1 has for servers, with the strict ones, and for clients
SERVER_CASES = 146
CLIENT_CASES = 57
SUMMARY = re.compile(r"^(\d+) tests, (\d+) passed, (\d+) skipped, (\d+) failed$", re.MULTILINE)
FAILURE = re.compile(r"^ *\u00d7 \d+: (.*)$", re.MULTILINE)
# h2specd listens at a port for each case, from here on: below those that the kernel gives to others
FIRST_PORT = 20000 + os.getpid() % 100 * 100

# the frames that HTTP/2 begins with: what h2spec takes for the largest
SMALLEST = BusSettings(max_frame_size=16384)
# h2spec's frame of 20 KB, 4.2/3, is not too large for a server that takes larger ones: the case does not look at the
# SETTINGS_MAX_FRAME_SIZE that was announced
LARGE_FRAME = "Sends a large size HEADERS frame that exceeds the SETTINGS_MAX_FRAME_SIZE"
# h2specd's answers are no gRPC: a client of the bus gives such a call up (CANCEL), and this case, 6.9.1/2, takes that
# RST_STREAM for the answer to its window updates, which have to be ignored by then (RFC 9113, 5.1)
NO_GRPC = "Sends multiple WINDOW_UPDATE frames increasing the flow control window to above 2^31-1 on a stream"


def assert_passed(said: str, cases: int, *, but: Sequence[str] = ()) -> None:
    """Every case has passed but these; none is left out, and none is skipped."""
    summary = SUMMARY.search(said)
    assert summary is not None, said
    failures = said.partition("Failures:")[2]
    assert FAILURE.findall(failures) == list(but), failures
    assert [int(count) for count in summary.groups()] == [cases, cases - len(but), 0, len(but)], said


@pytest.mark.parametrize(
    ("transport", "settings", "but"),
    [("tcp", SMALLEST, ()), ("tls", SMALLEST, ()), ("tcp", BusSettings(), (LARGE_FRAME,))],
    ids=["tcp", "tls", "large frames"],
)
async def test_server(transport: str, settings: BusSettings, but: Sequence[str], identity: Identity) -> None:
    """The server answers what is no call with a text, so that h2spec can try all that needs an answer."""
    tls = transport == "tls"
    async with listening([], identity=identity if tls else None, settings=settings) as target:
        options = ["--tls"] if tls else []
        trust = {"SSL_CERT_FILE": str(identity.ca)}
        command = [f"--host={HOST}", f"--port={target.port}", "--strict", *options]
        _, said = await run(tool("h2spec"), *command, environment=trust)
    assert_passed(said, SERVER_CASES, but=but)


def test_client() -> None:
    """h2specd starts a client for every case, which makes one call."""
    client = f"{sys.executable} {Path(call_once.__file__)}"
    command = [str(tool("h2specd")), f"--host={HOST}", f"--from-port={FIRST_PORT}", "--strict", f"--exec={client}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert_passed(done.stdout, CLIENT_CASES, but=[NO_GRPC])
