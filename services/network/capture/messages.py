"""Captures of the wire, and the domain's."""

from __future__ import annotations

from libtalos.gen.talos.network import v1 as network_v1
from services.network.capture.bpf import Instruction
from services.network.capture.captures import Piece, Wish


def read_wish(message: network_v1.CapturePacketsRequest) -> Wish:
    """Return what a request asks for."""
    return Wish(
        link=message.interface,
        promiscuous=message.promiscuous,
        snap_length=message.snap_len,
        program=tuple(Instruction(each.op, each.jt, each.jf, each.k) for each in message.bpf_filter),
    )


def piece_message(piece: Piece) -> network_v1.CapturePacketsResponse:
    """Return a piece as a message."""
    return network_v1.CapturePacketsResponse(data=piece.data, dropped=piece.dropped)
