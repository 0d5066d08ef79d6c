"""What a program start is, and what comes of it, as values: for those who have others start it (spawner, process)."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from libtalos.linux.order import ERROR, NOTE, UMASK

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Launch(NamedTuple):
    """Everything about a program start. Descriptors are borrowed: the caller keeps and closes them."""

    argv: tuple[str, ...]
    env: Mapping[str, str]
    # the Python module that argv runs (python -m), None for other programs: a zygote can run it without exec
    module: str | None = None
    cwd: str = "/"
    # version-2 group that the child is born in
    into: Path | None = None
    # files that the child writes "0" to: the cgroup.procs of other groups that it joins
    join: tuple[Path, ...] = ()
    stdin: int | None = None
    stdout: int | None = None
    stderr: int | None = None
    # name -> descriptor; handed over from number 3 on as systemd does (sd_listen_fds(3))
    listen: Mapping[str, int] = _NOTHING
    uid: int | None = None
    gid: int | None = None
    groups: tuple[int, ...] = ()
    # None keeps what the parent has
    capabilities: frozenset[str] | None = None
    no_new_privileges: bool = False
    oom_score_adj: int | None = None
    nice: int = 0
    umask: int = UMASK
    # resource.RLIMIT_* -> (soft, hard)
    rlimits: Mapping[int, tuple[int, int]] = _NOTHING


class Started(NamedTuple):
    """A forked child. The descriptors belong to the caller; `report` becomes readable when exec is done or failed."""

    pid: int
    pidfd: int
    report: int


class Report(NamedTuple):
    """What a child said before exec: why it failed (None if it runs), and what it could not do but went on without."""

    error: str | None
    notes: tuple[str, ...]

    @classmethod
    def parse(cls, data: bytes) -> "Report":
        """Read the lines that the child's steps wrote (see libtalos.linux.child)."""
        lines = data.decode("utf-8", "replace").splitlines()
        errors = [line[1:] for line in lines if line.startswith(ERROR)]
        notes = tuple(line[1:] for line in lines if line.startswith(NOTE))
        return cls(errors[0] if errors else None, notes)
