"""The firewall in the kernel, with traffic between two namespaces."""

from __future__ import annotations

import asyncio
import socket
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from ipaddress import ip_interface, ip_network

import hypothesis
import pytest
import structlog
from structlog.testing import capture_logs

from libtalos.resources.backoff import BackoffPolicy
from libtalos.resources.definitions.nftables import NfTablesChain
from services.network.firewall.chains import make_chains
from services.network.firewall.compile import compile_table
from services.network.firewall.keeper import Firewall, Outcome
from services.network.firewall.netfilter import TableMonitor, table_flags
from services.network.firewall.nft import Nft
from services.network.firewall.operations import ReplaceTable, make_plan
from services.network.firewall.settings import Rule, Settings, Source
from services.network.firewall.table import Table, differences, removing, replacing
from tests.integration.network.lab import NODE, PEER, SENTINEL, Lab, lab
from tests.unit.services.network.firewall.strategies import settings as any_settings

pytestmark = pytest.mark.root
ROUTED = (ip_interface("10.5.0.2/24"), ip_interface("fd00:5::2/64"))
EVERYWHERE = (Source(subnet=ip_network("0.0.0.0/0")), Source(subnet=ip_network("::/0")))
THE_SENTINEL = Rule(name="sentinel", protocol="udp", ports=((SENTINEL, SENTINEL),), sources=EVERYWHERE)
THE_PEER = Rule(
    name="peer",
    protocol="tcp",
    ports=((2000, 2010), (22, 22)),
    sources=(
        Source(subnet=ip_network("10.5.0.0/28"), without=ip_network("10.5.0.8/32")),
        Source(subnet=ip_network("fd00:5::1/128")),
    ),
)


@pytest.fixture
def both() -> Iterator[Lab]:
    """A node and a peer."""
    with lab() as places:
        yield places


def blocking(*rules: Rule) -> Settings:
    """Everything is blocked but the sentinel and what rules name."""
    return Settings(action="block", rules=(THE_SENTINEL, *rules))


class Recorder:
    """What a firewall tells."""

    def __init__(self) -> None:
        self.chains: list[list[str]] = []
        self.holds: list[bool] = []
        self.heard = asyncio.Event()

    def publish(self, chains: dict[str, NfTablesChain]) -> None:
        """Keep the names."""
        self.chains.append(sorted(chains))

    def told(self, holds: bool) -> None:
        """Keep whether it holds."""
        self.holds.append(holds)
        self.heard.set()


def make(recorder: Recorder, nft: Nft | None = None) -> Firewall:
    """A firewall that knows the node's addresses."""
    firewall = Firewall(
        ruleset=nft or Nft(),
        publish=lambda chains: recorder.publish(dict(chains)),
        told=recorder.told,
        retry=BackoffPolicy(first=0.05, limit=0.1),
        log=structlog.stdlib.get_logger(),
    )
    firewall.take_addresses(ROUTED)
    return firewall


def applied(place: Lab, settings: Settings) -> Outcome:
    """Bring the node's table to what is wanted."""

    async def apply() -> Outcome:
        firewall = make(Recorder())
        firewall.want(settings)
        return await firewall.apply()

    return run(place, apply)


def run(place: Lab, work: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Run a coroutine in the node's namespace."""
    return place.node(lambda: asyncio.run(_wait(work)))


async def _wait(work: Callable[[], Awaitable[Outcome]]) -> Outcome:
    return await work()


def nft(place: Lab, *arguments: str) -> str:
    """Run nft as a person would at the node."""
    return place.node(
        lambda: subprocess.run(("nft", *arguments), check=True, capture_output=True, text=True, timeout=30).stdout
    )


def test_accept_is_the_default_and_rules_narrow_it(both: Lab) -> None:
    with closing(both.serve(2000)), closing(both.serve(3000)), closing(both.serve(2000, NODE[1])):
        assert both.reaches(2000)
        assert applied(both, Settings()).done == ()
        assert applied(both, Settings(rules=(THE_PEER,))).error == ""
        assert both.reaches(2000)
        assert both.reaches(2000, source="10.5.0.7")
        assert not both.reaches(2000, source="10.5.0.8")
        assert both.reaches(2000, NODE[1], source=PEER[1])
        assert not both.reaches(2000, NODE[1], source="fd00:5::7")
        assert both.reaches(3000, source="10.5.0.8")
        assert both.pings()
        assert both.pings(13)


def test_block_leaves_what_rules_name(both: Lab) -> None:
    with closing(both.serve(2005)), closing(both.serve(2011)), closing(both.serve(2005, NODE[1])):
        assert applied(both, blocking(THE_PEER)).error == ""
        assert both.reaches(2005)
        assert not both.reaches(2005, source="10.5.0.8")
        assert not both.reaches(2011)
        assert both.reaches(2005, NODE[1], source=PEER[1])
        assert not both.reaches(2005, NODE[1], source="fd00:5::7")
        assert not both.hears(2005)


def test_block_lets_pings_and_the_node_itself_through_and_no_icmp_that_tells(both: Lab) -> None:
    assert both.pings(13)
    applied(both, blocking())
    assert both.pings()
    assert not both.pings(13)
    with closing(both.serve(2000, "127.0.0.1")):
        both.node(lambda: socket.create_connection(("127.0.0.1", 2000), timeout=10).close())


def test_datagrams_of_a_rule_for_udp(both: Lab) -> None:
    subnet = Source(subnet=ip_network("10.5.0.7/32"))
    applied(both, blocking(Rule(name="udp", protocol="udp", ports=((53, 53),), sources=(subnet,))))
    assert both.hears(53, source="10.5.0.7")
    assert not both.hears(53)
    assert not both.hears(54, source="10.5.0.7")


def test_a_port_that_is_forwarded_elsewhere_is_filtered_before(both: Lab) -> None:
    """As Kubernetes does with node ports: the destination is rewritten, so that ingress never sees the port."""
    with closing(both.serve(8080, "127.0.0.1")), closing(both.serve(8081)):
        both.node(lambda: subprocess.run(("sysctl", "-qw", "net.ipv4.conf.all.route_localnet=1"), check=True))
        nft(both, "add table ip nat")
        nft(both, "add chain ip nat pre { type nat hook prerouting priority -100; }")
        nft(both, "add rule ip nat pre tcp dport 30000 dnat to 127.0.0.1:8080")
        assert both.reaches(30000)
        port = Rule(
            name="node port",
            protocol="tcp",
            ports=((30000, 30000),),
            sources=(Source(subnet=ip_network("10.5.0.7/32")),),
        )
        inside = Rule(name="inside", protocol="tcp", ports=((8080, 8080),), sources=EVERYWHERE)
        applied(both, blocking(port, inside))
        assert both.reaches(30000, source="10.5.0.7")
        assert not both.reaches(30000)


def test_a_connection_survives_every_swap_and_the_table_goes_when_nothing_is_said(both: Lab) -> None:
    applied(both, blocking(THE_PEER))
    with closing(both.serve(2000)) as server:
        client = both.peer(lambda: socket.create_connection((NODE[0], 2000), timeout=10))
        connection, _ = server.accept()
        with closing(client), closing(connection):
            for settings in (blocking(), Settings(rules=(THE_PEER,)), blocking(), Settings()):
                assert len(applied(both, settings).done) == 1
                client.sendall(b"still there?")
                assert connection.recv(100) == b"still there?"
    assert nft(both, "list", "ruleset") == ""


def test_tables_of_others_are_left_alone(both: Lab) -> None:
    nft(both, "add table inet other")
    nft(both, "add chain inet other talos")
    nft(both, "add table ip talos")
    before = nft(both, "list", "ruleset")
    applied(both, blocking())
    assert before in nft(both, "list", "ruleset")
    applied(both, Settings())
    assert nft(both, "list", "ruleset") == before


def test_a_swap_that_fails_leaves_the_old_one(both: Lab) -> None:
    applied(both, blocking())
    before = nft(both, "list", "table", "inet", "talos")
    good = compile_table(make_chains(blocking(THE_PEER), ROUTED))
    commands = replacing(good)
    commands.append(
        {"add": {"rule": {"family": "inet", "table": "talos", "chain": "nowhere", "expr": [{"drop": None}]}}}
    )
    with pytest.raises(OSError, match=r"nft -j -f -: exit status 1: .*nowhere|No such file"):
        both.node(lambda: asyncio.run(Nft().execute(commands)))
    assert nft(both, "list", "table", "inet", "talos") == before


def test_operations_are_undone(both: Lab) -> None:
    async def there_and_back() -> tuple[Table | None, Table | None]:
        kernel = Nft()
        old = compile_table(make_chains(blocking(), ROUTED))
        await kernel.execute(replacing(old))
        new = compile_table(make_chains(blocking(THE_PEER), ROUTED))
        for wanted in (new, None):
            (operation,) = make_plan(wanted, await kernel.read())
            await operation.execute(kernel)
            assert await kernel.read() == wanted
            await operation.undo(kernel)
            assert await kernel.read() == old
        await ReplaceTable(table=new, old=None).undo(kernel)
        return old, await kernel.read()

    assert both.node(lambda: asyncio.run(there_and_back()))[1] is None


TAMPERING = (
    ("flush", "chain", "inet", "talos", "ingress"),
    ("delete", "table", "inet", "talos"),
    ("flush", "ruleset"),
    ("insert", "rule", "inet", "talos", "ingress", "accept"),
    ("add", "chain", "inet", "talos", "ingress", "{ policy accept; }"),
    ("add", "set", "inet", "talos", "mine", "{ type ipv4_addr; }"),
    ("add", "chain", "inet", "talos", "another"),
    ("add", "table", "inet", "talos", "{ flags dormant; }"),
)


@pytest.mark.parametrize("command", TAMPERING, ids=" ".join)
def test_what_others_change_is_repaired_at_once(both: Lab, command: tuple[str, ...]) -> None:
    async def keep() -> None:
        recorder = Recorder()
        firewall = make(recorder)
        monitor = TableMonitor(changed=firewall.wake)
        monitor.start(asyncio.get_running_loop())
        task = asyncio.create_task(firewall.run())
        try:
            firewall.want(blocking())
            await recorder.heard.wait()
            wanted = await Nft().read()
            recorder.heard.clear()
            await asyncio.to_thread(subprocess.run, ("nft", *command), check=True, timeout=30)
            # written once for the config and once more after the change
            while len([each for each in log if "nftables table inet talos with" in each["event"]]) < 2:
                await recorder.heard.wait()
                recorder.heard.clear()
            assert await Nft().read() == wanted
        finally:
            task.cancel()
            await asyncio.wait([task])
            monitor.stop(asyncio.get_running_loop())
        assert recorder.holds[-1]
        assert any("somebody has changed the firewall" in each["event"] for each in log)

    with capture_logs() as log:
        both.node(lambda: asyncio.run(asyncio.wait_for(keep(), 30)))


def test_what_others_do_to_their_own_tables_is_not_heard(both: Lab) -> None:
    async def listen() -> list[str]:
        heard = asyncio.Queue[str]()
        monitor = TableMonitor(changed=lambda: heard.put_nowait("changed"))
        monitor.start(asyncio.get_running_loop())
        try:
            for name in ("other", "talos"):
                await asyncio.to_thread(subprocess.run, ("nft", f"add table inet {name}"), check=True, timeout=30)
            first = await heard.get()
        finally:
            monitor.stop(asyncio.get_running_loop())
        return [first, *(heard.get_nowait() for _ in range(heard.qsize()))]

    assert both.node(lambda: asyncio.run(asyncio.wait_for(listen(), 30))) == ["changed"]


def test_a_program_that_is_missing_is_told_and_tried_again(both: Lab) -> None:
    async def keep() -> Recorder:
        recorder = Recorder()
        firewall = make(recorder, Nft(program="no-such-nft"))
        firewall.want(blocking())
        assert "no-such-nft is not in PATH" in (await firewall.apply()).error
        return recorder

    assert both.node(lambda: asyncio.run(keep())).holds == [False]
    assert both.node(table_flags) is None


def test_every_table_that_can_be_wanted_is_read_back_as_it_was_written(both: Lab) -> None:
    kernel = Nft()

    async def write_and_read(table: Table) -> None:
        await kernel.execute(replacing(table))
        seen = await kernel.read()
        assert seen == table, list(differences(table, seen))
        await kernel.execute(removing())

    @hypothesis.settings(max_examples=60, deadline=None)
    @hypothesis.given(any_settings)
    def every(settings: Settings) -> None:
        asyncio.run(write_and_read(compile_table(make_chains(settings, ROUTED))))

    both.node(every)
