"""What a network's servers and routers say, in the hands of those who believe it least.

The first byte of an input chooses who hears it: a packet before there is an address, the options of an answer of
DHCP for IPv4 or for IPv6, options of a router advertisement. What follows is what is said.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from random import Random

from services.network.operators.addresses import fault
from services.network.operators.dhcp4.frames import unwrap
from services.network.operators.dhcp4.identity import Identity
from services.network.operators.dhcp4.machine import Dhcp4
from services.network.operators.dhcp4.message import decode as decode4
from services.network.operators.dhcp6.identity import make_identity
from services.network.operators.dhcp6.machine import Dhcp6
from services.network.operators.lease import Lease
from services.network.operators.machine import Machine
from services.network.operators.ra.options import decode_advertised
from services.network.operators.ra.routers import Routers
from services.network.state import Ip

_HARDWARE = bytes.fromhex("020000000001")
_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
_NOW = 1000.0


def check(data: bytes) -> None:
    """Raise AssertionError if something gets through that must not, and whatever else if somebody falls."""
    hearers: tuple[Callable[[bytes], None], ...] = (_packet, _dhcp4, _dhcp6, _router)
    if data:
        hearers[data[0] % len(hearers)](data[1:])


def _packet(data: bytes) -> None:
    payload = unwrap(data)
    assert payload is None or payload in data


def _dhcp4(options: bytes) -> None:
    """The head of the answer is right; the address is the first four bytes."""
    machine = Dhcp4(identity=Identity(hardware=_HARDWARE), taken=_nobody, random=_dice())
    machine.begin(_NOW)
    for _ in range(2):
        for sent in machine.take():
            asked = decode4(sent.payload)
            head = struct.pack(
                "!BBBBI8x4s8x6s202x", 2, 1, 6, 0, asked.transaction, options[:4].ljust(4, b"\0"), _HARDWARE
            )
            kind = bytes((53, 1, 2 if asked.kind == 1 else 5))
            machine.receive(head + b"\x63\x82\x53\x63" + kind + options[4:], _NOW)
    _look(machine)


def _dhcp6(options: bytes) -> None:
    identity = make_identity(_HARDWARE)
    machine = Dhcp6(identity=identity, taken=_nobody, random=_dice())
    machine.begin(_NOW)
    client = struct.pack("!HH", 1, len(identity.duid)) + identity.duid
    for _ in range(2):
        for sent in machine.take():
            kind = b"\2" if sent.payload[:1] == b"\1" else b"\7"
            machine.receive(kind + sent.payload[1:4] + client + options, _NOW)
    _look(machine)


def _router(options: bytes) -> None:
    routers = Routers()
    for each in decode_advertised(struct.pack("=BxHiBB6x", 10, min(len(options), 0xFFFF), 2, 134, 0) + options):
        routers.hear(each, _NOW)
    for told in routers.resolving().values():
        _names(told.search)
        assert len(told.servers) <= 8
    _texts(routers.errors().values())
    assert routers.due >= _NOW


def _look(machine: Machine) -> None:
    """Look at what came of it, and at the clock: nobody may be made to run hot."""
    _texts([machine.status(_NOW).error])
    if machine.lease is not None:
        _lease(machine.lease)
    later = machine.due
    assert later > _NOW
    machine.advance(later)
    machine.give_back(later)


def _lease(lease: Lease) -> None:
    _names(each for each in (*lease.search, lease.hostname, lease.domain) if each)
    assert 5 <= lease.renew_at - _NOW <= lease.rebind_at - _NOW <= 366 * 86400
    assert lease.expires_at - _NOW >= 10
    assert lease.mtu is None or 1280 <= lease.mtu <= 9216
    assert len(lease.routes) <= 128
    assert not fault(lease.address.ip)


def _names(names: Iterable[str]) -> None:
    for name in names:
        assert _NAME.issuperset(name), repr(name)
        assert 0 < len(name) <= 253


def _texts(texts: Iterable[str]) -> None:
    for text in texts:
        assert text.isprintable(), repr(text)


def _nobody(address: Ip) -> str:
    return ""


def _dice() -> Random:
    return Random(1)  # noqa: S311 - no secrets
