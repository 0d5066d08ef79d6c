"""The client of DHCP for IPv6 (RFC 8415 18.2) without input and output: one address for one link.

The first server that answers is taken, as upstream does: waiting for a better one would cost every boot a second.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from services.network.operators.dhcp6.message import Kind, Message, Option, decode, encode, encode_options
from services.network.operators.dhcp6.reading import RefusedError, read_lease
from services.network.operators.lease import Answer, Lease, Outgoing, Status
from services.network.operators.machine import NEVER
from services.network.operators.timing import grown

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from services.network.operators.dhcp6.identity import Identity
    from services.network.state import Ip

_WANTED = (Option.RESOLVERS, Option.SEARCH, Option.TIME_SERVERS)
# How often something is asked before servers are looked for again. RFC 8415 7.6 has ten for a request, half a minute
# each at last; what is remembered has nothing to wait for.
_REQUEST_TRIES = 5
_REBOOT_TRIES = 3
_REFUSED_FIRST, _REFUSED_LIMIT = 1.0, 120.0


class State(enum.StrEnum):
    """What is being done; confirming asks about what an earlier process or an earlier carrier held."""

    OFF = "no carrier"
    WAITING = "waiting"
    SOLICITING = "soliciting"
    REQUESTING = "requesting"
    CONFIRMING = "confirming"
    BOUND = "bound"
    RENEWING = "renewing"
    REBINDING = "rebinding"
    ENDED = "ended"


# RFC 8415 7.6, in seconds: the first pause and the longest one. Of SOLICIT that is an hour; RFC 3315 had two minutes,
# which a node whose server was down is glad of.
_PAUSES = {
    State.SOLICITING: (1.0, 120.0),
    State.REQUESTING: (1.0, 30.0),
    State.CONFIRMING: (1.0, 4.0),
    State.RENEWING: (10.0, 600.0),
    State.REBINDING: (10.0, 600.0),
}
_KINDS = {
    State.SOLICITING: Kind.SOLICIT,
    State.REQUESTING: Kind.REQUEST,
    State.CONFIRMING: Kind.REBIND,
    State.RENEWING: Kind.RENEW,
    State.REBINDING: Kind.REBIND,
}


class Dhcp6:
    """One link's client. See services.network.operators.machine.Machine."""

    def __init__(
        self, *, identity: Identity, taken: Callable[[Ip], str], random: Random, remembered: Answer | None = None
    ) -> None:
        """Build it. taken returns which other link has an address; remembered is what an earlier process held."""
        self._identity = identity
        self._taken = taken
        self._random = random
        self._state = State.OFF
        self._error = ""
        self._lease: Lease | None = None
        self._answer: Answer | None = None
        self._server = b""
        self._next = NEVER
        self._pause = 0.0
        self._attempt = 0
        self._refusal_pause = 0.0
        self._transaction = 0
        self._asked_at = 0.0
        self._silent_since = 0.0
        self._outgoing: list[Outgoing] = []
        if remembered is not None:
            self._recall(remembered)

    @property
    def lease(self) -> Lease | None:
        """What is held now."""
        return self._lease

    @property
    def answer(self) -> Answer | None:
        """What the lease was made of."""
        return self._answer

    @property
    def due(self) -> float:
        """When advance has something to do."""
        return min(self._next, NEVER if self._lease is None else self._lease.expires_at)

    def status(self, now: float) -> Status:
        """What it does."""
        if self._attempt > 1 and self._state in _KINDS:
            because = f" ({self._error})" if self._error else ""
            return Status(state=self._state, error=f"no answer for {now - self._silent_since:.0f} s{because}")
        return Status(state=self._state, error=self._error)

    def begin(self, now: float) -> None:
        """Ask for what was held, or for anything."""
        self._error = ""
        self._refusal_pause = 0.0
        self._enter(State.SOLICITING if self._lease is None else State.CONFIRMING, now)

    def halt(self) -> None:
        """Be silent."""
        self._state, self._next = State.OFF, NEVER

    def receive(self, payload: bytes, now: float) -> None:
        """Take a message; what is no answer to this client is passed over."""
        try:
            message = decode(payload)
        except ValueError:
            return
        if message.transaction != self._transaction or message.get(Option.CLIENT) != self._identity.duid:
            return
        if message.kind is Kind.ADVERTISE and self._state is State.SOLICITING:
            self._take_advertise(message, now)
        elif message.kind is Kind.REPLY and self._expects(message):
            self._take_reply(message, payload, now)

    def advance(self, now: float) -> None:
        """Do what is due."""
        if self._lease is not None and now >= self._lease.expires_at:
            self._lose(f"the lease of {self._lease.address.ip} ran out without an answer", now)
        elif now >= self._next:
            self._act(now)

    def give_back(self, now: float) -> None:
        """Release the lease, and end."""
        if self._lease is not None:
            self._server = bytes.fromhex(self._lease.server)
            self._transaction = self._random.getrandbits(24)
            self._outgoing.append(self._message(Kind.RELEASE, now))
        self._state, self._next, self._lease, self._answer = State.ENDED, NEVER, None, None

    def take(self) -> list[Outgoing]:
        """Return what is to be sent now, once."""
        outgoing, self._outgoing = self._outgoing, []
        return outgoing

    def _recall(self, remembered: Answer) -> None:
        try:
            self._lease = read_lease(decode(remembered.payload), self._identity.iaid, remembered.asked_at)
            self._answer = remembered
        except ValueError as error:
            self._error = f"what was remembered is no lease: {error}"

    def _act(self, now: float) -> None:
        tries = {State.REQUESTING: _REQUEST_TRIES, State.CONFIRMING: _REBOOT_TRIES}.get(self._state)
        if self._state is State.WAITING or (tries is not None and self._attempt >= tries):
            self._enter(State.SOLICITING, now)
        elif self._state in {State.BOUND, State.RENEWING} and self._lease is not None:
            due = State.REBINDING if now >= self._lease.rebind_at else State.RENEWING
            if due is not self._state:
                self._enter(due, now)
            else:
                self._ask(now)
        else:
            self._ask(now)

    def _enter(self, state: State, now: float) -> None:
        self._state = state
        self._attempt, self._pause = 0, 0.0
        self._transaction = self._random.getrandbits(24)
        self._asked_at = self._silent_since = now
        self._ask(now)

    def _ask(self, now: float) -> None:
        self._attempt += 1
        self._outgoing.append(self._message(_KINDS[self._state], now))
        first, limit = _PAUSES[self._state]
        self._pause = grown(self._pause, self._random, first=first, limit=limit)
        self._next = now + self._pause
        if self._state is State.RENEWING and self._lease is not None:
            self._next = min(self._next, self._lease.rebind_at)

    def _message(self, kind: Kind, now: float) -> Outgoing:
        elapsed = min(int((now - self._asked_at) * 100), 0xFFFF)
        options: list[tuple[int, bytes]] = [
            (Option.CLIENT, self._identity.duid),
            (Option.ELAPSED, elapsed.to_bytes(2)),
            (Option.ADDRESSES, self._association()),
        ]
        if kind in {Kind.REQUEST, Kind.RENEW, Kind.RELEASE}:
            options.insert(1, (Option.SERVER, self._server))
        if kind is not Kind.RELEASE:
            options.append((Option.WANTED, b"".join(each.to_bytes(2) for each in _WANTED)))
        if kind is Kind.SOLICIT:
            options.append((Option.RAPID_COMMIT, b""))
        message = Message(kind=kind, transaction=self._transaction, options=tuple(options))
        return Outgoing(payload=encode(message))

    def _association(self) -> bytes:
        """The link's IA_NA with the address that is held; renewal and rebinding are the server's to say."""
        head = self._identity.iaid + bytes(8)
        if self._lease is None:
            return head
        return head + encode_options([(Option.ADDRESS, self._lease.address.ip.packed + bytes(8))])

    def _expects(self, message: Message) -> bool:
        if self._state is State.SOLICITING:
            return message.get(Option.RAPID_COMMIT) is not None
        if self._state is State.REQUESTING:
            return message.get(Option.SERVER) == self._server
        return self._state in _KINDS

    def _take_advertise(self, message: Message, now: float) -> None:
        if self._read(message) is None:
            return
        self._server = message.get(Option.SERVER) or b""
        self._enter(State.REQUESTING, now)

    def _take_reply(self, message: Message, payload: bytes, now: float) -> None:
        lease = self._read(message)
        if lease is None:
            self._refuse(now)
            return
        self._lease, self._answer = lease, Answer(payload=payload, asked_at=self._asked_at)
        self._server = bytes.fromhex(lease.server)
        self._state, self._next, self._attempt = State.BOUND, max(lease.renew_at, now), 0
        self._refusal_pause = 0.0
        self._error = "; ".join(lease.refused)

    def _refuse(self, now: float) -> None:
        """Begin anew after a pause that grows. What is held stays only if the server said nothing about it."""
        if self._state is not State.SOLICITING:
            self._lease = self._answer = None
        self._refusal_pause = grown(self._refusal_pause, self._random, first=_REFUSED_FIRST, limit=_REFUSED_LIMIT)
        self._state, self._next, self._attempt = State.WAITING, now + self._refusal_pause, 0

    def _lose(self, error: str, now: float) -> None:
        self._lease = self._answer = None
        self._error = error
        if self._state not in {State.OFF, State.SOLICITING, State.REQUESTING, State.WAITING}:
            self._enter(State.SOLICITING, now)

    def _read(self, message: Message) -> Lease | None:
        try:
            lease = read_lease(message, self._identity.iaid, self._asked_at)
        except RefusedError as error:
            self._error = f"a server refused: {error}"
            return None
        except ValueError as error:
            self._error = f"an answer was refused: {error}"
            return None
        link = self._taken(lease.address.ip)
        if link:
            self._error = f"{lease.address.ip} was refused: {link} has that address"
            return None
        return lease
