"""The suite's supervisor as a program of its own, to be measured beside others: run(DIRECTORY).

DIRECTORY/services.json has [[id, argv], ...] and the options; SIGUSR1 stops service "0", SIGTERM stops all and ends.
"""

# ruff: noqa: E402
import gc

# what is imported stays, as in every component: nothing to look through again and again
gc.disable()

from libtalos.linux.helper import Helper, start_helper

# before the other imports, which it takes as long as they do to get ready
HELPER = start_helper()

import asyncio
import json
import signal
import time
from pathlib import Path

from libtalos.linux.cgroup import Cgroups
from libtalos.supervise.assembly import assemble
from libtalos.supervise.logs import Logs
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceId

gc.freeze()
gc.enable()


def run(directory: Path) -> None:
    """Run until SIGTERM."""
    asyncio.run(_live(directory, HELPER))


async def _live(directory: Path, helper: Helper) -> None:
    wanted = json.loads((directory / "services.json").read_text())
    logs = Logs(rotate_at=wanted["rotate_at"], problem=print)
    parts = assemble(
        cgroups=Cgroups.find(wanted["cgroup"]),
        environment={},
        clock=time.monotonic,
        notify_socket=directory / "notify.sock",
        logs=logs,
        helper=helper,
        problem=print,
    )
    parts.open()
    if wanted["logs"]:
        logs.use_directory(directory / "log")
    loop, end = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGCHLD, parts.children.reap)
    loop.add_signal_handler(signal.SIGTERM, end.set)
    tasks: set[asyncio.Task[object]] = set()
    first = ServiceId("0")
    loop.add_signal_handler(signal.SIGUSR1, lambda: tasks.add(loop.create_task(parts.supervisor.stop(first))))
    parts.supervisor.load([ServiceSpec(id=ServiceId(name), command=tuple(argv)) for name, argv in wanted["services"]])
    with Path(wanted["record"]).open("a") as record:  # noqa: ASYNC230 before anything runs
        record.write(f"loaded - 0 {time.monotonic():.9f}\n")
    await parts.supervisor.start_all()
    await end.wait()
    await parts.supervisor.stop_all(10)
    parts.close()
