"""Telling of reconciles: health, files and log, each once for what is new; and the start of it all."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from ipaddress import ip_address, ip_interface
from typing import Any

import structlog
from structlog.testing import capture_logs

from libtalos.resources.definitions.network import HostnameStatus, NetworkStatus, ResolverStatus
from libtalos.resources.store import ResourceStore
from services.network.apply import Done
from services.network.layers import Contribution, HostnameSpec, Layer, ResolverSpec, merge
from services.network.layers.defaults import LOOPBACK_ONLY
from services.network.life import Life
from services.network.links.plan import Lack
from services.network.nodeaddress import NodeAddresses
from services.network.operations import SetHostname
from services.network.problem import Problem
from services.network.reconcile import Report
from services.network.report import Reporter
from services.network.resources import PUBLISHES
from services.network.state import Seen

ETH0 = Lack(name="eth0", where="machine.network.interfaces[0]")
RENAME = SetHostname(hostname="node", domainname="", old_hostname="", old_domainname="")
NAMED = Contribution(layer=Layer.PLATFORM, hostname=HostnameSpec(hostname="node"), resolvers=ResolverSpec())


class Health:
    """What was said last."""

    def __init__(self) -> None:
        self.serving: bool | None = None

    def set(self, serving: bool) -> None:
        """Say."""
        self.serving = serving


class Files:
    """What is wanted."""

    ready = False

    def __init__(self) -> None:
        self.wanted: dict[str, bytes] = {}

    def want(self, files: Mapping[str, bytes]) -> None:
        """Take."""
        self.wanted = dict(files)


class Names:
    """A name server of the node's own that listens."""

    def __init__(self) -> None:
        self.taken: list[Report] = []

    def take(self, report: Report) -> None:
        """Keep."""
        self.taken.append(report)

    def resolvers(self, upstreams: ResolverSpec | None) -> ResolverSpec | None:
        """The node's own."""
        assert upstreams is not None
        return ResolverSpec(servers=(ip_address("127.0.0.53"),), search=upstreams.search)


class NoProbes:
    """Nothing is probed."""

    connected: bool | None = None


class Lab:
    """A reporter with everybody whom it tells."""

    def __init__(self) -> None:
        self.health, self.files, self.settled = Health(), Files(), list[None]()
        self.names, self.probes = Names(), NoProbes()
        self.store = ResourceStore("network", lambda: 0.0, publishes=PUBLISHES)
        self.reporter = Reporter(
            store=self.store,
            files=self.files,
            names=self.names,
            probes=self.probes,
            health=self.health,
            settled=lambda: self.settled.append(None),
            log=structlog.stdlib.get_logger(),
        )


def report(
    *, settled: bool = True, missing: tuple[Lack, ...] = (), failed: tuple[Done, ...] = (), **more: Any
) -> Report:
    """A report."""
    merged = merge([LOOPBACK_ONLY, NAMED] if settled else [LOOPBACK_ONLY])
    addresses = NodeAddresses(default=ip_interface("10.5.0.2/24"))
    values = {"seen": Seen(), "merged": merged, "addresses": addresses, "settled": settled, **more}
    return Report(missing=missing, failed=failed, **values)


def test_before_the_config_is_known_no_file_is_written_and_no_resolver_told() -> None:
    lab = Lab()
    lab.reporter.take(report(settled=False))
    assert lab.files.wanted == {}
    assert lab.settled == lab.names.taken == []
    assert len(lab.store.list(ResolverStatus)) == len(lab.store.list(HostnameStatus)) == 0
    lab.reporter.take(report())
    assert b"10.5.0.2  node\n" in lab.files.wanted["hosts"]
    assert lab.settled == [None]
    assert lab.files.wanted["resolv.conf"] == b"nameserver 127.0.0.53\n"
    assert lab.store.list(ResolverStatus)[0].spec.dns_servers == ()
    assert len(lab.store.list(ResolverStatus)) == len(lab.store.list(HostnameStatus)) == 1


def test_health_and_log_follow_what_may_pass() -> None:
    lab = Lab()
    failure = Done(operation=RENAME, error="Operation not permitted")
    steps = [report(missing=(ETH0,)), report(missing=(ETH0,)), report(failed=(failure,)), report()]
    with capture_logs() as logs:
        serving = []
        for step in steps:
            lab.reporter.take(step)
            serving.append(lab.health.serving)
    assert serving == [False, False, False, True]
    assert [each["event"] for each in logs] == [
        "waiting for link eth0 (machine.network.interfaces[0])",
        "cannot set hostname node: Operation not permitted",
        "the network is as wanted",
    ]


def test_what_is_wrong_with_the_config_is_logged_once_and_no_matter_of_health() -> None:
    lab = Lab()
    problem = Problem(where="machine.network.nameservers[0]", text='"dns" is not an address')
    with capture_logs() as logs:
        for _ in range(2):
            lab.reporter.take(report(problems=(problem,)))
    assert [each["event"] for each in logs] == ['machine.network.nameservers[0]: "dns" is not an address']
    assert lab.health.serving is True


def test_what_was_changed_is_logged() -> None:
    lab = Lab()
    done = (Done(operation=RENAME, changed=True), Done(operation=RENAME, error="no"), Done(operation=RENAME))
    with capture_logs() as logs:
        lab.reporter.take(report(done=done))
    assert [each["event"] for each in logs] == ["set hostname node"]


def test_what_probes_say_is_the_word_on_connectivity() -> None:
    lab = Lab()
    told = []
    for connected in (None, False, True):
        lab.probes.connected = connected
        lab.reporter.take(report())
        told.append(lab.store.list(NetworkStatus)[0].spec.connectivity_ready)
    assert told == [False, False, True]


class Monitor:
    """Whether it listens."""

    listening = False

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Listen."""
        self.listening = True

    def stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Do not."""
        self.listening = False


class Tasks:
    """Names of tasks; the work is done at once."""

    def __init__(self) -> None:
        self.spawned: list[str] = []

    def spawn(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Note it."""
        self.spawned.append(name)
        work.close()


async def start(settled: asyncio.Event) -> tuple[Monitor, Tasks, list[str]]:
    """Start and stop; the monitor, the tasks, and the log."""
    monitor, tasks = Monitor(), Tasks()

    async def work() -> None:
        """Nothing."""

    life = Life(
        monitor=monitor,
        work={"reconcile": work, "config": work},
        tasks=tasks,
        settled=settled,
        log=structlog.stdlib.get_logger(),
        config_deadline=0.01,
    )
    with capture_logs() as logs:
        await life.start()
    assert monitor.listening
    await life.stop()
    return monitor, tasks, [each["event"] for each in logs]


async def test_the_start_waits_for_the_config_but_not_for_ever() -> None:
    settled = asyncio.Event()
    monitor, tasks, log = await start(settled)
    assert log == ["init has not told the machine config; ready without it"]
    settled.set()
    monitor, tasks, log = await start(settled)
    assert log == []
    assert tasks.spawned == ["reconcile", "config"]
    assert not monitor.listening
