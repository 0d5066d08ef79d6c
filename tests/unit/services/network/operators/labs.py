"""A network of memory around sessions: wires to servers, files that fail, a clock that a test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from services.network.layers import OperatorSpec
from services.network.layers.words import OperatorKind
from services.network.operators.dhcp4.identity import Identity
from services.network.operators.dhcp4.machine import Dhcp4
from services.network.operators.dhcp6.identity import make_identity
from services.network.operators.dhcp6.machine import Dhcp6
from services.network.operators.lease import Answer, Outgoing
from services.network.operators.machine import Machine
from services.network.operators.session import Session
from services.network.state import Ip, Link
from tests.unit.services.network.operators.servers import Server4, Server6, dice


@dataclass
class FakeWire:
    """Reaches a server at once; error is raised instead of sending."""

    server: Server4 | Server6
    error: OSError | None = None
    open: bool = True
    _received: Callable[[bytes], None] | None = None

    def start(self, loop: asyncio.AbstractEventLoop, received: Callable[[bytes], None]) -> None:
        """Listen."""
        self._received = received

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Close."""
        assert self.open
        self.open, self._received = False, None

    def send(self, outgoing: Outgoing) -> None:
        """Ask the server."""
        assert self.open
        if self.error is not None:
            raise self.error
        answer = self.server.answer(outgoing)
        if answer is not None and self._received is not None:
            self._received(answer)


@dataclass
class FakeMemory:
    """Keeps answers; error is raised instead."""

    kept: dict[str, Answer] = field(default_factory=dict)
    error: OSError | None = None

    def save(self, key: str, answer: Answer) -> None:
        """Keep."""
        if self.error is not None:
            raise self.error
        self.kept[key] = answer

    def forget(self, key: str) -> None:
        """Forget."""
        if self.error is not None:
            raise self.error
        self.kept.pop(key, None)


@dataclass
class FakeMaker:
    """Makes sessions whose wires reach servers by the names of links; refused makes none."""

    servers: dict[str, Server4 | Server6]
    memory: FakeMemory = field(default_factory=FakeMemory)
    connect_errors: list[OSError] = field(default_factory=list)
    wires: list[FakeWire] = field(default_factory=list)
    refused: str = ""

    def make(
        self, key: str, spec: OperatorSpec, link: Link, *, taken: Callable[[Ip], str], woken: Callable[[], None]
    ) -> Session:
        """Make a session."""
        if self.refused:
            raise ValueError(self.refused)
        remembered, random = self.memory.kept.get(key), dice()
        machine: Machine
        if spec.kind is OperatorKind.DHCP4:
            identity = Identity(hardware=link.hardware_addr)
            machine = Dhcp4(identity=identity, taken=taken, random=random, remembered=remembered)
        else:
            identity6 = make_identity(link.hardware_addr)
            machine = Dhcp6(identity=identity6, taken=taken, random=random, remembered=remembered)
        return Session(
            key=key,
            machine=machine,
            connect=lambda: self._connect(link),
            memory=self.memory,
            random=random,
            woken=woken,
        )

    def _connect(self, link: Link) -> FakeWire:
        if self.connect_errors:
            raise self.connect_errors.pop(0)
        wire = FakeWire(server=self.servers[link.name])
        self.wires.append(wire)
        return wire
