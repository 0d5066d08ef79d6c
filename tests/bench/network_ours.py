"""Our part of the network bench, in a process of its own whose network namespace has eth0: prints JSON.

python -m tests.bench.network_ours: a list of (what, value, unit).
"""

from __future__ import annotations

import asyncio
import gc
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from libtalos.resources.backoff import BackoffPolicy
from services.network.apply import converge
from services.network.ethtool import Ethtool
from services.network.kernel import LinuxKernel
from services.network.layers import Contribution, merge
from services.network.layers.configuration import Settings
from services.network.layers.defaults import LOOPBACK_ONLY
from services.network.ledger import Ledger
from services.network.links.operations import LinkChange
from services.network.memory import Memory, MemoryFile
from services.network.monitor import NetlinkMonitor
from services.network.netlink import NetlinkSocket
from services.network.reconcile import Reconciler, Report
from tests.bench.memory import pss
from tests.bench.network import APPLY, ETH0, PROCESSOR, ROUTES, wanted

FEW = "link event to its answer, 1 address"
MANY = f"link event to its answer, {ROUTES:,} routes"
PSS_FEW, PSS_MANY = "PSS, 1 address", f"PSS, {ROUTES:,} routes watched"
_PATIENCE = 60.0


def main() -> None:
    """Measure and print."""
    # the zygote does that before it forks a component
    gc.freeze()
    kernel = LinuxKernel(netlink=NetlinkSocket(), ethtool=Ethtool())
    few, small = asyncio.run(watched(kernel, wanted(addresses=1, routes=0)))
    found = [(FEW, few, "ms"), (PSS_FEW, small, "MiB")]
    merged = merge([LOOPBACK_ONLY, wanted()])
    started, busy = time.monotonic(), time.process_time()
    outcome = converge(kernel, merged, Ledger())
    found += [(APPLY, time.monotonic() - started, "s"), (PROCESSOR, time.process_time() - busy, "s")]
    if outcome.rest.operations:
        raise RuntimeError(f"not done: {outcome.failed[0]}")
    del outcome, merged
    many, large = asyncio.run(watched(kernel, wanted()))
    found += [(MANY, many, "ms"), (PSS_MANY, large, "MiB")]
    print(json.dumps(found))


async def watched(kernel: LinuxKernel, contribution: Contribution) -> tuple[float, float]:
    """Let somebody change the link's MTU: milliseconds until it is as wanted and reported; MiB of memory afterwards."""
    reports: asyncio.Queue[Report] = asyncio.Queue()
    with tempfile.TemporaryDirectory() as directory:
        reconciler = Reconciler(
            kernel=kernel,
            memory=Memory(),
            memories=MemoryFile(Path(directory) / "memory.json"),
            identity=lambda: "",
            report=reports.put_nowait,
            retry=BackoffPolicy(),
        )
        reconciler.want(Settings(contribution=contribution))
        monitor = NetlinkMonitor(changed=reconciler.wake, overrun=lambda: None)
        loop = asyncio.get_running_loop()
        monitor.start(loop)
        task = asyncio.create_task(reconciler.run())
        try:
            report = await _until(reports, lambda each: each.settled and not each.failed)
            started = time.monotonic()
            kernel.change_link(report.seen.links[ETH0].index, LinkChange(mtu=1400))
            await _until(reports, lambda each: any("mtu" in done.operation.describe() for done in each.done))
            taken = time.monotonic() - started
        finally:
            task.cancel()
            monitor.stop(loop)
        del report
        return taken * 1000, pss(Path("/proc/self/smaps_rollup").read_text()) / 1024


async def _until(reports: asyncio.Queue[Report], condition: Callable[[Report], bool]) -> Report:
    async with asyncio.timeout(_PATIENCE):
        while not condition(report := await reports.get()):
            pass
        return report


if __name__ == "__main__":
    main()
