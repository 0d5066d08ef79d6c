"""Captures of real packets between two namespaces, read by tcpdump."""

from __future__ import annotations

import asyncio
import errno
import fcntl
import re
import socket
import struct
import subprocess
from collections.abc import Callable
from contextlib import aclosing, closing
from io import FileIO
from pathlib import Path

import msgspec
import pytest
import structlog
from pyroute2 import IPRoute

from services.network.capture.bpf import Instruction
from services.network.capture.captures import Captures, Piece, TooManyError, Wish
from services.network.capture.tap import Tap
from tests.integration.network.lab import NODE, PEER, SENTINEL, Lab, lab

pytestmark = pytest.mark.root
# linux/if_tun.h
TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000


def open_tap(wish: Wish) -> Tap:
    """A tap with a small buffer."""
    return Tap(
        link=wish.link,
        promiscuous=wish.promiscuous,
        snap_length=wish.snap_length,
        program=wish.program,
        buffer=256 << 10,
    )


def make() -> Captures:
    """One capture at once."""
    return Captures(open_tap=open_tap, log=structlog.stdlib.get_logger(), most=1)


def compiled(expression: str, link_type: str = "EN10MB") -> tuple[Instruction, ...]:
    """A filter as tcpdump compiles it."""
    command = ("tcpdump", "-ddd", "-y", link_type, expression)
    text = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout
    return tuple(Instruction(*map(int, line.split())) for line in text.splitlines()[1:])


def taken(place: Lab, wish: Wish, talk: Callable[[], object], until: Callable[[bytes], bool]) -> list[Piece]:
    """The pieces of a capture while somebody talks, up to the one with which there is enough."""

    async def take() -> list[Piece]:
        pieces: list[Piece] = []
        async with aclosing(make().run(wish)) as stream:
            async with asyncio.timeout(30):
                async for piece in stream:
                    if not pieces:
                        await asyncio.to_thread(talk)
                    pieces.append(piece)
                    if until(b"".join(each.data for each in pieces)):
                        break
        return pieces

    return place.node(lambda: asyncio.run(take()))


def tunnel() -> FileIO:
    """Make tun7, a link whose packets begin with IP; what is written to the file comes in on it."""
    end = FileIO("/dev/net/tun", "r+")
    try:
        fcntl.ioctl(end, TUNSETIFF, struct.pack("16sH22x", b"tun7", IFF_TUN | IFF_NO_PI))
        with IPRoute() as ip:
            ip.link("set", index=ip.link_lookup(ifname="tun7")[0], state="up")
    except BaseException:
        end.close()
        raise
    return end


def read_back(pieces: list[Piece], path: Path, *flags: str) -> list[str]:
    """What tcpdump says of a file."""
    path.write_bytes(b"".join(each.data for each in pieces))
    command = ("tcpdump", "-nn", *flags, "-tt", "--nano", "-r", str(path))
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout.splitlines()


def test_what_passes_is_written_as_tcpdump_reads_it(tmp_path: Path) -> None:
    with lab() as places:
        pieces = taken(places, Wish(link="eth0"), places.settle, lambda data: data.count(b"back") == 2)
        lines = [line for line in read_back(pieces, tmp_path / "file.pcap") if " UDP," in line]
        ends = f"IP {PEER[0]}.{SENTINEL} > {NODE[0]}.{SENTINEL}: UDP, length 5"
        assert [ends in line for line in lines] == [True, False, True, False]
        times = [float(line.split()[0]) for line in lines]
        assert times == sorted(times)
        assert re.fullmatch(r"1\d{9}\.\d{9}", lines[0].split()[0])
        assert pieces[-1].dropped == 0


def test_a_filter_lets_through_what_it_says(tmp_path: Path) -> None:
    with lab() as places, closing(places.serve(2000)):

        def talk() -> None:
            places.settle()
            assert places.reaches(2000)
            assert not places.reaches(2001)

        wish = Wish(link="eth0", program=compiled("tcp dst port 2001"))
        pieces = taken(places, wish, talk, lambda data: len(data) > 24)
        (line,) = read_back(pieces, tmp_path / "file.pcap")
        assert f"{NODE[0]}.2001: Flags [S]" in line


def test_long_packets_are_cut_and_their_length_is_kept(tmp_path: Path) -> None:
    with lab() as places:

        def talk() -> None:
            with closing(places.peer(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))) as client:
                client.sendto(b"datagram", (NODE[0], 2000))

        wish = Wish(link="eth0", snap_length=44, program=compiled("udp dst port 2000"))
        pieces = taken(places, wish, talk, lambda data: len(data) > 24)
        assert len(pieces[1].data) == 16 + 44
        (line,) = read_back(pieces, tmp_path / "file.pcap")
        assert ".2000: UDP, length 8" in line


def test_tags_of_vlans_are_where_they_were_on_the_wire(tmp_path: Path) -> None:
    addresses = bytes.fromhex("ffffffffffff020000000001")
    frame = addresses + bytes.fromhex("8100200588b5") + b"content of the frame".ljust(50, b".")
    with lab() as places:

        def talk() -> None:
            with closing(places.peer(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))) as client:
                client.bind(("eth0", 0))
                client.send(frame)

        # the kernel's filters see packets without their tags
        wish = Wish(link="eth0", program=compiled("ether proto 0x88b5"))
        pieces = taken(places, wish, talk, lambda data: len(data) > 24)
        assert pieces[1].data[16:] == frame
        # the lines behind it have the contents, whose protocol tcpdump does not know
        line, *_ = read_back(pieces, tmp_path / "file.pcap", "-e")
        assert "vlan 5, p 1" in line
        pieces = taken(places, msgspec.structs.replace(wish, snap_length=15), talk, lambda data: len(data) > 24)
        assert pieces[1].data[8:] == struct.pack("<II", 15, len(frame)) + frame[:15]


def test_a_link_without_ethernet_has_packets_of_ip(tmp_path: Path) -> None:
    with lab() as places:
        packet = bytes.fromhex("450000200000000040110000") + socket.inet_aton("10.7.0.2") + socket.inet_aton("10.7.0.1")
        datagram = packet + struct.pack("!HHHH", 999, 2000, 12, 0) + b"text"
        with places.node(tunnel) as cable:
            wish = Wish(link="tun7", program=compiled("udp dst port 2000", "RAW"))
            pieces = taken(places, wish, lambda: cable.write(datagram), lambda data: len(data) > 24)
        assert pieces[1].data[16:] == datagram
        (line,) = read_back(pieces, tmp_path / "file.pcap")
        assert "IP 10.7.0.2.999 > 10.7.0.1.2000: UDP, length 4" in line


def test_a_link_that_goes_down_ends_its_capture() -> None:
    with lab() as places:

        def down() -> None:
            with IPRoute() as ip:
                ip.link("set", index=ip.link_lookup(ifname="eth0")[0], state="down")

        with pytest.raises(OSError, match="Network is down") as raised:
            # threads that are begun in the node's namespace are in it
            taken(places, Wish(link="eth0"), down, lambda _: False)
        assert raised.value.errno == errno.ENETDOWN


def test_a_slow_reader_costs_no_memory_and_is_told_what_was_dropped() -> None:
    with lab() as places:

        def flood() -> None:
            with closing(places.peer(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM))) as client:
                for _ in range(2000):
                    client.sendto(bytes(1000), (NODE[0], 2000))
            places.settle()

        async def dawdle() -> tuple[int, int]:
            sizes, dropped = [], 0
            async with aclosing(make().run(Wish(link="eth0", program=compiled("udp dst port 2000")))) as stream:
                await anext(stream)
                await asyncio.to_thread(flood)
                while not dropped:
                    piece = await anext(stream)
                    sizes.append(len(piece.data))
                    dropped = piece.dropped
            return max(sizes), dropped

        largest, dropped = places.node(lambda: asyncio.run(asyncio.wait_for(dawdle(), 30)))
        assert largest <= (64 << 10) + 2000
        assert 0 < dropped < 2000


def test_what_cannot_be_is_told() -> None:
    async def first(wish: Wish) -> Piece:
        async with aclosing(make().run(wish)) as stream:
            return await anext(stream)

    def refused(place: Lab, wish: Wish, kind: type[Exception], said: str) -> None:
        with pytest.raises(kind, match=said):
            place.node(lambda: asyncio.run(first(wish)))

    nonsense = (Instruction(0xFFFF, 0, 0, 0),)
    with lab() as places:
        refused(places, Wish(link="nope0"), FileNotFoundError, 'there is no link "nope0"')
        refused(places, Wish(link=""), ValueError, "interface is empty")
        refused(places, Wish(link="lo", snap_length=1 << 20), ValueError, "1048576 bytes are more than 262144")
        refused(places, Wish(link="lo", program=nonsense), ValueError, "the kernel refuses the filter")
        refused(places, Wish(link="lo", program=nonsense * 5000), ValueError, "4096 instructions at most")
        refused(places, Wish(link="lo", program=(Instruction(1 << 20, 0, 0, 0),)), ValueError, "instruction 0")


def test_there_are_no_more_captures_than_allowed_and_an_end_makes_room() -> None:
    async def several() -> None:
        captures = make()
        async with aclosing(captures.run(Wish(link="lo"))) as one:
            await anext(one)
            with pytest.raises(TooManyError, match="1 captures run already"):
                await anext(captures.run(Wish(link="lo")))
        async with aclosing(captures.run(Wish(link="lo"))) as other:
            await anext(other)

    with lab() as places:
        places.node(lambda: asyncio.run(several()))
