"""Operators start, change and stop as the config has them, and lose nothing on the way."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable, Mapping
from ipaddress import ip_address, ip_interface
from typing import Any

from msgspec.structs import replace

from services.network.layers import Contribution, DhcpOptions, OperatorSpec
from services.network.layers.words import Layer, OperatorKind
from services.network.operators.dhcp4.message import Kind, Option, Options
from services.network.operators.machine import NEVER
from services.network.operators.ra.options import Advertised
from services.network.operators.ra.routers import Routers
from services.network.operators.running import Operators, Told
from services.network.state import IFA_F_TENTATIVE, IFF_UP, Address, Link, LinkIndex, LinkName, Seen
from tests.unit.services.network.operators.labs import FakeMaker, FakeMemory
from tests.unit.services.network.operators.servers import HARDWARE, Server4, Server6, four

ETH0, ETH1 = LinkName("eth0"), LinkName("eth1")
FOUR, SIX = "dhcp4/eth0", "dhcp6/eth0"
LOCAL = Address(link=LinkIndex(2), interface=ip_interface("fe80::2/64"))


def spec(kind: OperatorKind = OperatorKind.DHCP4, **options: Any) -> OperatorSpec:
    """An operator of eth0."""
    return OperatorSpec(kind=kind, link=ETH0, dhcp=DhcpOptions(**options))


def link(**changes: Any) -> Link:
    """eth0, up and with a carrier."""
    given = Link(name=ETH0, index=LinkIndex(2), flags=IFF_UP, carrier=True, hardware_addr=HARDWARE)
    return replace(given, **changes)


def seen(*links: Link, addresses: tuple[Address, ...] = ()) -> Seen:
    """The kernel's state."""
    return Seen(links={each.name: each for each in links or (link(),)}, addresses=addresses)


class Lab:
    """Operators, with a clock that moves from one due time to the next."""

    def __init__(self, *servers: Server4 | Server6, memory: FakeMemory | None = None) -> None:
        self.now = 1000.0
        self.maker = FakeMaker(servers={"eth0": servers[0]}, memory=memory or FakeMemory())
        self.told: dict[str, Told] = {}
        self.changes = 0
        self.said: dict[str, Contribution | None] = {}
        self.solicited: list[LinkIndex] = []
        self.operators = Operators(
            maker=self.maker,
            routers=Routers(),
            solicit=self.solicited.append,
            clock=lambda: self.now,
            contribute=self._take,
            tell=self._hear,
        )

    def step(self, times: int = 6) -> None:
        """Do what is due now."""
        for _ in range(times):
            self.operators._step(asyncio.get_running_loop())

    def run_to(self, moment: float) -> None:
        """Move the clock."""
        while self.now < moment:
            dues = [each.session.due for each in self.operators._running.values() if each.session]
            self.now = min(moment, max(self.now, min([*dues, NEVER])))
            self.step()

    def contribution(self, source: str = FOUR) -> Contribution | None:
        """What a source says."""
        return self.said.get(source)

    def state(self, key: str = FOUR) -> tuple[str, str]:
        """What is told of an operator."""
        return self.told[key].status.state, self.told[key].status.error

    def _hear(self, told: Mapping[str, Told]) -> None:
        self.told = dict(told)

    def _take(self, source: str, contribution: Contribution | None) -> None:
        self.changes += 1
        self.said[source] = contribution


async def test_a_lease_becomes_a_contribution() -> None:
    options: Options = {
        Option.ROUTER: four("10.0.0.1"),
        Option.MTU: (1400).to_bytes(2),
        Option.HOSTNAME: b"node",
        Option.DOMAIN: b"example.org",
        Option.RESOLVERS: four("10.0.0.3"),
        Option.TIME_SERVERS: four("10.0.0.4"),
    }
    lab = Lab(Server4(options=options))
    lab.operators.want({FOUR: spec(route_metric=77)}, seen())
    lab.step()
    given = lab.contribution()
    assert given is not None
    assert given.layer is Layer.OPERATOR
    assert [(each.link, str(each.address)) for each in given.addresses] == [("eth0", "10.0.0.50/24")]
    assert [(each.destination, str(each.gateway), each.priority) for each in given.routes] == [(None, "10.0.0.1", 77)]
    assert [(each.name, each.mtu) for each in given.links] == [("eth0", 1400)]
    assert given.hostname is not None
    assert given.hostname.fqdn == "node.example.org"
    assert given.resolvers is not None
    assert (given.resolvers.servers, given.resolvers.search) == ((ip_address("10.0.0.3"),), ("example.org",))
    assert given.time_servers is not None
    assert given.time_servers.servers == ("10.0.0.4",)
    assert lab.changes == 1
    assert lab.state() == ("bound", "")
    lab.operators.want({FOUR: spec(route_metric=88)}, seen())
    lab.step()
    assert lab.changes == 2
    assert len(lab.maker.wires) == 1


async def test_no_answer_is_told_in_words() -> None:
    lab = Lab(Server4(answers=False))
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    assert lab.state() == ("discovering", "")
    lab.run_to(1030)
    assert lab.state()[1].startswith("no answer for ")
    assert lab.contribution() is None


async def test_an_operator_that_is_removed_gives_back() -> None:
    server = Server4()
    lab = Lab(server)
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    assert FOUR in lab.maker.memory.kept
    lab.operators.want({}, seen())
    assert server.seen[-1] == (Kind.RELEASE, "10.0.0.1")
    assert lab.contribution() is None
    assert lab.maker.memory.kept == {}
    assert not lab.maker.wires[0].open
    lab.step()
    assert (lab.told, lab.changes) == ({}, 2)


async def test_another_client_id_is_another_client() -> None:
    server = Server4()
    lab = Lab(server)
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    lab.operators.want({FOUR: spec(skip_hostname_request=True)}, seen())
    lab.step()
    assert [kind for kind, _ in server.seen] == [
        *(Kind.DISCOVER, Kind.REQUEST, Kind.RELEASE),
        *(Kind.DISCOVER, Kind.REQUEST),
    ]


async def test_a_restart_of_the_component_loses_nothing_for_no_moment() -> None:
    before = Lab(Server4())
    before.operators.want({FOUR: spec()}, seen())
    before.step()
    given = before.contribution()
    before.operators._leave()
    server = Server4()
    lab = Lab(server, memory=before.maker.memory)
    lab.now += 5
    lab.operators.want({FOUR: spec()}, seen())
    assert lab.contribution() == given
    lab.step()
    assert server.seen == [(Kind.REQUEST, None)]
    assert lab.contribution() == given


async def test_what_ran_out_while_the_component_was_gone_does_not_count() -> None:
    before = Lab(Server4())
    before.operators.want({FOUR: spec()}, seen())
    before.step()
    lab = Lab(Server4(answers=False), memory=before.maker.memory)
    lab.now += 120
    lab.operators.want({FOUR: spec()}, seen())
    assert lab.contribution() is None
    lab.step()
    assert lab.maker.memory.kept == {}


async def test_a_carrier_that_goes_and_comes_starts_anew() -> None:
    server = Server4()
    lab = Lab(server)
    lab.operators.want({FOUR: spec()}, seen(link(carrier=False)))
    lab.step()
    assert (server.seen, lab.state()) == ([], ("no carrier", ""))
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    assert lab.state() == ("bound", "")
    lab.operators.want({FOUR: spec()}, seen(link(carrier=False)))
    lab.step()
    assert (lab.state()[0], lab.contribution() is None) == ("no carrier", False)
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    assert server.seen[2:] == [(Kind.REQUEST, None)]


async def test_a_carrier_that_was_gone_between_two_looks_counts_too() -> None:
    server = Server4()
    lab = Lab(server)
    lab.operators.want({FOUR: spec()}, seen(link(carrier_changes=1)))
    lab.step()
    lab.operators.want({FOUR: spec()}, seen(link(carrier_changes=3)))
    lab.step()
    assert server.seen[2:] == [(Kind.REQUEST, None)]


async def test_a_link_that_is_missing_is_told_and_waited_for() -> None:
    lab = Lab(Server4())
    lab.operators.want({FOUR: spec()}, Seen())
    lab.step()
    assert lab.state() == ("waiting", "there is no link eth0 yet")
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    assert lab.state() == ("bound", "")
    lab.operators.want({FOUR: spec()}, Seen())
    lab.step()
    assert lab.state() == ("waiting", "there is no link eth0 yet")
    assert (lab.contribution(), FOUR in lab.maker.memory.kept) == (None, True)


async def test_a_link_in_the_place_of_another_gets_a_session_of_its_own() -> None:
    lab = Lab(Server4())
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    lab.operators.want({FOUR: spec()}, seen(link(index=LinkIndex(9))))
    lab.step()
    assert [each.open for each in lab.maker.wires] == [False, True]


async def test_what_cannot_be_is_told() -> None:
    lab = Lab(Server4())
    lab.maker.refused = "vip is not supported by this version"
    lab.operators.want({"vip/eth0/10.0.0.9": spec(OperatorKind.VIP)}, seen())
    lab.step()
    assert lab.state("vip/eth0/10.0.0.9") == ("waiting", "vip is not supported by this version")


async def test_a_wire_that_cannot_be_opened_is_tried_again() -> None:
    lab = Lab(Server4())
    lab.maker.connect_errors = [OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))] * 2
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    assert lab.state() == ("no carrier", "cannot open a socket: Address already in use")
    lab.run_to(1030)
    assert lab.state() == ("bound", "")


async def test_what_cannot_be_sent_is_told_until_it_can() -> None:
    lab = Lab(Server4(lease=1000))
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    lab.maker.wires[0].error = OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))
    lab.run_to(1500)
    assert lab.state() == ("renewing", "cannot send: Network is unreachable")
    lab.maker.wires[0].error = None
    lab.run_to(1900)
    assert lab.state() == ("bound", "")


async def test_a_memory_that_fails_is_told_and_the_lease_holds() -> None:
    memory = FakeMemory(error=OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    lab = Lab(Server4(), memory=memory)
    lab.operators.want({FOUR: spec()}, seen())
    lab.step()
    assert lab.state() == ("bound", "cannot keep the lease for a restart of this component: No space left on device")
    assert lab.contribution() is not None
    memory.error = None
    lab.run_to(1061)
    assert lab.state() == ("bound", "")


async def test_an_address_of_another_link_is_refused() -> None:
    other = Link(name=ETH1, index=LinkIndex(3))
    lab = Lab(Server4())
    taken = Address(link=LinkIndex(3), interface=ip_interface("10.0.0.50/16"))
    own = Address(link=LinkIndex(2), interface=ip_interface("10.0.0.50/24"))
    lab.operators.want({FOUR: spec()}, seen(link(), other, addresses=(taken,)))
    lab.step()
    assert lab.state() == ("discovering", "the offer of 10.0.0.50 was refused: eth1 has that address")
    lab.operators.want({FOUR: spec()}, seen(link(), other, addresses=(own,)))
    lab.run_to(1030)
    assert lab.state() == ("bound", "")


async def test_ipv6_waits_for_an_address_to_speak_from() -> None:
    lab = Lab(Server6())
    tentative = replace(LOCAL, flags=IFA_F_TENTATIVE)
    lab.operators.want({SIX: spec(OperatorKind.DHCP6)}, seen(addresses=(tentative,)))
    lab.step()
    assert lab.state(SIX) == ("no carrier", "")
    lab.operators.want({SIX: spec(OperatorKind.DHCP6)}, seen(addresses=(LOCAL,)))
    lab.step()
    assert lab.state(SIX) == ("bound", "")
    given = lab.contribution(SIX)
    assert given is not None
    assert [str(each.address) for each in given.addresses] == ["fd00::50/128"]


async def test_routers_are_asked_once_for_each_carrier() -> None:
    lab = Lab(Server4())
    for _ in range(2):
        lab.operators.want({}, seen(addresses=(LOCAL,)))
    assert lab.solicited == [2]
    lab.operators.want({}, seen(link(carrier=False), addresses=(LOCAL,)))
    lab.operators.want({}, seen(addresses=(LOCAL,)))
    assert lab.solicited == [2, 2]


async def test_what_routers_advertise_is_contributed_until_it_ends() -> None:
    lab = Lab(Server4())
    lab.operators.want({}, seen())
    servers = (ip_address("fe80::1"), ip_address("fd00::1"))
    lab.operators.hear(
        Advertised(link=LinkIndex(2), lifetime=60, servers=servers, search=("a",), refused=("what a router said",))
    )
    lab.step()
    given = lab.contribution("ra/eth0")
    assert given is not None
    assert given.resolvers is not None
    assert [str(each) for each in given.resolvers.servers] == ["fe80::1%eth0", "fd00::1"]
    assert given.resolvers.search == ("a",)
    assert lab.state("ra/eth0") == ("heard", "what a router said")
    lab.now += 60
    lab.step()
    assert (lab.contribution("ra/eth0"), lab.changes) == (None, 2)
    assert lab.state("ra/eth0") == ("listening", "what a router said")


async def test_it_runs_by_itself() -> None:
    """The loop comes round at a config, at an answer and when something is due."""
    lab = Lab(Server4())
    loop = asyncio.get_running_loop()
    began = loop.time()
    lab.operators._clock = lambda: lab.now + loop.time() - began
    server = lab.maker.servers["eth0"]
    task = asyncio.create_task(lab.operators.run())
    try:
        lab.operators.want({FOUR: spec()}, seen())
        await until(lambda: len(server.seen) == 2)
        lab.now += 59.95
        lab.operators.want({FOUR: spec()}, seen())
        await until(lambda: len(server.seen) == 3)
    finally:
        task.cancel()
        await asyncio.wait([task])
    assert not lab.maker.wires[0].open
    assert server.seen[-1] == (Kind.REQUEST, "10.0.0.1")


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop turn until a condition holds."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - the task is on this loop and needs its turn, nothing else
            await asyncio.sleep(0)
