"""The network component: composition root."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from libtalos.component.run import run
from libtalos.component.runtime import Assembly, Runtime
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.resources.client import ResourceClient
from services.network.capture.captures import Captures
from services.network.capture.tap import open_tap
from services.network.component import DECLARATION
from services.network.configwatch import ConfigWatch
from services.network.dns.hostdns import Engine, HostDns
from services.network.dns.limits import Limits
from services.network.etcfiles import BusEtcFiles
from services.network.etcwriter import NEEDED, NEEDED_IN_CONTAINER, EtcWriter
from services.network.ethtool import Ethtool
from services.network.firewall.wiring import Wiring, wire
from services.network.joint import Joint
from services.network.kernel import LinuxKernel
from services.network.layers.cmdline import Cmdline, parse_cmdline
from services.network.life import Life
from services.network.machineconfig import Config, keep_config, read_config
from services.network.memory import Memory, MemoryFile, find_platform
from services.network.monitor import Monitor, Monitors, NameMonitor, NetlinkMonitor
from services.network.names import Names
from services.network.netlink import NetlinkSocket
from services.network.operators.ra.listener import AdvertisementListener
from services.network.operators.wiring import RUNS
from services.network.operators.wiring import wire as wire_operators
from services.network.probes.wiring import wire as wire_probes
from services.network.reconcile import Reconciler, Report
from services.network.report import Reporter
from services.network.rpc import NetworkRpc
from services.network.sockets.listing import Sockets
from services.network.timeresources import TimePublisher
from services.network.timesync.clock import KernelClock
from services.network.timesync.limits import Limits as TimeLimits
from services.network.timesync.query import Questioner
from services.network.timesync.syncer import Syncer
from services.network.timesync.timesync import TimeSync
from services.network.trial.held import HeldFile
from services.network.trial.messages import trial_event
from services.network.trial.trials import Trials

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from structlog.stdlib import BoundLogger

    from services.network.firewall.keeper import Firewall
    from services.network.probes.keeper import Probes
    from services.network.reconcile import Report
    from services.network.timesync.clock import Clock
    from services.network.trial.trials import Told

PROC = Path("/proc")
NETNS = Path("/run/netns")
# what pods are given: the node's own name server is at another address for them
PODS_RESOLV_CONF = Path("/run/network/resolv.conf")
MEMORY = Path("/run/network/memory.json")
HELD = Path("/run/network/applied.json")
# where links and addresses are whoever's made the node
CONTAINER = "container"
# Operations fail for reasons that pass (an address still checked for duplicates) or that do not (a wrong gateway).
RETRY = BackoffPolicy(first=0.2, limit=30.0)


def compose(runtime: Runtime) -> Assembly:
    """Build the component."""
    container = runtime.environment.get("PLATFORM", CONTAINER) == CONTAINER
    kernel = LinuxKernel(netlink=NetlinkSocket(), ethtool=Ethtool(), proc=PROC)
    memory_file = MemoryFile(MEMORY)
    settled = asyncio.Event()
    health = Joint(runtime.health.set)
    ready = Joint(lambda all_are: settled.set() if all_are else None)
    files = etc_writer(runtime, lambda: reconciler.wake(), container=container)  # noqa: PLW0108 - made below
    probes = make_probes(runtime, lambda: reconciler.wake())  # noqa: PLW0108 - made below
    dns = make_host_dns(runtime, lambda: told())  # noqa: PLW0108 - made below
    names = Names(dns=dns, store=runtime.store, pods_file=PODS_RESOLV_CONF, log=runtime.log)
    reporter = make_reporter(runtime, files, names, probes, health, ready)
    wiring = wire_firewall(runtime, health, ready)
    firewall, timesync = wiring.firewall, make_timesync(runtime, KernelClock(), container=container)

    def report(report: Report) -> None:
        reporter.take(report)
        firewall.take_addresses(report.addresses.routed)
        if report.settled:
            servers = report.merged.time_servers
            timesync.want(report.time, () if servers is None else servers.servers)

    reconciler = Reconciler(
        kernel=kernel,
        memory=first_memory(kernel, memory_file, Path("/etc/resolv.conf"), runtime.log),
        memories=memory_file,
        identity=partial(read_identity, Path("/etc/machine-id")),
        report=report,
        retry=RETRY,
        runs=RUNS,
        operate=lambda specs, seen: operators.want(specs, seen),  # noqa: PLW0108 - made below
        cmdline=read_cmdline(PROC / "cmdline", container=container),
        container=container,
    )
    operators = wire_operators(
        store=runtime.store, contribute=reconciler.contribute, clock=runtime.clock, log=runtime.log
    )

    def told() -> None:
        names.publish()
        reconciler.wake()

    trials = make_trials(runtime, reconciler, firewall, probes)
    life = Life(
        monitor=listeners(reconciler.wake, [wiring.monitor, AdvertisementListener(operators.hear)], runtime.log),
        work={
            "reconcile": reconciler.run,
            "etc files": files.run,
            "host DNS": dns.run,
            "time": timesync.run,
            "firewall": firewall.run,
            "operators": operators.run,
            "probes": probes.run,
            "config": config_watch(runtime, trials.want).run,
            "trial": trials.run,
        },
        tasks=runtime.tasks,
        settled=settled,
        log=runtime.log,
    )
    rpc = make_rpc(runtime, trials, timesync)
    return Assembly(handlers=[rpc], start=life.start, stop=life.stop)


def make_rpc(runtime: Runtime, trials: Trials, timesync: TimeSync) -> NetworkRpc:
    """Return what answers on the contract."""
    return NetworkRpc(
        trials=trials,
        sockets=Sockets(proc=PROC, netns=NETNS),
        time=timesync,
        captures=Captures(open_tap=open_tap, log=runtime.log),
    )


def make_trials(runtime: Runtime, reconciler: Reconciler, firewall: Firewall, probes: Probes) -> Trials:
    """Return what decides whether the machine config is wanted or one that is tried, and tells of it by events."""

    def use(config: Config) -> None:
        reconciler.want(config.network)
        firewall.want(config.firewall)
        probes.want(config.probes)

    def tell(told: Told) -> None:
        runtime.events.publish(trial_event(told))

    return Trials(
        network=reconciler,
        firewall=firewall,
        use=use,
        files=HeldFile(HELD),
        tell=tell,
        clock=runtime.clock,
        log=runtime.log,
    )


def etc_writer(runtime: Runtime, written: Callable[[], None], *, container: bool) -> EtcWriter:
    """Return what hands files under /etc to their owner; written is called when it has those that are needed."""
    return EtcWriter(
        files=BusEtcFiles(FilesystemServiceStub(runtime.bus.channel("filesystem"))),
        backoff=Backoff(BackoffPolicy()),
        written=written,
        needed=NEEDED_IN_CONTAINER if container else NEEDED,
        log=runtime.log,
    )


def make_probes(runtime: Runtime, changed: Callable[[], None]) -> Probes:
    """Build the probes; changed is called when it has changed whether all of them succeed."""
    return wire_probes(store=runtime.store, tasks=runtime.tasks, clock=runtime.clock, changed=changed, log=runtime.log)


def wire_firewall(runtime: Runtime, health: Joint, ready: Joint) -> Wiring:
    """Return the firewall. Until there is a config it is neither ready nor unwell."""
    return wire(
        store=runtime.store,
        health=health.part("firewall", well=True),
        settled=ready.part("firewall"),
        retry=RETRY,
        log=runtime.log,
    )


def config_watch(runtime: Runtime, want: Callable[[Config], None]) -> ConfigWatch[Config]:
    """Return what follows the machine config of init."""
    return ConfigWatch(
        source=ResourceClient(runtime.bus.channel("init")),
        read=read_config,
        empty=Config(),
        keep=keep_config,
        want=want,
        backoff=Backoff(BackoffPolicy()),
        log=runtime.log,
    )


def listeners(wake: Callable[[], None], others: Sequence[Monitor], log: BoundLogger) -> Monitors:
    """Return what hears of changes by others."""
    return Monitors(
        [
            NetlinkMonitor(
                changed=wake,
                overrun=lambda: log.warning("netlink messages were dropped; reading everything anew"),
            ),
            NameMonitor(changed=wake, proc=PROC),
            *others,
        ]
    )


def first_memory(kernel: LinuxKernel, file: MemoryFile, resolv_conf: Path, log: BoundLogger) -> Memory:
    """Return what an earlier process of this node's life left, or else what the platform has set."""
    try:
        memory = file.load()
    except (OSError, ValueError) as error:
        log.warning("cannot read what an earlier process left; beginning anew", file=str(MEMORY), error=str(error))
        memory = None
    if memory is not None:
        return memory
    seen = kernel.read()
    text = resolv_conf.read_text(errors="replace") if resolv_conf.exists() else ""
    return Memory(platform=find_platform(hostname=seen.hostname, domainname=seen.domainname, resolv_conf=text))


def make_reporter(  # noqa: PLR0917 - everybody who is told
    runtime: Runtime, files: EtcWriter, names: Names, probes: Probes, health: Joint, ready: Joint
) -> Reporter:
    """Return what tells of every reconcile."""
    settled = ready.part("network")
    return Reporter(
        store=runtime.store,
        files=files,
        names=names,
        probes=probes,
        health=health.part("network"),
        settled=lambda: settled.set(True),
        log=runtime.log,
    )


def make_host_dns(runtime: Runtime, changed: Callable[[], None]) -> HostDns:
    """Return the node's own name server; changed is called after every change of its status."""
    return HostDns(make_engine=partial(make_engine, runtime), retry=BackoffPolicy(), changed=changed, log=runtime.log)


def make_engine(runtime: Runtime, changed: Callable[[], None]) -> Engine:
    """Build what answers DNS queries; changed is called when the health of an upstream has changed."""
    from services.network.dns.engine import Engine as DnsEngine  # noqa: PLC0415 - dnspython, when it is switched on

    return DnsEngine(limits=Limits(), clock=runtime.clock, changed=changed, log=runtime.log)


def make_timesync(runtime: Runtime, clock: Clock, *, container: bool) -> TimeSync:
    """Build what keeps the clock; a container has its host's."""
    limits = TimeLimits()
    publisher = TimePublisher(store=runtime.store, clock=clock, log=runtime.log)

    questioner = Questioner(clock=clock, monotonic=time.monotonic_ns, limits=limits)

    def make_syncer(jumped: Callable[[], None]) -> Syncer:
        return Syncer(questioner=questioner, clock=clock, limits=limits, jumped=jumped, log=runtime.log)

    return TimeSync(
        make_syncer=make_syncer,
        questioner=questioner,
        clock=runtime.clock,
        forbidden="a container has the clock of its host" if container else "",
        patience=limits.patience,
        changed=publisher.status,
        polled=publisher.adjustment,
        log=runtime.log,
    )


def read_cmdline(path: Path, *, container: bool) -> Cmdline:
    """Return what the kernel's command line says of the network; a container's is its host's and does not count."""
    return Cmdline() if container else parse_cmdline(path.read_text(errors="replace"))


def read_identity(path: Path) -> str:
    """Return the node's identity, empty while it has none."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    run(DECLARATION, compose)
