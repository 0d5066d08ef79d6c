"""Packets of a tap that is none, as a file in pieces."""

from __future__ import annotations

import errno
import os
import struct
from contextlib import aclosing

import pytest
import structlog
from structlog.testing import capture_logs

from libtalos.bus.errors import (
    BusError,
    FailedPreconditionError,
    InternalError,
    InvalidArgumentError,
    NotFoundError,
    ResourceExhaustedError,
)
from libtalos.gen.talos.network.v1 import BpfInstruction, CapturePacketsRequest, CapturePacketsResponse
from services.network.capture.bpf import Instruction, pack
from services.network.capture.captures import Captures, Wish
from services.network.capture.stream import PIECE, read_piece
from services.network.capture.tap import Packet
from services.network.rpc import NetworkRpc

HEADER = struct.pack("<IHHiIII", 0xA1B23C4D, 2, 4, 0, 0, 100, 1)


class FakeTap:
    """A pipe that is readable while there are packets; then it breaks."""

    link_type = 1

    def __init__(self, packets: list[Packet | OSError]) -> None:
        self._packets = packets
        self._ends = os.pipe()
        os.write(self._ends[1], b"x")
        self.closed = False

    def fileno(self) -> int:
        return self._ends[0]

    def read(self) -> Packet | None:
        if not self._packets:
            return None
        first = self._packets.pop(0)
        if isinstance(first, OSError):
            raise first
        return first

    def dropped(self) -> int:
        return 2

    def close(self) -> None:
        self.closed = True
        for end in self._ends:
            os.close(end)


class Lab:
    """Captures of what is given, and the contract on them."""

    def __init__(self, *packets: Packet | OSError, most: int = 1, refuses: Exception | None = None) -> None:
        self.packets, self.refuses = list(packets), refuses
        self.taps: list[FakeTap] = []
        self.wishes: list[Wish] = []
        self.captures = Captures(open_tap=self.open, log=structlog.stdlib.get_logger(), most=most)
        nobody: object = None
        self.rpc = NetworkRpc(
            trials=nobody,  # type: ignore[arg-type]  # the rest of the domain is not asked
            sockets=nobody,  # type: ignore[arg-type]
            time=nobody,  # type: ignore[arg-type]
            captures=self.captures,
        )

    def open(self, wish: Wish) -> FakeTap:
        self.wishes.append(wish)
        if self.refuses is not None:
            raise self.refuses
        self.taps.append(FakeTap(self.packets))
        return self.taps[-1]

    async def answers(self, request: CapturePacketsRequest) -> list[CapturePacketsResponse]:
        return [each async for each in self.rpc.capture_packets(request)]


async def test_a_file_in_pieces_with_what_was_dropped_until_the_caller_leaves() -> None:
    lab = Lab(Packet(5, 6, b"abcd", 9), Packet(7, 8, b"", 60))
    request = CapturePacketsRequest(
        interface="eth0", promiscuous=True, snap_len=100, bpf_filter=[BpfInstruction(op=6, jt=1, jf=2, k=3)]
    )
    with capture_logs() as logs:
        async with aclosing(lab.rpc.capture_packets(request)) as answers:  # type: ignore[type-var]
            assert await anext(answers) == CapturePacketsResponse(data=HEADER, dropped=2)
            data = struct.pack("<IIII4sIIII", 5, 6, 4, 9, b"abcd", 7, 8, 0, 60)
            assert await anext(answers) == CapturePacketsResponse(data=data, dropped=4)
    assert lab.wishes == [Wish(link="eth0", promiscuous=True, snap_length=100, program=(Instruction(6, 1, 2, 3),))]
    assert lab.taps[0].closed
    assert [(each["event"], each["link"], each["dropped"]) for each in logs] == [("capture ended", "eth0", 6)]


async def test_a_link_that_goes_down_ends_its_capture_and_makes_room() -> None:
    lab = Lab(Packet(5, 6, b"abcd", 4), OSError(errno.ENETDOWN, "Network is down"))
    with pytest.raises(FailedPreconditionError, match='link "eth0" is down or gone'):
        await lab.answers(CapturePacketsRequest(interface="eth0"))
    assert lab.taps[0].closed
    async with aclosing(lab.captures.run(Wish(link="eth0"))) as pieces:
        await anext(pieces)
        with pytest.raises(ResourceExhaustedError, match="1 captures run already: end one of them"):
            await lab.answers(CapturePacketsRequest(interface="eth0"))


@pytest.mark.parametrize(
    ("error", "told", "said"),
    [
        (OSError(errno.ENODEV, "No such device"), NotFoundError, 'there is no link "eth7": `talos get links`'),
        (ValueError("the kernel refuses it"), InvalidArgumentError, "the kernel refuses it"),
        (
            PermissionError(errno.EPERM, "not permitted"),
            InternalError,
            'cannot capture on link "eth7": .*not permitted',
        ),
    ],
)
async def test_what_the_kernel_refuses_is_told(error: Exception, told: type[BusError], said: str) -> None:
    with pytest.raises(told, match=said):
        await Lab(refuses=error).answers(CapturePacketsRequest(interface="eth7"))


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (CapturePacketsRequest(), "name the link: interface is empty"),
        (CapturePacketsRequest(interface="lo", snap_len=262145), "snap_len: 262145 bytes are more than 262144"),
    ],
)
async def test_what_cannot_be_asked_for_is_told(request_: CapturePacketsRequest, said: str) -> None:
    lab = Lab()
    with pytest.raises(InvalidArgumentError, match=said):
        await lab.answers(request_)
    assert lab.wishes == []


def test_a_piece_is_full_at_some_time() -> None:
    tap = FakeTap([Packet(1, 2, bytes(PIECE // 2), PIECE)] * 3)
    assert [len(read_piece(tap)) for _ in range(3)] == [PIECE + 32, PIECE // 2 + 16, 0]
    tap.close()


def test_programs_as_the_kernel_takes_them() -> None:
    assert pack([Instruction(0x28, 0, 0, 12), Instruction(6, 1, 2, 2**32 - 1)]) == bytes(
        (0x28, 0, 0, 0, 12, 0, 0, 0, 6, 0, 1, 2, 255, 255, 255, 255)
    )
    with pytest.raises(ValueError, match="4096 instructions at most, this one has 4097"):
        pack([Instruction(6, 0, 0, 0)] * 4097)
    with pytest.raises(ValueError, match="instruction 1 of the filter does not fit"):
        pack([Instruction(6, 0, 0, 0), Instruction(6, 256, 0, 0)])
