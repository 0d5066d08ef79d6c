"""Memory in proportional shares (PSS), per process and in all, of the node beside systemd in a container."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from libtalos.linux.zygote_server import NAME as ZYGOTE
from tests.bench.boot import pin_image
from tests.bench.node import running_node
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting
from tests.bench.systemd_node import SYSTEMD, booted_systemd
from tests.bench.systemd_tree import prepared_tree

TOTAL = "PSS of all processes"
SUITE = "PSS of the suite's own processes"
COUNT = "processes"
# after the last of them said that it is up: what is only needed to start has been given back
SETTLED = 2.0
MODULE = "services."
PID_1 = "PID 1"
NOTES = {OURS: "", SYSTEMD: "systemd, journald, logind, dbus"}


def run(setting: Setting) -> list[Row]:
    """Boot each once per round, and read the shares of every process two seconds later."""
    samples = Samples()
    tree = prepared_tree(setting.kept, setting.say)
    pinned = pin_image(setting.work)
    for number in range(1, setting.rounds + 1):
        setting.say(f"memory: round {number} of {setting.rounds}")
        with running_node(setting.kept / "home", pinned) as node:
            _add(node.pid, OURS, samples)
        if tree is not None:
            with booted_systemd(tree) as systemd:
                _add(systemd.pid, SYSTEMD, samples)
    return samples.rows(ours=OURS, notes=NOTES)


def _add(pid: int, contender: str, samples: Samples) -> None:
    time.sleep(SETTLED)
    shares = list(proportional_shares(pid))
    if contender == OURS:
        own = sum(kib for name, kib in shares if name in (PID_1, ZYGOTE) or name.startswith(MODULE))
        samples.add(SUITE, contender, own / 1024, "MiB")
    for name, kib in _summed(shares).items():
        samples.add(f"PSS of {name}", contender, kib / 1024, "MiB")
    samples.add(TOTAL, contender, sum(kib for _, kib in shares) / 1024, "MiB")
    samples.add(COUNT, contender, len(shares), "")


def _summed(shares: list[tuple[str, int]]) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for name, kib in shares:
        sums[name] += kib
    return dict(sums)


def proportional_shares(pid: int) -> Iterator[tuple[str, int]]:
    """Name and PSS in KiB of every process in the pid namespace of a process, in order of start."""
    namespace = Path(f"/proc/{pid}/ns/pid").readlink()
    for entry in sorted(Path("/proc").glob("[0-9]*"), key=lambda entry: int(entry.name)):
        with suppress(OSError):
            if (entry / "ns/pid").readlink() == namespace:
                name = PID_1 if int(entry.name) == pid else process_name((entry / "cmdline").read_bytes())
                yield name, pss((entry / "smaps_rollup").read_text())


def process_name(cmdline: bytes) -> str:
    """The module of one of ours, else the program's name."""
    words = cmdline.decode(errors="replace").rstrip("\0").split("\0")
    module = next((word for word in words if word.startswith(MODULE)), None)
    return module or Path(words[0]).name


def pss(rollup: str) -> int:
    """KiB from smaps_rollup (proc_pid_smaps(5)). Raises ValueError if there is no such line."""
    for line in rollup.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise ValueError("no line Pss: in smaps_rollup")
