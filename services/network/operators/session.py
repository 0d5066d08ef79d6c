"""A machine on a link: the wire that it speaks on, and what is kept of it."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Protocol

import msgspec

from services.network.operators.lease import Answer, Lease, Outgoing, Status
from services.network.operators.machine import NEVER, Machine
from services.network.operators.timing import doubled

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from random import Random

    from services.network.state import Ip, Link

# Messages that wait for their turn; more in one turn is a flood, of which the latest do.
_QUEUE = 32


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What a machine is made for. taken returns which other link has an address, remembered is what was held before."""

    link: Link
    taken: Callable[[Ip], str]
    random: Random
    remembered: Answer | None = None


class Wire(Protocol):
    """Where messages go and come from."""

    def start(self, loop: asyncio.AbstractEventLoop, received: Callable[[bytes], None]) -> None:
        """Hand over every message that comes."""

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Close."""

    def send(self, outgoing: Outgoing) -> None:
        """Send; raises OSError."""


class Memory(Protocol):
    """Where answers are kept, so that a restart of this component loses nothing."""

    def save(self, key: str, answer: Answer) -> None:
        """Keep; raises OSError."""

    def forget(self, key: str) -> None:
        """Remove what is kept; raises OSError."""


class Session:
    """Runs a machine; somebody else says when. Not for several threads."""

    def __init__(
        self,
        *,
        key: str,
        machine: Machine,
        connect: Callable[[], Wire],
        memory: Memory,
        random: Random,
        woken: Callable[[], None],
    ) -> None:
        """Build it. connect opens the wire and raises OSError; woken is called when step has something to do."""
        self._key = key
        self._machine = machine
        self._connect = connect
        self._memory = memory
        self._random = random
        self._woken = woken
        self._wire: Wire | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ready = False
        self._carrier_changes = 0
        self._inbox: deque[bytes] = deque(maxlen=_QUEUE)
        self._kept = machine.answer
        self._errors: dict[str, str] = {}
        self._retry_at = NEVER
        self._failures = 0

    @property
    def lease(self) -> Lease | None:
        """What is held."""
        return self._machine.lease

    @property
    def due(self) -> float:
        """When step has something to do if nothing happens."""
        return min(self._machine.due, self._retry_at)

    def status(self, now: float) -> Status:
        """What it does; what keeps the wire or the memory from working comes first."""
        status = self._machine.status(now)
        errors = [each for each in (*self._errors.values(), status.error) if each]
        return Status(state=status.state, error="; ".join(errors))

    def set_ready(self, ready: bool, carrier_changes: int) -> None:
        """Say whether the link can be spoken on, and how often its carrier has come and gone."""
        if carrier_changes != self._carrier_changes and self._wire is not None:
            self._close()
            self._machine.halt()
        if (ready, carrier_changes) != (self._ready, self._carrier_changes):
            self._ready, self._carrier_changes = ready, carrier_changes
            self._retry_at, self._failures = NEVER, 0
            self._woken()

    def step(self, loop: asyncio.AbstractEventLoop, now: float) -> None:
        """Do everything that is due."""
        self._loop = loop
        if self._ready and self._wire is None and (self._retry_at == NEVER or now >= self._retry_at):
            self._open(loop, now)
        elif not self._ready and self._wire is not None:
            self._close()
            self._machine.halt()
        while self._inbox:
            self._machine.receive(self._inbox.popleft(), now)
        if now >= self._machine.due:
            self._machine.advance(now)
        self._send()
        self._keep()

    def end(self, now: float) -> None:
        """Give back what is held and be gone; the link may be as it likes."""
        self._machine.give_back(now)
        self._send()
        self._keep()
        self._close()

    def leave(self) -> None:
        """Be gone and leave everything as it is: this process ends, or the link has."""
        self._close()

    def _open(self, loop: asyncio.AbstractEventLoop, now: float) -> None:
        try:
            self._wire = self._connect()
        except OSError as error:
            self._errors["wire"] = f"cannot open a socket: {error.strerror or error}"
            self._retry_at = now + doubled(self._failures, self._random)
            self._failures += 1
            return
        self._errors.pop("wire", None)
        self._retry_at, self._failures = NEVER, 0
        self._wire.start(loop, self._received)
        self._machine.begin(now)

    def _close(self) -> None:
        if self._wire is not None and self._loop is not None:
            self._wire.stop(self._loop)
        self._wire = None
        self._inbox.clear()

    def _received(self, payload: bytes) -> None:
        self._inbox.append(payload)
        self._woken()

    def _send(self) -> None:
        for each in self._machine.take():
            if self._wire is None:
                continue
            try:
                self._wire.send(each)
            except OSError as error:
                self._errors["send"] = f"cannot send: {error.strerror or error}"
            else:
                self._errors.pop("send", None)

    def _keep(self) -> None:
        answer = self._machine.answer
        if answer == self._kept:
            return
        self._kept = answer
        try:
            if answer is None:
                self._memory.forget(self._key)
            else:
                self._memory.save(self._key, answer)
        except OSError as error:
            self._errors["memory"] = f"cannot keep the lease for a restart of this component: {error.strerror or error}"
        else:
            self._errors.pop("memory", None)
