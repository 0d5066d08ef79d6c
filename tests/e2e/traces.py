"""What a node is made of on the host, noted while it runs and looked for when it should be gone.

Only what belongs to the node is looked at, by name or by identity: others work on this host at the same time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from libtalos.linux import mountinfo
from libtalos.provision import storage
from libtalos.provision.netlink import Netlink
from tests.e2e.lab import Lab
from tests.e2e.processes import all_pids, link, state_and_start

NAMESPACES = ("cgroup", "ipc", "mnt", "net", "pid", "uts")


@dataclass(frozen=True)
class Traces:
    """The identities of one node: its namespaces, the files behind its loop devices, its control groups' name.

    noted: when that was, in seconds since the host booted.
    """

    lab: Lab
    namespaces: frozenset[str]
    noted: float
    files: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, lab: Lab) -> Traces:
        """Note what a running node is made of."""
        own = {link(lab.pid(), name) for name in NAMESPACES} - {link(os.getpid(), name) for name in NAMESPACES}
        assert len(own) == len(NAMESPACES), "the node has no namespaces of its own"
        files = [lab.image, *lab.node.disks.iterdir()]
        status = [path.stat() for path in files]
        return cls(
            lab,
            frozenset(own),
            time.clock_gettime(time.CLOCK_BOOTTIME),
            frozenset((each.st_dev, each.st_ino) for each in status),
        )

    def left(self) -> list[str]:
        """Everything of the node that is there now, each with what it is."""
        return sorted(f"{kind} {name}" for kind, name in self._found())

    def kinds(self) -> set[str]:
        """What kinds of things there are now."""
        return {kind for kind, _ in self._found()}

    def _found(self) -> Iterator[tuple[str, str]]:
        yield from (("mount", each.target) for each in mountinfo.read() if each.target.startswith(str(self.lab.home)))
        yield from (("loop device", str(device)) for device, file in storage._loop_devices() if file in self.files)
        yield from (("link", each.name) for each in Netlink().links() if str(self.lab.home) in each.alias)
        yield from (("control group", path) for path in self._groups())
        yield from (("process", self._describe(pid)) for pid in all_pids() if self._is_ours(pid))
        yield from (("state", str(path)) for path in self.lab.home.glob("clusters/*"))

    def _groups(self) -> Iterator[str]:
        for directory, names, _ in os.walk("/sys/fs/cgroup"):
            yield from (f"{directory}/{name}" for name in names if self.lab.paths.tag in name)

    def _is_ours(self, pid: int) -> bool:
        try:
            # PID 1 itself stays a zombie until the host's own init, whose child it became, has time for it
            state, began = state_and_start(pid)
            if state == "Z":
                return False
            # the numbers of namespaces that are gone are given to new ones
            inside = began < self.noted and any(link(pid, name) in self.namespaces for name in NAMESPACES)
            return inside or self.lab.paths.tag in Path(f"/proc/{pid}/cgroup").read_text()
        except OSError:
            return False

    def _describe(self, pid: int) -> str:
        try:
            return f"{pid} {Path(f'/proc/{pid}/cmdline').read_text().replace(chr(0), ' ')}"
        except OSError:
            return f"{pid}"
