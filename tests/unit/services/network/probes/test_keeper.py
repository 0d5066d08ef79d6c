"""All probes: started, stopped and begun anew with the config, published, and their word on connectivity."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import structlog
from structlog.testing import capture_logs

from libtalos.component.tasks import TaskGuard
from libtalos.resources.definitions.networkspecs import CONFIG_NAMESPACE
from libtalos.resources.definitions.probes import ProbeSpec, ProbeStatus, TCPProbe
from libtalos.resources.store import ResourceStore
from services.network.machineconfig import read_config
from services.network.probes.keeper import Probes
from services.network.probes.prober import Outcome
from services.network.probes.resources import PUBLISHES, ProbePublisher
from services.network.probes.settings import Probe

A = Probe(endpoint="a:1", interval=10**9, timeout=10**10)
B = Probe(endpoint="b:2", interval=10**9, timeout=10**10)
SLOW_A = Probe(endpoint="a:1", interval=10**11, timeout=10**10)
FAILS = Outcome("a:1: Connection refused")
CONFIG = """\
apiVersion: v1alpha1
kind: TCPProbeConfig
name: proxy
endpoint: proxy.example.com:3128
interval: 1m
timeout: 2s
failureThreshold: 3
---
apiVersion: v1alpha1
kind: TCPProbeConfig
name: again
endpoint: proxy.example.com:3128
---
apiVersion: v1alpha1
kind: TCPProbeConfig
name: other
endpoint: "[fd00::1]:53"
"""


class Lab:
    """Probes that do nothing by themselves; hear has how each running one tells."""

    def __init__(self) -> None:
        self.changes = 0
        self.began: asyncio.Queue[Probe] = asyncio.Queue()
        self.hear: dict[Probe, Callable[[Outcome], None]] = {}
        self.store = ResourceStore("network", lambda: 0.0, publishes=PUBLISHES)
        log = structlog.stdlib.get_logger()
        self.tasks = TaskGuard(log=log)
        self.probes = Probes(
            tasks=self.tasks,
            work=self.work,
            publisher=ProbePublisher(self.store),
            changed=self.change,
            log=log,
        )

    def change(self) -> None:
        """Count."""
        self.changes += 1

    async def work(self, probe: Probe, told: Callable[[Outcome], None]) -> None:
        """Run for ever."""
        self.hear[probe] = told
        self.began.put_nowait(probe)
        await asyncio.Event().wait()

    @asynccontextmanager
    async def running(self, *probes: Probe) -> AsyncIterator[Lab]:
        """Run, and begin with these."""
        task = asyncio.create_task(self.probes.run())
        self.probes.want(probes)
        for _ in probes:
            await self.began.get()
        try:
            yield self
        finally:
            task.cancel()
            await asyncio.wait([task])
            await self.tasks.stop_all()

    def statuses(self) -> dict[str, tuple[bool, str]]:
        """What is published."""
        return {each.id: (each.spec.success, each.spec.last_error) for each in self.store.list(ProbeStatus)}


async def test_each_has_a_task_that_comes_and_goes_with_the_config() -> None:
    async with Lab().running(A, B) as lab:
        assert list(lab.tasks.names) == ["probe tcp:a:1", "probe tcp:b:2"]
        lab.probes.want([SLOW_A])
        assert await lab.began.get() == SLOW_A
        assert list(lab.tasks.names) == ["probe tcp:a:1"]
        lab.probes.want([B])
        assert await lab.began.get() == B
        assert list(lab.tasks.names) == ["probe tcp:b:2"]


async def test_the_network_is_connected_when_all_have_said_so() -> None:
    async with Lab().running(A, B) as lab:
        said = [lab.probes.connected]
        for probe, outcome in ((A, Outcome()), (B, Outcome()), (A, FAILS), (A, FAILS), (A, Outcome())):
            lab.hear[probe](outcome)
            said.append(lab.probes.connected)
        assert said == [False, False, True, False, False, True]
        assert lab.changes == 4  # with the first one, that there are probes at all
        lab.probes.want([])
        assert lab.probes.connected is None
        assert (lab.changes, lab.statuses(), len(lab.store.list(ProbeSpec))) == (5, {}, 0)


async def test_what_was_said_holds_for_the_probe_that_said_it() -> None:
    async with Lab().running(A, B) as lab:
        lab.hear[A](Outcome())
        lab.hear[B](Outcome())
        lab.probes.want([SLOW_A, B])
        assert lab.statuses() == {"tcp:b:2": (True, "")}
        lab.hear[A](FAILS)
        assert (lab.statuses(), lab.probes.connected) == ({"tcp:b:2": (True, "")}, False)


async def test_failures_are_logged_once_for_each_reason() -> None:
    async with Lab().running(A) as lab:
        with capture_logs() as logs:
            for outcome in (Outcome(), FAILS, FAILS, Outcome("a:1: no route"), Outcome(), Outcome()):
                lab.hear[A](outcome)
    assert [each.get("error") or each["event"] for each in logs] == [
        FAILS.error,
        "a:1: no route",
        "a probe succeeds again",
    ]


async def test_from_documents_to_resources() -> None:
    config = read_config(CONFIG)
    assert [str(each) for each in config.network.problems] == [
        'v1alpha1/TCPProbeConfig/again: proxy.example.com:3128 is probed by "proxy" already, whose times hold: '
        "remove one of the two"
    ]
    async with Lab().running(*config.probes) as lab:
        specs = {each.id: each.spec for each in lab.store.list(ProbeSpec)}
        assert specs == {
            "tcp:proxy.example.com:3128": ProbeSpec(
                interval="1m0s",
                failure_threshold=3,
                tcp=TCPProbe(endpoint="proxy.example.com:3128", timeout="2s"),
                layer="configuration",
            ),
            "tcp:[fd00::1]:53": ProbeSpec(
                interval="1s", tcp=TCPProbe(endpoint="[fd00::1]:53", timeout="10s"), layer="configuration"
            ),
        }
        layered = {each.id: each.spec for each in lab.store.list(ProbeSpec, namespace=CONFIG_NAMESPACE)}
        assert layered == {f"configuration/{name}": spec for name, spec in specs.items()}
        probe = config.probes[1]
        assert probe.target == ("fd00::1", 53)
        lab.hear[probe](FAILS)
        assert lab.statuses() == {probe.id: (False, FAILS.error)}


def test_a_config_without_probes_has_none() -> None:
    assert read_config("version: v1alpha1\nmachine: {type: worker}").probes == ()
