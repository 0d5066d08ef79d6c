"""The network component: composition root."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from libtalos.component.run import run
from libtalos.component.runtime import Assembly, Runtime
from libtalos.gen.talos.filesystem.v1 import FilesystemServiceStub
from libtalos.resources.backoff import Backoff, BackoffPolicy
from libtalos.resources.client import ResourceClient
from services.network.component import DECLARATION
from services.network.configwatch import ConfigWatch
from services.network.dns.hostdns import Engine, HostDns
from services.network.dns.limits import Limits
from services.network.etcfiles import BusEtcFiles
from services.network.etcwriter import EtcWriter
from services.network.ethtool import Ethtool
from services.network.kernel import LinuxKernel
from services.network.life import Life
from services.network.machineconfig import load_sections
from services.network.memory import Memory, MemoryFile, find_platform
from services.network.monitor import Monitors, NameMonitor, NetlinkMonitor
from services.network.names import Names
from services.network.netlink import NetlinkSocket
from services.network.reconcile import Reconciler
from services.network.report import Reporter
from services.network.rpc import NetworkRpc

if TYPE_CHECKING:
    from collections.abc import Callable

    from structlog.stdlib import BoundLogger

PROC = Path("/proc")
# what pods are given: the node's own name server is at another address for them
PODS_RESOLV_CONF = Path("/run/network/resolv.conf")
MEMORY = Path("/run/network/memory.json")
# where links and addresses are whoever's made the node
CONTAINER = "container"
# Operations fail for reasons that pass (an address still checked for duplicates) or that do not (a wrong gateway).
RETRY = BackoffPolicy(first=0.2, limit=30.0)


def compose(runtime: Runtime) -> Assembly:
    """Build the component."""
    kernel = LinuxKernel(netlink=NetlinkSocket(), ethtool=Ethtool(), proc=PROC)
    memory_file = MemoryFile(MEMORY)
    settled = asyncio.Event()
    files = EtcWriter(
        files=BusEtcFiles(FilesystemServiceStub(runtime.bus.channel("filesystem"))),
        backoff=Backoff(BackoffPolicy()),
        written=lambda: reconciler.wake(),  # noqa: PLW0108 - made below
        log=runtime.log,
    )
    dns = HostDns(
        make_engine=partial(make_engine, runtime),
        retry=BackoffPolicy(),
        changed=lambda: told(),  # noqa: PLW0108 - made below
        log=runtime.log,
    )
    names = Names(dns=dns, store=runtime.store, pods_file=PODS_RESOLV_CONF, log=runtime.log)
    reporter = Reporter(
        store=runtime.store, files=files, names=names, health=runtime.health, settled=settled.set, log=runtime.log
    )
    reconciler = Reconciler(
        kernel=kernel,
        memory=first_memory(kernel, memory_file, Path("/etc/resolv.conf"), runtime.log),
        memories=memory_file,
        identity=partial(read_identity, Path("/etc/machine-id")),
        report=reporter.take,
        retry=RETRY,
        container=runtime.environment.get("PLATFORM", CONTAINER) == CONTAINER,
    )

    def told() -> None:
        names.publish()
        reconciler.wake()

    watch = ConfigWatch(
        source=ResourceClient(runtime.bus.channel("init")),
        load=load_sections,
        want=reconciler.want,
        backoff=Backoff(BackoffPolicy()),
        log=runtime.log,
    )
    monitor = Monitors(
        [
            NetlinkMonitor(
                changed=reconciler.wake,
                overrun=lambda: runtime.log.warning("netlink messages were dropped; reading everything anew"),
            ),
            NameMonitor(changed=reconciler.wake, proc=PROC),
        ]
    )
    life = Life(
        monitor=monitor,
        work={"reconcile": reconciler.run, "config": watch.run, "etc files": files.run, "host DNS": dns.run},
        tasks=runtime.tasks,
        settled=settled,
        log=runtime.log,
    )
    return Assembly(handlers=[NetworkRpc(network=reconciler)], start=life.start, stop=life.stop)


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


def make_engine(runtime: Runtime, changed: Callable[[], None]) -> Engine:
    """Build what answers DNS queries; changed is called when the health of an upstream has changed."""
    from services.network.dns.engine import Engine as DnsEngine  # noqa: PLC0415 - dnspython, when it is switched on

    return DnsEngine(limits=Limits(), clock=runtime.clock, changed=changed, log=runtime.log)


def read_identity(path: Path) -> str:
    """Return the node's identity, empty while it has none."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        return ""


if __name__ == "__main__":
    run(DECLARATION, compose)
