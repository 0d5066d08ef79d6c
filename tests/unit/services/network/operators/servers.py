"""Servers in memory that answer machines, and a clock that a test moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address
from random import Random

from services.network.operators.dhcp4.message import Kind, Message, Option, Options, decode, encode
from services.network.operators.dhcp6 import message as six
from services.network.operators.lease import Outgoing
from services.network.operators.machine import Machine

HARDWARE = bytes.fromhex("020000000001")
SERVER = "10.0.0.1"


def dice(seed: int = 1) -> Random:
    """The same numbers every time."""
    return Random(seed)  # noqa: S311 - no secrets


def seconds(value: int) -> bytes:
    """Thirty-two bits."""
    return value.to_bytes(4)


def four(text: str) -> bytes:
    """An IPv4 address."""
    return IPv4Address(text).packed


@dataclass
class Server4:
    """Gives one address for a time; answers False is a server that is gone, naks one that refuses every request."""

    address: str = "10.0.0.50"
    lease: int = 120
    options: Options = field(default_factory=dict)
    answers: bool = True
    naks: bool = False
    seen: list[tuple[Kind, str | None]] = field(default_factory=list)

    def answer(self, outgoing: Outgoing) -> bytes | None:
        """Answer a message."""
        asked = decode(outgoing.payload)
        self.seen.append((asked.kind, None if outgoing.destination is None else str(outgoing.destination)))
        if not self.answers or asked.kind not in {Kind.DISCOVER, Kind.REQUEST}:
            return None
        if asked.kind is Kind.REQUEST and self.naks:
            return encode(self._message(asked, Kind.NAK, {Option.TEXT: b"no\nsuch lease"}))
        kind = Kind.OFFER if asked.kind is Kind.DISCOVER else Kind.ACK
        return encode(self._message(asked, kind, self.given()))

    def given(self) -> Options:
        """What comes with an address."""
        return {Option.SUBNET_MASK: four("255.255.255.0"), Option.LEASE_TIME: seconds(self.lease), **self.options}

    def _message(self, asked: Message, kind: Kind, options: Options) -> Message:
        return Message(
            kind=kind,
            reply=True,
            transaction=asked.transaction,
            hardware=asked.hardware,
            yours=IPv4Address(0 if kind is Kind.NAK else self.address),
            options={Option.SERVER: four(SERVER), **options},
        )


@dataclass
class Server6:
    """The same of IPv6; rapid answers a SOLICIT with a REPLY."""

    address: str = "fd00::50"
    lease: int = 120
    rapid: bool = False
    answers: bool = True
    status: int = 0
    options: six.Options = ()
    duid: bytes = b"\0\3\0\1server"
    seen: list[six.Kind] = field(default_factory=list)

    def answer(self, outgoing: Outgoing) -> bytes | None:
        """Answer a message."""
        asked = six.decode(outgoing.payload)
        self.seen.append(asked.kind)
        if not self.answers or asked.kind is six.Kind.RELEASE:
            return None
        soliciting = asked.kind is six.Kind.SOLICIT
        rapid = self.rapid and soliciting and asked.get(six.Option.RAPID_COMMIT) is not None
        kind = six.Kind.ADVERTISE if soliciting and not rapid else six.Kind.REPLY
        options = [
            (six.Option.CLIENT, asked.get(six.Option.CLIENT) or b""),
            (six.Option.SERVER, self.duid),
            (six.Option.ADDRESSES, (asked.get(six.Option.ADDRESSES) or b"")[:4] + bytes(8) + self._inner()),
            *([(six.Option.RAPID_COMMIT, b"")] if rapid else []),
            *self.options,
        ]
        return six.encode(six.Message(kind=kind, transaction=asked.transaction, options=tuple(options)))

    def _inner(self) -> bytes:
        if self.status:
            return six.encode_options([(six.Option.STATUS, self.status.to_bytes(2) + b"no\nroom")])
        address = IPv6Address(self.address).packed + seconds(self.lease) + seconds(self.lease)
        return six.encode_options([(six.Option.ADDRESS, address)])


@dataclass
class Life:
    """A machine, a server that may be another one later, and the time."""

    machine: Machine
    server: Server4 | Server6
    now: float = 1000.0

    def talk(self) -> None:
        """Let them talk until nobody has anything to say."""
        for _ in range(50):
            sent = self.machine.take()
            if not sent:
                return
            for each in sent:
                answer = self.server.answer(each)
                if answer is not None:
                    self.machine.receive(answer, self.now)
        raise AssertionError("they do not stop talking")

    def begin(self) -> None:
        """There is a carrier."""
        self.machine.begin(self.now)
        self.talk()

    def until(self, condition: Callable[[], bool], *, steps: int = 200) -> None:
        """Move the clock from one due time to the next until a condition holds."""
        for _ in range(steps):
            if condition():
                return
            self.now = max(self.now, self.machine.due)
            self.machine.advance(self.now)
            self.talk()
        raise AssertionError(f"not after {steps} steps: {self.machine.status(self.now)}")
