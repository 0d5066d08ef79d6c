"""The client of DHCP for IPv4 (RFC 2131 4.4) without input and output."""

from __future__ import annotations

import enum
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from services.network.operators.dhcp4.message import Kind, Message, Option, Options, decode, encode
from services.network.operators.dhcp4.reading import read_lease
from services.network.operators.lease import Answer, Lease, Outgoing, Status
from services.network.operators.machine import NEVER
from services.network.operators.timing import doubled, patience

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from services.network.operators.dhcp4.identity import Identity
    from services.network.state import Ip

# How often something is asked before it is given up and servers are looked for again: after about 12 and 28 seconds.
_REBOOT_TRIES = 2
_REQUEST_TRIES = 3
# RFC 2131 3.1.5: the least pause after a DECLINE
_DECLINE_PAUSE = 10.0
# what a datagram of Ethernet holds, without the headers of IP and UDP
_LONGEST_MESSAGE = 1472


class State(enum.StrEnum):
    """RFC 2131 figure 5; waiting is INIT, with a pause after a refusal."""

    OFF = "no carrier"
    WAITING = "waiting"
    SELECTING = "discovering"
    REQUESTING = "requesting"
    REBOOTING = "confirming"
    BOUND = "bound"
    RENEWING = "renewing"
    REBINDING = "rebinding"
    ENDED = "ended"


_ASKED = frozenset({State.REQUESTING, State.REBOOTING, State.RENEWING, State.REBINDING})


class Dhcp4:
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
        self._offer: Lease | None = None
        self._next = NEVER
        self._attempt = 0
        self._refusals = 0
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
        silence = now - self._silent_since
        if self._attempt > 1 and self._state in _ASKED | {State.SELECTING}:
            return Status(state=self._state, error=f"no answer for {silence:.0f} s{self._because()}")
        return Status(state=self._state, error=self._error)

    def begin(self, now: float) -> None:
        """Ask for what was held, or for anything."""
        self._refusals = 0
        self._error = ""
        self._silent_since = now
        if self._lease is None:
            self._discover(now)
        else:
            self._enter(State.REBOOTING, now)

    def halt(self) -> None:
        """Be silent."""
        self._state, self._next = State.OFF, NEVER

    def receive(self, payload: bytes, now: float) -> None:
        """Take a message; what is no answer to this client is passed over."""
        try:
            message = decode(payload)
        except ValueError:
            return
        ours = (True, self._transaction, self._identity.hardware)
        if (message.reply, message.transaction, message.hardware) != ours:
            return
        if message.kind is Kind.OFFER and self._state is State.SELECTING:
            self._take_offer(message, now)
        elif message.kind is Kind.ACK and self._state in _ASKED and self._is_from_chosen(message):
            self._take_ack(message, payload, now)
        elif message.kind is Kind.NAK and self._state in _ASKED and self._is_from_chosen(message):
            self._take_nak(message, now)

    def advance(self, now: float) -> None:
        """Do what is due."""
        if self._lease is not None and now >= self._lease.expires_at:
            self._lose(f"the lease of {self._lease.address.ip} ran out without an answer", now)
        elif now >= self._next:
            self._act(now)

    def give_back(self, now: float) -> None:
        """Release the lease, and end."""
        lease = self._lease
        if lease is not None and lease.server:
            server = IPv4Address(lease.server)
            release = self._message(Kind.RELEASE, now, client=_ip(lease), options={Option.SERVER: server.packed})
            self._outgoing.append(Outgoing(payload=release, destination=server, source=_ip(lease)))
        self._state, self._next, self._lease, self._answer = State.ENDED, NEVER, None, None

    def take(self) -> list[Outgoing]:
        """Return what is to be sent now, once."""
        outgoing, self._outgoing = self._outgoing, []
        return outgoing

    def _recall(self, remembered: Answer) -> None:
        try:
            self._lease = read_lease(decode(remembered.payload), remembered.asked_at)
            self._answer = remembered
        except ValueError as error:
            self._error = f"what was remembered is no lease: {error}"

    def _act(self, now: float) -> None:
        tries = {State.REQUESTING: _REQUEST_TRIES, State.REBOOTING: _REBOOT_TRIES}.get(self._state)
        if self._state is State.WAITING or (tries is not None and self._attempt >= tries):
            self._discover(now)
        elif self._state in {State.BOUND, State.RENEWING} and self._lease is not None:
            self._enter(State.REBINDING if now >= self._lease.rebind_at else State.RENEWING, now)
        else:
            self._ask(now)

    def _enter(self, state: State, now: float) -> None:
        if state is not self._state:
            self._attempt = 0
            if state in {State.RENEWING, State.SELECTING}:
                self._silent_since = now
        self._state = state
        self._ask(now)

    def _discover(self, now: float) -> None:
        self._offer = None
        self._attempt = 0
        self._state = State.SELECTING
        self._ask(now)

    def _ask(self, now: float) -> None:
        """Send what the state asks, and set when to ask again."""
        if self._state is not State.REQUESTING:
            self._transaction = self._random.getrandbits(32)
            self._asked_at = now
        elif not self._attempt:
            self._asked_at = now
        self._outgoing.append(self._request(now))
        self._next = self._patience(now)
        self._attempt += 1

    def _patience(self, now: float) -> float:
        lease = self._lease
        if self._state is State.RENEWING and lease is not None:
            return patience(now, lease.rebind_at)
        if self._state is State.REBINDING and lease is not None:
            return patience(now, lease.expires_at)
        return now + doubled(self._attempt, self._random)

    def _request(self, now: float) -> Outgoing:
        lease, offer = self._lease, self._offer
        if self._state is State.REQUESTING and offer is not None:
            return self._to_all(Kind.REQUEST, now, _naming(offer))
        if lease is None or self._state in {State.SELECTING, State.REBOOTING}:
            kind = Kind.DISCOVER if self._state is State.SELECTING else Kind.REQUEST
            return self._to_all(kind, now, {} if lease is None else {Option.REQUESTED_ADDRESS: lease.address.ip.packed})
        if self._state is State.REBINDING or not lease.server:
            return Outgoing(payload=self._message(Kind.REQUEST, now, client=_ip(lease), asks=True, broadcast=True))
        payload = self._message(Kind.REQUEST, now, client=_ip(lease), asks=True)
        return Outgoing(payload=payload, destination=IPv4Address(lease.server), source=_ip(lease))

    def _to_all(self, kind: Kind, now: float, options: Options) -> Outgoing:
        return Outgoing(payload=self._message(kind, now, options=options, asks=True, broadcast=True))

    def _message(
        self,
        kind: Kind,
        now: float,
        *,
        client: IPv4Address | None = None,
        options: Options | None = None,
        asks: bool = False,
        broadcast: bool = False,
    ) -> bytes:
        every: Options = {**(options or {})}
        if self._identity.client_id:
            every[Option.CLIENT] = self._identity.client_id
        if asks:
            every[Option.LONGEST_MESSAGE] = _LONGEST_MESSAGE.to_bytes(2)
            every[Option.PARAMETERS] = self._identity.parameters
        message = Message(
            kind=kind,
            transaction=self._transaction,
            hardware=self._identity.hardware,
            seconds=int(now - self._silent_since) if asks else 0,
            broadcast=broadcast,
            client=client or IPv4Address(0),
            options=every,
        )
        return encode(message)

    def _is_from_chosen(self, message: Message) -> bool:
        """Whether it is from the server whose offer was taken; in the other states any may answer."""
        return (
            self._state is not State.REQUESTING
            or self._offer is None
            or str(message.server or "") == self._offer.server
        )

    def _take_offer(self, message: Message, now: float) -> None:
        offer = self._read(message, now)
        if offer is None:
            return
        link = self._taken(offer.address.ip)
        if link:
            self._error = f"the offer of {offer.address.ip} was refused: {link} has that address"
            return
        self._offer = offer
        self._enter(State.REQUESTING, now)

    def _take_ack(self, message: Message, payload: bytes, now: float) -> None:
        lease = self._read(message, self._asked_at)
        if lease is None:
            self._wait(now)
            return
        link = self._taken(lease.address.ip)
        if link:
            self._decline(lease, link, now)
            return
        self._lease, self._answer = lease, Answer(payload=payload, asked_at=self._asked_at)
        self._state, self._next, self._attempt, self._refusals = State.BOUND, max(lease.renew_at, now), 0, 0
        self._error = "; ".join(lease.refused)

    def _take_nak(self, message: Message, now: float) -> None:
        words = message.options.get(Option.TEXT, b"").rstrip(b"\0").decode("ascii", errors="backslashreplace")
        said = f': "{_printable(words)}"' if words else ""
        self._lease = self._answer = None
        self._error = f"server {message.server or 'without an address'} refused{said}"
        self._wait(now)

    def _decline(self, lease: Lease, link: str, now: float) -> None:
        self._outgoing.append(Outgoing(payload=self._message(Kind.DECLINE, now, options=_naming(lease))))
        self._lease = self._answer = None
        self._error = f"{lease.address.ip} was declined: {link} has that address"
        self._state, self._next = State.WAITING, now + _DECLINE_PAUSE

    def _wait(self, now: float) -> None:
        """Begin anew: at once after the first refusal, later after the next, or a server could have this run hot."""
        self._refusals += 1
        if self._refusals == 1:
            self._discover(now)
        else:
            self._state, self._next = State.WAITING, now + doubled(self._refusals - 2, self._random)

    def _lose(self, error: str, now: float) -> None:
        self._lease = self._answer = None
        self._error = error
        if self._state not in {State.OFF, State.SELECTING, State.REQUESTING, State.WAITING}:
            self._discover(now)

    def _read(self, message: Message, asked_at: float) -> Lease | None:
        try:
            return read_lease(message, asked_at)
        except ValueError as error:
            self._error = f"an answer of {message.server or 'a server'} was refused: {error}"
            return None

    def _because(self) -> str:
        return f" ({self._error})" if self._error else ""


def _ip(lease: Lease) -> IPv4Address:
    return IPv4Address(int(lease.address.ip))


def _naming(lease: Lease) -> Options:
    """Name an address and who gave it."""
    server: Options = {Option.SERVER: IPv4Address(lease.server).packed} if lease.server else {}
    return {Option.REQUESTED_ADDRESS: lease.address.ip.packed, **server}


def _printable(words: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in words)[:80]
