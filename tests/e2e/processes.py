"""The processes of a node as the host sees them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from libtalos.provision import cgroups
from tests.e2e.lab import Lab


def state_and_start(pid: int) -> tuple[str, float]:
    """The state letter of a process and when it began, in seconds since boot. Raises OSError if it is gone."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return fields[0], int(fields[19]) / os.sysconf("SC_CLK_TCK")


def is_zombie(pid: int) -> bool:
    """Whether a process has ended and was not reaped; one that is gone is none."""
    try:
        return state_and_start(pid)[0] == "Z"
    except OSError:
        return False


@dataclass(frozen=True)
class Processes:
    """Everything that runs in a node, by host pid; groups are control groups below the node's, as "system/network"."""

    lab: Lab

    def groups(self, group: str) -> list[Path]:
        """The directories of a group, one per hierarchy that has it."""
        name = self.lab.provisioner().planner.container(self.lab.paths, self.lab.node_name).group
        found = cgroups.find(name, cgroups.mounts_of_host())
        return [path / group for path in found if (path / group).is_dir()]

    def of(self, group: str) -> list[int]:
        """The members of a group."""
        members = {
            int(pid)
            for path in self.groups(group)
            for directory, _, _ in os.walk(path)
            for pid in (Path(directory) / "cgroup.procs").read_text().split()
        }
        return sorted(members)

    def everything(self) -> list[int]:
        """Every process in the node's pid namespace."""
        space = link(self.lab.pid(), "pid")
        return [pid for pid in all_pids() if link(pid, "pid") == space]

    def host_pid(self, inner: int) -> int:
        """The host's pid of the process that the node calls `inner`. Raises ProcessLookupError if there is none."""
        for pid in self.everything():
            if inner_pid(pid) == inner:
                return pid
        raise ProcessLookupError(f"no process {inner} in the node")

    def kill(self, inner: int, number: int = signal.SIGKILL) -> None:
        """Send a signal to the process that the node calls `inner`."""
        os.kill(self.host_pid(inner), number)

    def kill_all(self, inner: Iterable[int]) -> None:
        """Kill many: all are found before the first is killed."""
        for pid in [self.host_pid(each) for each in inner]:
            os.kill(pid, signal.SIGKILL)

    def name(self, pid: int) -> str:
        """What a process is called; nothing if it is gone."""
        try:
            return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")[:80].strip()
        except OSError:
            return ""

    def zombies(self) -> list[str]:
        """Processes that ended and that nobody reaped."""
        return [Path(f"/proc/{pid}/comm").read_text().strip() for pid in self.everything() if is_zombie(pid)]

    def run_in(self, group: str, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python code with the node's interpreter, in its namespaces and one of its groups."""
        entering = self._entering(group, code, arguments)
        return subprocess.run(entering, capture_output=True, check=False, text=True, timeout=30)

    def start_in(self, group: str, code: str) -> subprocess.Popen[str]:
        """As run_in, without waiting for it."""
        return subprocess.Popen(self._entering(group, code, ()), stdout=subprocess.PIPE, text=True)

    def _entering(self, group: str, code: str, arguments: Sequence[str]) -> list[str]:
        # the group first, since its directory is the host's; its children inherit it
        joining = "import os, sys\n" + "".join(
            f"open({str(path / 'cgroup.procs')!r}, 'w').write('0')\n" for path in self.groups(group)
        )
        enter = ["nsenter", "-t", str(self.lab.pid()), "-a", "/usr/bin/python3.11", "-I", "-c", code, *arguments]
        return [sys.executable, "-c", f"{joining}os.execvp('nsenter', {enter!r})"]


def all_pids() -> list[int]:
    """Every process of this host."""
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def link(pid: int, namespace: str) -> str:
    """The namespace of a process, as in "net:[4026531840]"; nothing if the process is gone."""
    try:
        return str(Path(f"/proc/{pid}/ns/{namespace}").readlink())
    except OSError:
        return ""


def inner_pid(pid: int) -> int:
    """What a process is called in its own pid namespace; 0 if it is gone."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("NSpid:"):
                return int(line.split()[-1])
    return 0
