"""`talos pcap`, with upstream's flags."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing, closing
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from libtalos.bus.directory import Bus
from libtalos.bus.streams import as_generator
from libtalos.cli.bpf import compile_filter, is_program, read_program
from libtalos.cli.failures import parsed
from libtalos.cli.output import put, say
from libtalos.cli.target import Target, node_command
from libtalos.gen.talos.network.v1 import BpfInstruction, CapturePacketsRequest, NetworkServiceStub
from libtalos.provision.units import parse_duration
from libtalos.resources.client import ResourceClient
from libtalos.resources.definitions.network import LinkStatus

STDOUT = "-"
# as upstream's talosctl has them
DEFAULT_LINK = "eth0"
DEFAULT_SNAP_LENGTH = 4096
# links whose packets begin with a header of Ethernet; those of all others begin with one of IP
_WITH_ETHERNET = frozenset({"ether", "loopback"})


@node_command
async def pcap(
    target: Target,
    *,
    interface: Annotated[str, typer.Option("--interface", "-i", metavar="LINK", help="Link.")] = DEFAULT_LINK,
    promiscuous: Annotated[bool, typer.Option("--promiscuous", help="Also what is meant for others.")] = False,
    snap_length: Annotated[
        int, typer.Option("--snaplen", "-s", metavar="BYTES", min=1, max=262144, help="Keep so much of a packet.")
    ] = DEFAULT_SNAP_LENGTH,
    bpf_filter: Annotated[
        str,
        typer.Option(
            "--bpf-filter", metavar="FILTER", help='Only these, as in "tcp port 443"; or what `tcpdump -dd` prints.'
        ),
    ] = "",
    duration: Annotated[
        str, typer.Option(metavar="TIME", help="End after this span of time, as in 90s or 5m; 0: never.")
    ] = "0",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="File here; - for stdout, to be piped.")
    ] = STDOUT,
) -> None:
    """Capture what passes on a link of the node, as a pcap file, until Ctrl-C.

    How many packets had no room in the node's buffer is said at the end.

    Example: talos pcap -i eth0 --bpf-filter "tcp port 50000" -o node.pcap

    Example: talos pcap -i eth0 | tcpdump -nr -
    """
    seconds = parsed("--duration", parse_duration, duration) or None
    if output == STDOUT and sys.stdout.isatty():
        raise typer.BadParameter("packets are nothing for a terminal: name a file, or use a pipe", param_hint="-o")
    with target.bus() as bus:
        request = CapturePacketsRequest(
            interface=interface,
            promiscuous=promiscuous,
            snap_len=snap_length,
            bpf_filter=await _program(bus, interface, bpf_filter),
        )
        await _capture(bus, request, output, seconds)


class _File:
    """Where the packets go. A file that is there is kept for as long as there is nothing new."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._file: BinaryIO | None = None
        self.begun = False

    def write(self, data: bytes) -> None:
        """Write. Raises OSError, ReaderGoneError."""
        self.begun = True
        if self._name == STDOUT:
            put(data)
            return
        self._file = self._file or Path(self._name).open("wb")  # noqa: SIM115 - closed below
        self._file.write(data)

    def close(self) -> None:
        """Write what is left. Raises OSError."""
        if self._file is not None:
            self._file.close()


async def _capture(bus: Bus, request: CapturePacketsRequest, output: str, seconds: float | None) -> None:
    dropped = 0
    with closing(_File(output)) as file:
        try:
            async with asyncio.timeout(seconds) as limit:
                replies = bus.channel("network").stub(NetworkServiceStub).capture_packets(request)
                async with aclosing(as_generator(replies)) as pieces:
                    async for piece in pieces:
                        file.write(piece.data)
                        dropped = piece.dropped
        except TimeoutError:
            if not limit.expired():
                raise
        finally:
            if file.begun:
                say(f"{dropped} packets dropped by the kernel")


async def _program(bus: Bus, link: str, text: str) -> list[BpfInstruction]:
    if not text or is_program(text):
        return read_program(text)
    # where a header of IP begins depends on it
    status = (await ResourceClient(bus.channel("network")).get(LinkStatus, link)).spec
    link_type = "EN10MB" if status.type in _WITH_ETHERNET else "RAW"
    return await asyncio.to_thread(compile_filter, text, link_type=link_type)
