"""The operators that run: started, changed and stopped as the merged config has them, all in one task."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec.structs import replace

from libtalos.component.waiting import happened
from services.network.layers import DEFAULT_ROUTE_METRIC, Contribution, Layer, OperatorSpec
from services.network.layers.words import OperatorKind
from services.network.operators.contributing import of_lease, of_routers
from services.network.operators.lease import Lease, Status
from services.network.operators.machine import NEVER
from services.network.state import IFA_F_DADFAILED, IFA_F_TENTATIVE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from services.network.operators.ra.options import Advertised
    from services.network.operators.ra.routers import Routers
    from services.network.operators.session import Session
    from services.network.state import Ip, Link, LinkIndex, LinkName, Seen

# link-local addresses with DAD going on or lost cannot be sent from (RFC 4862 5.4)
_UNUSABLE = IFA_F_TENTATIVE | IFA_F_DADFAILED


class Maker(Protocol):
    """Who makes sessions."""

    def make(
        self, key: str, spec: OperatorSpec, link: Link, *, taken: Callable[[Ip], str], woken: Callable[[], None]
    ) -> Session:
        """Make what a spec asks for; raises ValueError if that cannot be."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What an operator does, for people."""

    operator: str
    link: LinkName
    status: Status
    lease: Lease | None = None


class _Running(msgspec.Struct, kw_only=True):
    """A session; link and hardware tell whether the link is still the same one. Without a session it waits: error."""

    spec: OperatorSpec
    link: LinkIndex | None = None
    hardware: bytes = b""
    session: Session | None = None
    error: str = ""


class Operators:
    """Holds the sessions by the ids of their specs, and what routers say. Not for several threads."""

    def __init__(
        self,
        *,
        maker: Maker,
        routers: Routers,
        solicit: Callable[[LinkIndex], None],
        clock: Callable[[], float],
        contribute: Callable[[str, Contribution | None], None],
        tell: Callable[[Mapping[str, Told]], None],
    ) -> None:
        """Build it. contribute is called for each source when what it says has changed, None if it says nothing.

        tell is called with what every operator does, whenever something may have changed.
        """
        self._maker = maker
        self._routers = routers
        self._solicit = solicit
        self._clock = clock
        self._contribute = contribute
        self._tell = tell
        self._running: dict[str, _Running] = {}
        self._links: dict[LinkIndex, LinkName] = {}
        self._owners: dict[Ip, frozenset[LinkIndex]] = {}
        self._solicited: frozenset[LinkIndex] = frozenset()
        self._contributed: dict[str, Contribution] = {}
        self._woken = asyncio.Event()

    def want(self, specs: Mapping[str, OperatorSpec], seen: Seen) -> None:
        """Run these. What a session that starts remembers counts at once, so that no address is lost for a moment."""
        now = self._clock()
        self._look(seen)
        for key in [each for each in self._running if each not in specs]:
            self._stop(self._running.pop(key), now)
        for key, spec in specs.items():
            self._want_one(key, replace(spec, layer=Layer.OPERATOR), seen, now)
        self._say(now)
        self._woken.set()

    def hear(self, advertised: Advertised) -> None:
        """Take what a router advertises."""
        self._routers.hear(advertised, self._clock())
        self._woken.set()

    def _contributions(self, now: float) -> tuple[Contribution, ...]:
        leases = {
            key: (each.spec, each.session.lease)
            for key, each in sorted(self._running.items())
            if each.session is not None
        }
        return (
            *(
                of_lease(lease, spec.link, source=key, metric=_metric(spec))
                for key, (spec, lease) in leases.items()
                if lease is not None and lease.expires_at > now
            ),
            *(
                of_routers(resolving, self._links[index], source=f"ra/{self._links[index]}")
                for index, resolving in sorted(self._routers.resolving().items())
                if index in self._links
            ),
        )

    async def run(self) -> None:
        """Do what is due, for ever. Whoever cancels it leaves the network as it is."""
        loop = asyncio.get_running_loop()
        try:
            while True:
                self._woken.clear()
                self._step(loop)
                await self._wait()
        finally:
            self._leave()

    def _leave(self) -> None:
        for each in self._running.values():
            if each.session is not None:
                each.session.leave()

    def _step(self, loop: asyncio.AbstractEventLoop) -> None:
        now = self._clock()
        for each in self._running.values():
            if each.session is not None:
                each.session.step(loop, now)
        self._routers.expire(now)
        self._tell(self._statuses(now))
        self._say(now)

    def _say(self, now: float) -> None:
        said = {each.source: each for each in self._contributions(now)}
        for source in sorted({*said, *self._contributed}):
            if said.get(source) != self._contributed.get(source):
                self._contribute(source, said.get(source))
        self._contributed = said

    async def _wait(self) -> None:
        due = min([NEVER, self._routers.due, *(each.session.due for each in self._running.values() if each.session)])
        pause = None if due == NEVER else max(0.0, due - self._clock())
        await happened(self._woken, pause)

    def _look(self, seen: Seen) -> None:
        self._links = {link.index: link.name for link in seen.links.values()}
        owners: dict[Ip, set[LinkIndex]] = {}
        for address in seen.addresses:
            owners.setdefault(address.interface.ip, set()).add(address.link)
        self._owners = {ip: frozenset(links) for ip, links in owners.items()}
        self._routers.keep(self._links)
        usable = _usable_links(seen)
        for index in usable - self._solicited:
            try:
                self._solicit(index)
            except OSError:  # the link has just gone down; routers speak unasked as well
                continue
        self._solicited = usable

    def _want_one(self, key: str, spec: OperatorSpec, seen: Seen, now: float) -> None:
        running = self._running.get(key)
        link = seen.links.get(spec.link)
        if running is not None and not _is_same(running, spec, link):
            self._stop(running, now, gives_back=link is not None and running.link == link.index)
            running = None
        if running is None:
            running = self._start(key, spec, link)
            self._running[key] = running
        running.spec = spec
        if running.session is not None and link is not None:
            running.session.set_ready(_is_ready(spec, link, self._solicited), link.carrier_changes)

    def _start(self, key: str, spec: OperatorSpec, link: Link | None) -> _Running:
        if link is None:
            return _Running(spec=spec, error=f"there is no link {spec.link} yet")
        taken = partial(self._taken, link.index)
        try:
            session = self._maker.make(key, spec, link, taken=taken, woken=self._woken.set)
        except ValueError as error:
            return _Running(spec=spec, link=link.index, hardware=link.hardware_addr, error=str(error))
        return _Running(spec=spec, link=link.index, hardware=link.hardware_addr, session=session)

    def _stop(self, running: _Running, now: float, *, gives_back: bool = True) -> None:
        if running.session is None:
            return
        if gives_back:
            running.session.end(now)
        else:
            running.session.leave()

    def _taken(self, own: LinkIndex, address: Ip) -> str:
        return next((self._links.get(each, "") for each in self._owners.get(address, ()) if each != own), "")

    def _statuses(self, now: float) -> dict[str, Told]:
        told = {key: _told(each, now) for key, each in sorted(self._running.items())}
        heard, errors = self._routers.resolving(), self._routers.errors()
        for index in sorted({*heard, *errors}):
            link = self._links.get(index)
            if link is not None:
                status = Status(state="heard" if index in heard else "listening", error=errors.get(index, ""))
                told[f"ra/{link}"] = Told(operator="ra", link=link, status=status)
        return told


def _told(running: _Running, now: float) -> Told:
    spec, session = running.spec, running.session
    if session is None:
        status, lease = Status(state="waiting", error=running.error), None
    else:
        status, lease = session.status(now), session.lease
    return Told(operator=spec.kind.word, link=spec.link, status=status, lease=lease)


def _is_same(running: _Running, spec: OperatorSpec, link: Link | None) -> bool:
    """Whether a session can go on: of a change of the metric it need not know."""
    if link is None or (running.link, running.hardware) != (link.index, link.hardware_addr):
        return running.link is None and link is None
    return _without_metric(running.spec) == _without_metric(spec)


def _without_metric(spec: OperatorSpec) -> OperatorSpec:
    return spec if spec.dhcp is None else replace(spec, dhcp=replace(spec.dhcp, route_metric=0))


def _metric(spec: OperatorSpec) -> int:
    return DEFAULT_ROUTE_METRIC if spec.dhcp is None else spec.dhcp.route_metric


def _is_ready(spec: OperatorSpec, link: Link, usable: frozenset[LinkIndex]) -> bool:
    """Whether the link can be spoken on: DHCPv6 needs an address to speak from."""
    speaks = link.up and (link.carrier or not spec.require_up)
    return speaks and (spec.kind is not OperatorKind.DHCP6 or link.index in usable)


def _usable_links(seen: Seen) -> frozenset[LinkIndex]:
    """Return the links with a carrier that have a link-local address of IPv6 to speak from."""
    alive = {link.index for link in seen.links.values() if link.up and link.carrier}
    return frozenset(
        each.link
        for each in seen.addresses
        if each.link in alive
        and each.interface.version == 6
        and each.interface.ip.is_link_local
        and not each.flags & _UNUSABLE
    )
